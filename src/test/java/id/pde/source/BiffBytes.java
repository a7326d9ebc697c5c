package id.pde.source;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes the records of workbooks of Excel 2 to 95 for tests; texts become bytes one to one. */
final class BiffBytes {

  private static final int BEGIN_5 = 0x0809;

  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

  /** A record of numbers, each of two bytes. */
  BiffBytes words(int id, int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(LITTLE_ENDIAN);
    for (int word : words) {
      bytes.putShort((short) word);
    }
    return record(id, bytes.array());
  }

  /** A record of signs, each of one byte. */
  BiffBytes signs(int id, String signs) {
    return record(id, signs.getBytes(ISO_8859_1));
  }

  /** A label as Excel 3 and later have it. */
  BiffBytes label(int row, int column, String text) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length()).order(LITTLE_ENDIAN);
    bytes.putShort((short) row).putShort((short) column).putShort((short) 0);
    bytes.putShort((short) text.length()).put(text.getBytes(ISO_8859_1));
    return record(0x0204, bytes.array());
  }

  /** A number as Excel 3 and later have it. */
  BiffBytes number(int row, int column, int style, double value) {
    ByteBuffer bytes = ByteBuffer.allocate(14).order(LITTLE_ENDIAN);
    bytes.putShort((short) row).putShort((short) column).putShort((short) style).putDouble(value);
    return record(0x0203, bytes.array());
  }

  /** The first record of a part as Excel 5 has it. */
  BiffBytes begin(int type) {
    return words(BEGIN_5, 0x0500, type, 0, 0);
  }

  BiffBytes end() {
    return words(0x000A);
  }

  private BiffBytes record(int id, byte[] bytes) {
    ByteBuffer head = ByteBuffer.allocate(4).order(LITTLE_ENDIAN);
    head.putShort((short) id).putShort((short) bytes.length);
    stream.writeBytes(head.array());
    stream.writeBytes(bytes);
    return this;
  }

  BiffBytes append(BiffBytes others) {
    stream.writeBytes(others.bytes());
    return this;
  }

  int length() {
    return stream.size();
  }

  byte[] bytes() {
    return stream.toByteArray();
  }

  /** In a container, as Excel 5 and 95 write it. */
  byte[] contained() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(bytes()), "Book");
      container.writeFilesystem(file);
    }
    return file.toByteArray();
  }
}
