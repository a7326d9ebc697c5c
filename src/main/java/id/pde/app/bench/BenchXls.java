package id.pde.app.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes an xls workbook (BIFF8 in an OLE2 file) record by record: a library would need more memory
 * for it than reading takes. 20 columns of shared strings, whole numbers and decimals, the same on
 * every machine.
 */
final class BenchXls {

  static final int COLUMNS = 20;

  private static final int TEXT_COLUMNS = 5;

  /** They fit into one record. */
  private static final int STRINGS = 300;

  /** Of version 4: with those of 512 bytes the header could not list the table of the sectors. */
  private static final int SECTOR = 4_096;

  private static final int FREE = -1;
  private static final int END_OF_CHAIN = -2;
  private static final int IS_TABLE = -3;

  /** A stream that is shorter lies elsewhere ([MS-CFB] 2.2). */
  private static final int SHORTEST = 4_096;

  private static final int BOF = 0x809;
  private static final int EOF = 0xA;
  private static final int BOUNDSHEET = 0x85;
  private static final int SST = 0xFC;
  private static final int LABELSST = 0xFD;
  private static final int NUMBER = 0x203;
  private static final int RK = 0x27E;

  private final SplittableRandom random = new SplittableRandom(17);
  private final ByteArrayOutputStream book = new ByteArrayOutputStream();

  private BenchXls() {}

  static void write(Path file, int rows) throws IOException {
    BenchXls xls = new BenchXls();
    xls.book(rows);
    xls.store(file);
  }

  private void book(int rows) {
    begin(5);
    byte[] strings = strings();
    // The sheet begins behind this record, the strings and the end: heads of 4 bytes each.
    int sheet = book.size() + 4 + 13 + 4 + strings.length + 4;
    byte[] name = "Bench".getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer listed = record(13).putInt(sheet).putShort((short) 0);
    put(BOUNDSHEET, listed.put((byte) name.length).put((byte) 0).put(name));
    put(SST, ByteBuffer.wrap(strings));
    put(EOF, record(0));
    begin(0x10);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        cell(row, column);
      }
    }
    put(EOF, record(0));
  }

  private void begin(int kind) {
    put(BOF, record(16).putShort((short) 0x600).putShort((short) kind).putInt(0).putLong(6));
  }

  private void cell(int row, int column) {
    if (column < TEXT_COLUMNS) {
      put(LABELSST, place(10, row, column).putInt(random.nextInt(STRINGS)));
    } else if (column % 2 == 0) {
      // The lower two bits say that it is a whole number.
      put(RK, place(10, row, column).putInt(random.nextInt(1_000_000) << 2 | 2));
    } else {
      put(NUMBER, place(14, row, column).putDouble(random.nextInt(10_000_000) / 100.0));
    }
  }

  private static byte[] strings() {
    ByteBuffer strings = record(8_000).putInt(STRINGS).putInt(STRINGS);
    for (int i = 0; i < STRINGS; i++) {
      byte[] text = ("Kelurahan " + i).getBytes(StandardCharsets.ISO_8859_1);
      strings.putShort((short) text.length).put((byte) 0).put(text);
    }
    byte[] bytes = new byte[strings.position()];
    strings.flip().get(bytes);
    return bytes;
  }

  private static ByteBuffer record(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** All of a buffer, whatever was written of it. */
  private static byte[] bytes(ByteBuffer content) {
    byte[] bytes = new byte[content.capacity()];
    content.duplicate().clear().get(bytes);
    return bytes;
  }

  private static ByteBuffer place(int length, int row, int column) {
    return record(length).putShort((short) row).putShort((short) column).putShort((short) 0);
  }

  private void put(int kind, ByteBuffer content) {
    byte[] bytes = bytes(content);
    int length = bytes.length;
    book.write(kind);
    book.write(kind >> 8);
    book.write(length);
    book.write(length >> 8);
    book.writeBytes(bytes);
  }

  /** An OLE2 file of one stream: header, table of sectors, folder, stream. */
  private void store(Path file) throws IOException {
    int length = Math.max(SHORTEST, book.size());
    int sectors = (length + SECTOR - 1) / SECTOR;
    int perTable = SECTOR / 4;
    int tables = 1;
    while (tables * perTable < tables + 1 + sectors) {
      tables++;
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes(header(tables)));
      out.write(bytes(table(tables, sectors)));
      ByteBuffer folder = record(SECTOR);
      entry(folder, "Root Entry", 5, END_OF_CHAIN, 0);
      entry(folder, "Workbook", 2, tables + 1, length);
      out.write(bytes(folder));
      book.writeTo(out);
      out.write(new byte[sectors * SECTOR - book.size()]);
    }
  }

  private static ByteBuffer header(int tables) {
    ByteBuffer header = record(SECTOR);
    header.putLong(0xE11AB1A1E011CFD0L).position(24);
    header.putShort((short) 0x3E).putShort((short) 4).putShort((short) 0xFFFE);
    header.putShort((short) 12).putShort((short) 6).position(40);
    header.putInt(1).putInt(tables).putInt(tables).putInt(0).putInt(SHORTEST);
    header.putInt(END_OF_CHAIN).putInt(0).putInt(END_OF_CHAIN).putInt(0);
    for (int i = 0; i < 109; i++) {
      header.putInt(i < tables ? i : FREE);
    }
    return header;
  }

  private static ByteBuffer table(int tables, int sectors) {
    List<Integer> chain = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      chain.add(IS_TABLE);
    }
    chain.add(END_OF_CHAIN);
    for (int i = 1; i < sectors; i++) {
      chain.add(tables + 1 + i);
    }
    chain.add(END_OF_CHAIN);
    ByteBuffer table = record(tables * SECTOR);
    chain.forEach(table::putInt);
    while (table.hasRemaining()) {
      table.putInt(FREE);
    }
    return table;
  }

  private static void entry(ByteBuffer folder, String name, int kind, int first, int size) {
    int at = folder.position();
    folder.put(name.getBytes(StandardCharsets.UTF_16LE)).position(at + 64);
    folder.putShort((short) (2 * name.length() + 2)).put((byte) kind).put((byte) 1);
    folder.putInt(FREE).putInt(FREE).putInt(kind == 5 ? 1 : FREE).position(at + 116);
    folder.putInt(first).putLong(size);
  }
}
