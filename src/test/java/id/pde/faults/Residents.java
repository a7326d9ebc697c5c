package id.pde.faults;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Five datasets in which the same invented persons stand, each in another way. */
final class Residents {

  /** Who is erased. */
  static final String ONE = "3574041806779004";

  static final String TWO = "3574041806779005";
  static final String THREE = "3574041806779006";

  private static final String WARGA =
      """
      title: Warga
      agency: dinsos
      source: {format: csv}
      target: {table: warga, key: [nik], load: merge}
      columns:
        nik: {from: NIK, type: nik, class: pribadi-umum, protect: hmac}
        nama: {from: Nama, type: text, class: pribadi-umum}
        jiwa: {from: Jiwa, type: integer}
      tolerance: {rejects: 90%}
      """;

  private static final String PEGAWAI =
      """
      title: Pegawai
      agency: dinsos
      source: {format: auto}
      target: {table: pegawai, key: [nik], load: replace}
      columns:
        nik: {from: NIK, type: nik, class: pribadi-umum}
        nama: {from: Nama, type: text, class: pribadi-umum}
        nik_atasan: {from: NIK Atasan, type: nik, class: pribadi-umum}
      tolerance: {shrink: 100%}
      """;

  private static final String BANTUAN =
      """
      title: Bantuan
      agency: dinsos
      source: {format: csv}
      target: {table: bantuan, load: append}
      columns:
        penerima: {from: Penerima, type: nik, class: pribadi-umum, protect: hmac}
        nominal: {from: Nominal, type: integer}
      """;

  private static final String ANTRIAN =
      """
      title: Antrian
      agency: dinsos
      source: {format: csv}
      target: {table: antrian, key: [nomor], load: merge}
      columns:
        nomor: {from: Nomor, type: text}
        nik: {from: NIK, type: nik, class: pribadi-umum, protect: mask}
        nama: {from: Nama, type: text, class: pribadi-umum}
        catatan: {from: Catatan, type: text}
      """;

  private final Path root;
  private final TestDatabase database;

  Residents(Path root, TestDatabase database) {
    this.root = root;
    this.database = database;
  }

  void begin() throws Exception {
    dropTables();
    execute(
        "TRUNCATE pde.run, pde.quarantine, pde.owned_table, pde.hmac_key, pde.erasure, pde.delivery CASCADE");
    Files.createDirectories(root.resolve("routes"));
    Files.createDirectories(root.resolve("mappings/dinsos"));
    Files.writeString(root.resolve("mappings/agencies.yaml"), "dinsos: {name: Dinas Sosial}\n");
    Files.writeString(root.resolve("mappings/dinsos/warga.yaml"), WARGA);
    Files.writeString(root.resolve("mappings/dinsos/pegawai.yaml"), PEGAWAI);
    Files.writeString(root.resolve("mappings/dinsos/bantuan.yaml"), BANTUAN);
    Files.writeString(root.resolve("mappings/dinsos/antrian.yaml"), ANTRIAN);
  }

  void dropTables() throws SQLException {
    for (String table : List.of("warga", "pegawai", "bantuan", "antrian")) {
      execute("DROP TABLE IF EXISTS warehouse." + table + ", history." + table + " CASCADE");
    }
  }

  Path home() {
    return root.resolve("home");
  }

  Ended type(String... words) {
    return new Terminal(root, database.environment()).type(words);
  }

  Ended load(String mapping, String name, String content, String... more) throws IOException {
    return load(mapping, Files.writeString(root.resolve(name), content), more);
  }

  Ended load(String mapping, Path file, String... more) {
    List<String> words =
        new ArrayList<>(List.of("load", file.toString(), "-m", "dinsos/" + mapping));
    words.addAll(Arrays.asList(more));
    return type(words.toArray(String[]::new));
  }

  Path workbook(String name, List<List<String>> rows) throws IOException {
    Path file = root.resolve(name);
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      var sheet = book.createSheet("Data");
      for (int i = 0; i < rows.size(); i++) {
        var row = sheet.createRow(i);
        for (int j = 0; j < rows.get(i).size(); j++) {
          row.createCell(j).setCellValue(rows.get(i).get(j));
        }
      }
      book.write(out);
    }
    return file;
  }

  Path zip(String name, String member, String content) throws IOException {
    Path file = root.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(member));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** Files of the home that hold a text, also inside archives. */
  List<String> filesWith(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().contains(text) || contains(bytes, text)) {
          found.add(home().relativize(file).toString());
        }
      }
    }
    return found;
  }

  private static boolean contains(byte[] bytes, String text) throws IOException {
    if (new String(bytes, StandardCharsets.ISO_8859_1).contains(text)) {
      return true;
    }
    if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
      try (InputStream in = new ByteArrayInputStream(bytes);
          ZipInputStream zip = new ZipInputStream(in)) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (contains(zip.readAllBytes(), text)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Tables with a row that holds one of these texts, over all that a dump would have. */
  List<String> tablesWith(String... texts) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String table :
        ask(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname IN ('pde', 'warehouse', 'history') ORDER BY 1")) {
      for (String text : texts) {
        if (!ask("SELECT 1 FROM " + table + " t WHERE position('" + text + "' in t::text) > 0")
            .isEmpty()) {
          found.add(table);
        }
      }
    }
    return found;
  }

  /** All rows of a table and its history, as text. */
  List<String> rows(String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    rows.addAll(ask("SELECT 'now ' || t::text FROM warehouse." + table + " t ORDER BY 1"));
    rows.addAll(ask("SELECT 'before ' || t::text FROM history." + table + " t ORDER BY 1"));
    return rows;
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
