package id.pde.faults;

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
import java.util.List;

/** Two datasets about the same invented persons, with every kind of protection. */
final class Citizens {

  static final String HEAD =
      "NIK;No KK;Nama Lengkap;Tgl Lahir;Alamat;No HP;Surel;Jiwa;Kelurahan;Catatan;Nama Ibu;Ket\n";

  private static final String CITIZENS =
      """
      title: Warga
      agency: dinsos
      source: {format: csv, file: ["warga*"]}
      target: {table: warga, key: [nik], load: merge}
      columns:
        nik: {from: NIK, type: nik, class: pribadi-umum, protect: hmac}
        no_kk: {from: No KK, type: kk, class: pribadi-umum, protect: hmac, invalid: empty}
        nama: {from: Nama Lengkap, type: text, class: pribadi-umum, protect: mask}
        lahir: {from: Tgl Lahir, type: date, class: pribadi-umum, protect: mask, invalid: empty}
        alamat: {from: Alamat, type: text, class: pribadi-umum, protect: drop}
        telepon: {from: No HP, type: phone, class: internal, protect: mask, invalid: empty}
        surel: {from: Surel, type: email, class: pribadi-umum, protect: hmac, invalid: empty}
        jiwa: {from: Jiwa, type: integer}
        kelurahan: {from: Kelurahan, type: text}
        catatan: {from: Catatan, type: text, class: pribadi-umum, protect: scrub}
      tolerance: {rejects: 60%}
      drift: {new-columns: ignore}
      """;

  private static final String AID =
      """
      title: Bantuan
      agency: dinsos
      source: {format: csv, file: ["bantuan*"]}
      target: {table: bantuan, load: append}
      columns:
        penerima: {from: NIK PENERIMA, type: nik, class: pribadi-umum, protect: hmac}
        nominal: {from: NOMINAL, type: integer, class: pribadi-spesifik}
      """;

  private final Path root;
  private final TestDatabase database;

  Citizens(Path root, TestDatabase database) {
    this.root = root;
    this.database = database;
  }

  /** Mappings and an empty database. */
  void begin() throws Exception {
    execute(
        "DROP TABLE IF EXISTS warehouse.warga, history.warga, warehouse.bantuan, history.bantuan CASCADE");
    execute("TRUNCATE pde.run, pde.quarantine, pde.owned_table, pde.hmac_key CASCADE");
    Files.createDirectories(root.resolve("routes"));
    Files.createDirectories(root.resolve("mappings/dinsos"));
    Files.writeString(root.resolve("mappings/agencies.yaml"), "dinsos: {name: Dinas Sosial}\n");
    Files.writeString(root.resolve("mappings/dinsos/warga.yaml"), CITIZENS);
    Files.writeString(root.resolve("mappings/dinsos/bantuan.yaml"), AID);
  }

  Path home() {
    return root.resolve("home");
  }

  Path key() {
    return home().resolve("secrets/hmac");
  }

  Ended type(String... words) {
    return new Terminal(root, database.environment()).type(words);
  }

  Path file(String name, String content) throws IOException {
    return Files.writeString(root.resolve(name), content);
  }

  Ended load(String mapping, String name, String content, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("load", file(name, content).toString(), "-m", "dinsos/" + mapping));
    words.addAll(Arrays.asList(more));
    return type(words.toArray(String[]::new));
  }

  void makeKey() {
    assertThat(type("keys", "new").code()).isZero();
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
