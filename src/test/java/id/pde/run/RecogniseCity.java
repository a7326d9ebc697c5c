package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import id.pde.receipt.OutboxAnswers;
import id.pde.receipt.annotate.Workbooks;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.recognise.Recogniser;
import id.pde.source.Readers;
import id.pde.source.codes.CodeListCsv;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresLedger;
import id.pde.warehouse.PostgresWarehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A watched folder that feeds several mappings, with real readers, warehouse and outbox. */
abstract class RecogniseCity {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int homes;

  @TempDir Path root;
  final SettableClock clock = new SettableClock();
  final Map<String, String> mappings = new LinkedHashMap<>();
  String table = "";
  Home home = new Home(Path.of("unused"));

  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void newHome() throws IOException {
    String name = "r" + ++homes;
    table = name;
    home = new Home(root.resolve(name));
    Files.createDirectories(home.inbox().resolve("dkupp"));
    mapping("harga", "Kode, Harga", "");
    mapping("umkm", "Kode, Usaha", "");
    mapping("pasar", "Kode, Pasar", "source: {file: [\"*pasar*\"]}\n");
  }

  /** A mapping of two columns with a table of its own; the first is the key. */
  void mapping(String dataset, String headings, String more) {
    String[] two = headings.split(", ", -1);
    mappings.put(
        dataset,
        """
        %starget: {table: %s_%s, key: [kode]}
        columns:
          kode: {from: %s, type: text}
          nilai: {from: %s, type: text}
        """
            .formatted(more, table, dataset, two[0], two[1]));
  }

  final class Life implements AutoCloseable {
    final PostgresLedger ledger = new PostgresLedger(database.connections());
    final Claims claims = new Claims(home, clock);
    final Archive archive = new Archive(home, 0);
    final Receiving receiving =
        new Receiving(
            archive,
            claims,
            new OutboxAnswers(
                home, agency -> Language.ID, ZoneId.of("Asia/Jakarta"), Workbooks.NONE),
            ledger);
    final Recovery recovery = new Recovery(receiving, claims, archive, ledger);

    List<RunReport> ticks(RunListener listener) {
      return ticks(Claim.toAnyOf("dkupp"), destination(), listener);
    }

    /** Three looks into the watched folder, whose files go to that goal. */
    List<RunReport> ticks(String goal, Destination destination, RunListener listener) {
      Inbox inbox =
          new Inbox(
              new Inbox.Spot(home, "dkupp", goal),
              new Inbox.Next(claims, archive),
              Inbox.Settings.DEFAULT,
              clock);
      List<RunReport> reports = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        clock.advance(Duration.ofSeconds(5));
        inbox.look(
            claim -> reports.addAll(receiving.receive(claim, destination, listener).reports()));
      }
      return reports;
    }

    Destination destination() {
      MappingFolder folder = folder();
      Readers readers = new Readers();
      PostgresWarehouse warehouse = new PostgresWarehouse(database.connections(), home.work());
      Loader loader =
          new Loader(
              new Loader.Ports(readers, warehouse, ledger),
              new NormaliserChecks(folder.codes()),
              clock);
      return new Recogniser(
          new Recogniser.Ports(readers, readers, loader),
          new Recogniser.Candidates(
              "dkupp", folder.mappings().values(), Set.of(), Choices.DEFAULT));
    }

    @Override
    public void close() {
      claims.close();
      archive.close();
    }
  }

  MappingFolder folder() {
    Path folder = home.root().resolve("mappings");
    try {
      Files.createDirectories(folder.resolve("dkupp"));
      Files.writeString(folder.resolve("agencies.yaml"), "dkupp: {name: DKUPP}\n");
      for (var one : mappings.entrySet()) {
        Files.writeString(folder.resolve("dkupp/" + one.getKey() + ".yaml"), one.getValue());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    MappingFolder read = new MappingFiles(folder, new CodeListCsv()).read();
    assertThat(read.faults()).isEmpty();
    return read;
  }

  List<RunReport> drop(String name, String content) throws IOException {
    Files.writeString(home.inbox().resolve("dkupp").resolve(name), content);
    try (Life life = new Life()) {
      return life.ticks(RunListener.SILENT);
    }
  }

  List<RunReport> drop(String name, java.util.function.Consumer<Workbook> fill) throws IOException {
    write(name, fill);
    try (Life life = new Life()) {
      return life.ticks(RunListener.SILENT);
    }
  }

  void write(String name, java.util.function.Consumer<Workbook> fill) throws IOException {
    Path file = home.inbox().resolve("dkupp").resolve(name);
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      // The bytes of two cities must differ, or one is a duplicate of the other: a ZIP archive
      // knows
      // times of two seconds only.
      book.getProperties().getCoreProperties().setTitle(table);
      fill.accept(book);
      book.write(out);
    }
  }

  static Sheet sheet(Workbook book, String name, String... lines) {
    Sheet sheet = book.createSheet(name);
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].split(",", -1);
      for (int j = 0; j < cells.length; j++) {
        var row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
        row.createCell(j).setCellValue(cells[j]);
      }
    }
    return sheet;
  }

  static List<String> shown(List<RunReport> reports) {
    return reports.stream()
        .map(
            report ->
                report.mapping() + " " + report.outcome().code() + " " + report.counts().read())
        .toList();
  }

  String answer(String name) throws IOException {
    return Files.readString(home.outbox().resolve("dkupp").resolve(name + ".hasil.txt"));
  }

  long rows(String dataset) throws SQLException {
    String sql = "SELECT count(*) FROM warehouse." + table + "_" + dataset;
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
