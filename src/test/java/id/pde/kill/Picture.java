package id.pde.kill;

import id.pde.run.FileNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * All that the runs of a trial left, in lines: every column of every row, every line of every file.
 * Numbers of runs stand as their rank, since those of killed runs stay unused; times and ids of
 * claims are taken out.
 */
final class Picture {

  /** Where the numbers of runs begin, so that nothing else in a picture looks like one. */
  static final long FIRST_RUN = 7_000_001;

  private static final String OWN_RUNS = " WHERE t.run IN (SELECT run FROM pde.run WHERE %s)";

  private final Connection connection;
  private final List<String> lines = new ArrayList<>();

  private Picture(Connection connection) {
    this.connection = connection;
  }

  /** Lets the runs of a fresh database begin at their first number. */
  static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER SEQUENCE pde.run_number RESTART WITH " + FIRST_RUN);
    }
  }

  static List<String> of(Connection connection, Trial trial) throws IOException, SQLException {
    Picture picture = new Picture(connection);
    picture.tables(trial.table());
    for (String folder : List.of("inbox", "outbox", "archive", "work")) {
      picture.files(folder, trial.home().root().resolve(folder));
    }
    return picture.alike(trial.table());
  }

  private void tables(String table) throws SQLException {
    String named = "table_name = '" + table + "'";
    String ofRuns = OWN_RUNS.formatted(named);
    rows("table", "warehouse." + table + " t ORDER BY kode");
    rows("history", "history." + table + " t ORDER BY kode, _run_ended");
    rows("ledger", "pde.run t WHERE " + named + " ORDER BY run");
    rows("issue", "pde.issue t" + ofRuns + " ORDER BY run, ordinal");
    rows("issues", "pde.issue_count t" + ofRuns + " ORDER BY run, ordinal");
    rows("quarantine", "pde.quarantine t" + ofRuns + " ORDER BY run, ordinal");
    rows("owner", "pde.owned_table t WHERE " + named);
    rows("mapping", "pde.mapping_version t WHERE mapping = 'dkupp/" + table + "'");
  }

  private void rows(String label, String from) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT to_json(t)::text FROM " + from)) {
      while (rows.next()) {
        lines.add(label + " " + rows.getString(1));
      }
    }
  }

  private void files(String label, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        lines.add(label + " " + folder.relativize(file));
        for (String line : linesOf(file)) {
          lines.add(label + " " + FileNames.of(file) + ": " + line);
        }
      }
    }
  }

  /** Of a workbook the lines of each of its parts. */
  private static List<String> linesOf(Path file) throws IOException {
    if (!file.toString().endsWith(".xlsx")) {
      return Files.readString(file).lines().toList();
    }
    List<String> lines = new ArrayList<>();
    try (ZipFile parts = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(parts.entries())) {
        try (InputStream bytes = parts.getInputStream(part)) {
          String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
          text.lines().forEach(line -> lines.add(part.getName() + " " + line));
        }
      }
    }
    return lines;
  }

  private List<String> alike(String table) throws SQLException {
    List<String> runs = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT run FROM pde.run WHERE table_name = '" + table + "' ORDER BY run")) {
      while (rows.next()) {
        runs.add(rows.getString(1));
      }
    }
    return lines.stream().map(line -> alike(line, table, runs)).toList();
  }

  private static String alike(String line, String table, List<String> runs) {
    String alike = line.replaceAll("\\b" + table + "\\b", "TABLE");
    for (int i = 0; i < runs.size(); i++) {
      alike = alike.replace(runs.get(i), "RUN" + (i + 1));
    }
    return alike
        .replaceAll(
            "\"(started|finished|published|at|since|first_used)\" ?: ?\"[^\"]*\"", "\"$1\": TIME")
        // A digest of the statements that make the view, which name the table.
        .replaceAll("\"presented\" ?: ?\"[^\"]*\"", "\"presented\": VIEW")
        .replaceAll("\"claim\" ?: ?\"[^\"]*\"", "\"claim\": CLAIM")
        .replaceAll("seconds\" : [0-9.]+", "seconds")
        .replaceAll("(<dcterms:\\w+[^>]*>)[^<]*", "$1")
        .replaceAll("pukul [^<]*", "pukul");
  }
}
