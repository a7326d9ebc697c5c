package id.pde.source.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A record of a workbook of Excel 2 to 95: a number that tells what it is, and its bytes. */
final class BiffRecord {

  static final int BEGIN_2 = 0x0009;
  static final int BEGIN_3 = 0x0209;
  static final int BEGIN_4 = 0x0409;
  static final int BEGIN_5 = 0x0809;
  static final int END = 0x000A;

  private static final int HEAD = 4;
  private static final byte[] NONE = {};

  private final int id;
  private final ByteBuffer bytes;

  private BiffRecord(int id, byte[] bytes) {
    this.id = id;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The next record.
   *
   * @throws EOFException where the stream ends before it: the last one of a part says that it is
   */
  static BiffRecord next(InputStream stream) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(whole(stream, HEAD)).order(ByteOrder.LITTLE_ENDIAN);
    return new BiffRecord(head.getShort() & 0xFFFF, whole(stream, head.getShort() & 0xFFFF));
  }

  private static byte[] whole(InputStream stream, int length) throws IOException {
    byte[] bytes = stream.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("cut off");
    }
    return bytes;
  }

  int id() {
    return id;
  }

  /** Whether a part of a stream begins with a record of this number. */
  static boolean begins(int id) {
    return id == BEGIN_2 || id == BEGIN_3 || id == BEGIN_4 || id == BEGIN_5;
  }

  /** Of what it holds. */
  int length() {
    return bytes.limit();
  }

  /** In the stream. */
  int size() {
    return HEAD + bytes.limit();
  }

  int one(int at) {
    return bytes.get(at) & 0xFF;
  }

  int two(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  int four(int at) {
    return bytes.getInt(at);
  }

  double real(int at) {
    return bytes.getDouble(at);
  }

  /** The text behind its length, of one byte in Excel 2 and in names, of two elsewhere. */
  byte[] text(int at, int lengthBytes) {
    int length = lengthBytes == 1 ? one(at) : two(at);
    byte[] text = new byte[length];
    bytes.get(at + lengthBytes, text);
    return text;
  }

  /** The text that a cell or the result of a formula is; empty where the record is neither. */
  byte[] cellText() {
    return switch (id) {
      case BiffSheet.LABEL_2 -> text(7, 1);
      case BiffSheet.LABEL, BiffSheet.RICH_LABEL -> text(6, 2);
      case BiffSheet.STRING_2 -> text(0, 1);
      case BiffSheet.STRING -> text(0, 2);
      default -> NONE;
    };
  }
}
