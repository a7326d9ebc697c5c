package id.pde.source.dbf;

import id.pde.model.Cell;
import id.pde.model.Header.Origin;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.ByteText;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.GridRow.Sight;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A dBASE table: one sheet, named as the delivery. */
public final class DbfWorkbook implements Workbook {

  private static final int MOST_HEADER = 1 << 16;
  private static final byte DELETED = '*';

  private final Location whole;
  private final DbfHeader header;
  private final DbfRecords records;
  private final DbfEncoding encoding;
  private List<Issue> notes = List.of();

  private DbfWorkbook(Location whole, DbfHeader header, DbfRecords records, DbfEncoding encoding) {
    this.whole = whole;
    this.header = header;
    this.records = records;
    this.encoding = encoding;
  }

  /** Whether the first bytes of a file are those of a table. */
  public static boolean begins(byte[] start) {
    return DbfHeader.begins(start);
  }

  /**
   * Opens a table that is whole.
   *
   * @param charset obeyed; empty: by content and header
   */
  public static DbfWorkbook open(Path file, Location whole, Optional<String> charset)
      throws IOException {
    DbfHeader header;
    try (InputStream stream = Files.newInputStream(file)) {
      header = DbfHeader.of(stream.readNBytes(MOST_HEADER));
    }
    DbfFaults faults = new DbfFaults(whole);
    switch (header.protection()) {
      case NONE -> faults.requireWhole(header, Files.size(file), afterRecords(file, header));
      case ENCRYPTED -> throw faults.encrypted();
    }
    DbfRecords records = new DbfRecords(file, header);
    return new DbfWorkbook(whole, header, records, DbfEncoding.of(header, records, charset));
  }

  /** The byte after the last record, -1 where the file ends there. */
  private static int afterRecords(Path file, DbfHeader header) throws IOException {
    long end = header.headerLength() + header.records() * header.recordLength();
    if (end >= Files.size(file)) {
      return -1;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      stream.skipNBytes(end);
      return stream.read();
    }
  }

  @Override
  public List<Title> sheets() {
    return List.of(new Title(whole.shown(), Visibility.VISIBLE));
  }

  @Override
  public Origin origin() {
    return Origin.QUERY;
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws IOException {
    List<DbfField> fields = header.fields().stream().filter(field -> !field.isFlags()).toList();
    ByteText text = new ByteText(encoding.charset());
    Cell[] headings = new Cell[fields.size()];
    for (int i = 0; i < headings.length; i++) {
      byte[] name = fields.get(i).name().getBytes(StandardCharsets.ISO_8859_1);
      headings[i] = new Cell.Words(text.decode(name, 0, name.length));
    }
    taker.row(GridRow.ofCells(0, headings));
    DbfField flags = header.fields().stream().filter(DbfField::isFlags).findFirst().orElse(null);
    DbfCells cells = new DbfCells(text, flags);
    long[] deleted = new long[1];
    records.each(
        (number, bytes) -> {
          Cell[] row = new Cell[fields.size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = cells.cell(fields.get(i), bytes);
          }
          Sight sight = bytes[0] == DELETED ? Sight.DELETED : Sight.SHOWN;
          deleted[0] += sight == Sight.DELETED ? 1 : 0;
          taker.row(GridRow.ofCells(number, row, sight));
        });
    notes = new DbfNotes(whole, encoding).of(deleted[0], cells.memos());
  }

  @Override
  public List<Issue> notes(int sheet) {
    return notes;
  }

  @Override
  public List<MergedRange> merged(int sheet) {
    return List.of();
  }

  @Override
  public void close() {
    // Every walk closes the file.
  }
}
