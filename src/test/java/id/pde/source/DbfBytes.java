package id.pde.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Writes dBASE tables for tests; texts become bytes one to one. */
final class DbfBytes {

  private final int version;
  private final List<String> fields = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private int driver;
  private int claimed = -1;
  private int length = 1;

  DbfBytes(int version) {
    this.version = version;
  }

  DbfBytes field(String name, char type, int width) {
    return field(name, type, width, 0);
  }

  DbfBytes field(String name, char type, int width, int flags) {
    char[] bytes = new char[32];
    name.getChars(0, name.length(), bytes, 0);
    bytes[11] = type;
    bytes[16] = (char) width;
    bytes[18] = (char) flags;
    fields.add(new String(bytes));
    length += width;
    return this;
  }

  DbfBytes driver(int code) {
    driver = code;
    return this;
  }

  DbfBytes claims(int count) {
    claimed = count;
    return this;
  }

  /** A record as it stands in the file, its mark included. */
  DbfBytes record(String bytes) {
    if (bytes.length() != length) {
      throw new IllegalArgumentException(length + " bytes, not " + bytes.length());
    }
    records.add(bytes);
    return this;
  }

  byte[] bytes() {
    int headerLength = 32 + 32 * fields.size() + 1;
    ByteBuffer head = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    head.put(0, (byte) version).put(1, (byte) 126).put(2, (byte) 5).put(3, (byte) 17);
    head.putInt(4, claimed < 0 ? records.size() : claimed);
    head.putShort(8, (short) headerLength).putShort(10, (short) length);
    head.put(29, (byte) driver);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.array());
    fields.forEach(field -> all.writeBytes(field.getBytes(ISO_8859_1)));
    all.write(0x0D);
    records.forEach(record -> all.writeBytes(record.getBytes(ISO_8859_1)));
    all.write(0x1A);
    return all.toByteArray();
  }

  /** Numbers as their bytes, the lowest first. */
  static String little(long value, int width) {
    char[] bytes = new char[width];
    for (int i = 0; i < width; i++) {
      bytes[i] = (char) ((value >> (8 * i)) & 0xFF);
    }
    return new String(bytes);
  }
}
