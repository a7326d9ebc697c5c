package id.pde.source.access;

import id.pde.model.Cell;
import id.pde.model.Header.Origin;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.Faults;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import io.github.spannm.jackcess.Column;
import io.github.spannm.jackcess.Database;
import io.github.spannm.jackcess.DatabaseBuilder;
import io.github.spannm.jackcess.DateTimeType;
import io.github.spannm.jackcess.Row;
import io.github.spannm.jackcess.Table;
import io.github.spannm.jackcess.TableMetaData;
import io.github.spannm.jackcess.impl.UnsupportedCodecException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An Access database that is only read. Used by one thread. */
public final class AccessWorkbook implements Workbook {

  /** Where the version stands; 0 is Access 97, whose texts are in a code page. */
  private static final int VERSION_AT = 0x14;

  private static final int PAGE_OF_97 = 2048;
  private static final int PAGE = 4096;

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final Database database;
  private final Location whole;
  private final ReadLimits limits;
  private final List<String> tables = new ArrayList<>();
  private final List<String> linked = new ArrayList<>();
  private List<Issue> notes = List.of();

  private AccessWorkbook(Database database, Location whole, ReadLimits limits) throws IOException {
    this.database = database;
    this.whole = whole;
    this.limits = limits;
    for (TableMetaData table : database.newTableMetaDataIterable()) {
      if (!table.isSystem()) {
        (table.isLinked() ? linked : tables).add(table.getName());
      }
    }
    tables.sort(String.CASE_INSENSITIVE_ORDER);
    linked.sort(String.CASE_INSENSITIVE_ORDER);
  }

  /**
   * Opens a database that no password protects.
   *
   * @param charset of the texts of Access 97; later versions hold Unicode
   */
  public static AccessWorkbook open(
      Path file, Location whole, ReadLimits limits, Optional<String> charset) throws IOException {
    DatabaseBuilder builder = DatabaseBuilder.newDatabase(file).withReadOnly(true);
    boolean old = isOf97(file);
    if (!TableChains.end(file, old ? PAGE_OF_97 : PAGE)) {
      throw Faults.damaged(whole, null);
    }
    if (old) {
      builder.withCharset(charset.map(Charset::forName).orElse(WESTERN));
    }
    Database database;
    try {
      database = builder.open();
    } catch (UnsupportedCodecException locked) {
      throw AccessFaults.locked(whole, locked);
    }
    try {
      return checked(database, whole, limits);
    } catch (IOException | RuntimeException refused) {
      database.close();
      throw refused;
    }
  }

  private static AccessWorkbook checked(Database database, Location whole, ReadLimits limits)
      throws IOException {
    database.setDateTimeType(DateTimeType.LOCAL_DATE_TIME);
    database.setEvaluateExpressions(false);
    database.setLinkResolver(
        (from, name) -> {
          throw new IOException("linked tables are not followed");
        });
    try {
      if (database.getDatabasePassword() != null) {
        throw AccessFaults.locked(whole, null);
      }
      AccessWorkbook workbook = new AccessWorkbook(database, whole, limits);
      if (workbook.tables.isEmpty()) {
        throw AccessFaults.withoutTables(whole, workbook.linked);
      }
      return workbook;
    } catch (UnsupportedCodecException locked) {
      throw AccessFaults.locked(whole, locked);
    }
  }

  private static boolean isOf97(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] start = stream.readNBytes(VERSION_AT + 1);
      return start.length > VERSION_AT && start[VERSION_AT] == 0;
    }
  }

  @Override
  public List<Title> sheets() {
    return tables.stream().map(name -> new Title(name, Visibility.VISIBLE)).toList();
  }

  @Override
  public Origin origin() {
    return Origin.QUERY;
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws IOException {
    String name = tables.get(sheet);
    Table table = database.getTable(name);
    List<? extends Column> columns = table.getColumns();
    taker.row(
        GridRow.ofCells(
            0,
            columns.stream().map(column -> new Cell.Words(column.getName())).toArray(Cell[]::new)));
    AccessCells cells = new AccessCells(limits);
    long number = 0;
    for (Row row : table) {
      number++;
      Location where = new Location.QueryRow(name, number, null);
      if (number > limits.rows()) {
        throw Faults.limit(
            "limit.rows",
            where,
            new Text(
                "Tabel ini memuat lebih dari " + limits.rows() + " baris.",
                "This table holds more than " + limits.rows() + " rows."),
            null);
      }
      Cell[] values = new Cell[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = cells.cell(columns.get(i).getRowValue(row), where);
      }
      taker.row(GridRow.ofCells(number, values));
    }
    notes = new ArrayList<>();
    if (!linked.isEmpty()) {
      notes.add(AccessFaults.linked(whole, linked));
    }
    if (cells.unread() > 0) {
      notes.add(AccessFaults.unread(whole, cells.unread()));
    }
  }

  @Override
  public List<Issue> notes(int sheet) {
    return List.copyOf(notes);
  }

  @Override
  public List<MergedRange> merged(int sheet) {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
