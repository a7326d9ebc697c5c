package id.pde.faults;

import static id.pde.faults.BadFiles.latin;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A table of prices with good data in it, and a terminal to load more. */
final class PriceTable {

  static final String GOOD = "Kode;Nama;Harga\na;beras;1\nb;gula;2\n";

  private static final String MAPPING =
      """
      title: Harga
      agency: dkupp
      source: {format: auto%s}
      target: {table: harga, key: [kode], load: %s}
      columns:
        kode: {from: Kode, type: text, class: publik}
        nama: {from: Nama, type: text, class: publik}
        harga: {from: Harga, type: integer, class: publik}
      tolerance: {rejects: 60%%}
      """;

  private final Path root;
  private final TestDatabase database;

  PriceTable(Path root, TestDatabase database) {
    this.root = root;
    this.database = database;
  }

  /** Begins anew, with two rows loaded. */
  void begin() throws Exception {
    execute("DROP TABLE IF EXISTS warehouse.harga, history.harga CASCADE");
    execute("TRUNCATE pde.run CASCADE");
    Files.createDirectories(root.resolve("routes"));
    Files.createDirectories(root.resolve("mappings/dkupp"));
    Files.writeString(root.resolve("mappings/agencies.yaml"), "dkupp: {name: Dinas Pasar}\n");
    mapping("", "merge");
    assertThat(load("baik.csv", latin(GOOD)).code()).isZero();
  }

  Terminal terminal() {
    return new Terminal(root, database.environment());
  }

  Ended load(String name, byte[] content, String... more) throws IOException {
    Path file = Files.write(root.resolve(name), content);
    List<String> words = new ArrayList<>(List.of("load", file.toString(), "-m", "dkupp/harga"));
    words.addAll(Arrays.asList(more));
    Ended ended = terminal().type(words.toArray(String[]::new));
    assertThat(file).hasBinaryContent(content);
    return ended;
  }

  void mapping(String source, String load) throws IOException {
    Files.writeString(root.resolve("mappings/dkupp/harga.yaml"), MAPPING.formatted(source, load));
  }

  /** The newest run. */
  String run() throws SQLException {
    return ask("SELECT max(run) FROM pde.run").get(0);
  }

  /** All that a refused delivery must not change. */
  List<String> picture() throws SQLException {
    List<String> picture = new ArrayList<>();
    picture.addAll(ask("SELECT 'harga ' || (kode, nama, harga)::text FROM warehouse.harga"));
    picture.addAll(ask("SELECT 'history ' || (kode, nama, harga)::text FROM history.harga"));
    picture.addAll(ask("SELECT 'rejected ' || (run, ordinal)::text FROM pde.quarantine"));
    picture.sort(Comparator.naturalOrder());
    return picture;
  }

  List<String> ask(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
