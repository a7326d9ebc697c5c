package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One dataset about invented persons with every class, a dated code list, and its analysts. */
final class Volunteers {

  static final String MAPPING =
      """
      title: {id: Kader, en: Health volunteers}
      description: Kader posyandu per kelurahan
      agency: dinkes
      source: {format: csv, file: ["kader*"]}
      period: {from: {column: tahun}}
      target: {table: kader, key: [nomor], load: merge}
      columns:
        nomor: {from: No, type: integer, class: publik, title: {id: Nomor urut, en: Serial number}}
        tahun: {from: Tahun, type: period, class: publik}
        kelurahan: {from: Kelurahan, type: code(tempat), unknown: keep, class: publik}
        agama: {from: Agama, type: code(agama), class: pribadi-spesifik}
        jenis_kelamin: {from: JK, type: code(agama), class: pribadi-umum}
        status: {from: Status, type: code(status)}
        nik: {from: NIK, type: nik, class: pribadi-umum, protect: hmac}
        nama: {from: Nama, type: text, class: pribadi-umum}
        lahir: {from: Lahir, type: date, class: pribadi-umum}
        telepon: {from: HP, type: phone, class: pribadi-umum}
        penyakit: {from: Penyakit, type: text, class: pribadi-spesifik, protect: mask}
        insentif: {from: Insentif, type: "decimal(12,2)"}
        catatan: {from: Catatan, type: text}
      drift: {new-columns: ignore}
      """;

  private static final String HEAD =
      "No;Tahun;Kelurahan;Agama;JK;Status;NIK;Nama;Lahir;HP;Penyakit;Insentif;Catatan\n";

  static final String ROWS =
      HEAD
          + "1;2019;Jati;Islam;Islam;Aktif;3574041806779004;Contoh Uji Satu;18-06-1977;"
          + "081200007771;contoh;150000;=1+1\n"
          + "2;2024;Jati;Kristen;Kristen;Aktif;3574041806779005;Uji Dua;18-06-1977;"
          + "081200007772;contoh;-5;baik\n"
          + "3;2024;Tiada;Kristen;Kristen;Henti;;;;;;;\n";

  private final Path root;
  private final TestDatabase database;
  private final Terminal terminal;

  Volunteers(Path root, TestDatabase database) {
    this.root = root;
    this.database = database;
    this.terminal = new Terminal(root, database.environment());
  }

  /** Mappings, lists, a key and an empty database. */
  void begin() throws Exception {
    execute("DROP TABLE IF EXISTS warehouse.kader, history.kader CASCADE");
    execute("TRUNCATE pde.run, pde.quarantine, pde.owned_table, pde.hmac_key, pde.access CASCADE");
    execute("DELETE FROM pde.code; DELETE FROM pde.code_list; DELETE FROM pde.agency");
    Files.createDirectories(root.resolve("routes"));
    Files.createDirectories(root.resolve("mappings/dinkes"));
    Files.createDirectories(root.resolve("mappings/codes"));
    write("mappings/agencies.yaml", "dinkes: {name: Dinas Kesehatan}\n");
    write("mappings/dinkes/kader.yaml", MAPPING);
    write("mappings/codes/agama.csv", "code,name\n1,Islam\n2,Kristen\n");
    write("mappings/codes/status.csv", "code,name\nA,Aktif\nH,Henti\n");
    write(
        "mappings/codes/tempat.csv",
        "code,name,valid_from,valid_to,variants\n7,Jati Lama,,2020-12-31,jati\n7,Jati Baru,2021-01-01,,jati\n");
    assertThat(terminal.type("keys", "new").code()).isZero();
  }

  void load(String rows, int code) throws IOException {
    Ended ended = type("load", file(rows), "-m", "dinkes/kader");
    assertThat(ended.code()).as(ended.toString()).isEqualTo(code);
  }

  String file(String rows) throws IOException {
    return Files.writeString(root.resolve("kader.csv"), rows).toString();
  }

  void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
  }

  Ended type(String... words) {
    return terminal.type(words);
  }

  /** Roles belong to the whole server, so every test has its own. */
  String name() {
    return "uji_" + UUID.randomUUID().toString().replace('-', '_');
  }

  Connections analyst() {
    String name = name();
    Ended added = type("user", "add", name, "--role", "analyst");
    assertThat(added.code()).as(added.err()).isZero();
    String password =
        added.out().lines().filter(line -> line.startsWith("password")).findFirst().orElseThrow();
    return new Connections(
        new ConnectionSettings(
            database.settings().url(),
            name,
            new Password(password.replaceFirst("password +", "").strip())));
  }

  /** The SQLSTATE that the statement ends with; empty: it was allowed. */
  String tried(Connections analyst, String... sql) throws SQLException {
    try (Connection connection = analyst.open(Purpose.QUERY);
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
      return "";
    } catch (SQLException refused) {
      return String.valueOf(refused.getSQLState());
    }
  }

  List<String> columns(String schema) throws SQLException {
    return ask(
        "SELECT attname FROM pg_attribute WHERE attrelid = '"
            + schema
            + ".kader'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
  }

  List<String> ask(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(rows.getString(i));
        }
        lines.add(String.join("|", values.stream().map(String::valueOf).toList()));
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
