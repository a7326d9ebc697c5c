package id.pde.app.server;

import ch.vorburger.exec.ManagedProcessException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The machines on which agencies of the sample city keep their data: a MariaDB, a PostgreSQL, an
 * SQLite file, a folder behind SFTP and an Open311 server, all real and all holding its data.
 */
final class SourceServers implements AutoCloseable {

  private static final Path DEMO = Path.of("src/main/demo");
  private static final Path MARKET = DEMO.resolve("dkupp/simpasar.sqlite");

  private final Path folder;
  private final Path sqlite;
  private final AgencyMariaDb mariaDb = new AgencyMariaDb();
  private final AgencyPostgres postgres = new AgencyPostgres("test-sources-pg");
  private final SftpServer sftp;
  private final WebServer web = new WebServer();
  private final List<Report> reports = new CopyOnWriteArrayList<>();

  /** A report as the server tells it. */
  record Report(String id, Instant requested, String json) {}

  /**
   * @param folder of the files behind SFTP
   * @param sqlite where the file goes
   */
  SourceServers(Path folder, Path sqlite) throws Exception {
    this.folder = Files.createDirectories(folder.resolve("keluar"));
    this.sqlite = sqlite;
    this.sftp = new SftpServer(folder);
    Files.createDirectories(sqlite.resolveSibling("."));
    Files.copy(MARKET, sqlite);
    fill();
    readReports();
    web.answers(this::answer);
  }

  AgencyMariaDb mariaDb() {
    return mariaDb;
  }

  AgencyPostgres postgres() {
    return postgres;
  }

  SftpServer sftp() {
    return sftp;
  }

  WebServer web() {
    return web;
  }

  /** As the owner of the SQLite file. */
  void sqlite(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sqlite);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A file of the sample city, put into the folder as a whole. */
  void put(String name) throws IOException {
    Path part = folder.resolve("." + name + ".part");
    Files.copy(DEMO.resolve("dkupp").resolve(name), part);
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** A report that came, or came to another state. */
  void report(String id, String status, Instant requested) {
    reports.removeIf(report -> report.id().equals(id));
    reports.add(
        new Report(
            id,
            requested,
            "{\"service_request_id\":\"%s\",\"status\":\"%s\",\"service_code\":\"JLN01\",\"service_name\":\"Jalan\",\"requested_datetime\":\"%s\",\"updated_datetime\":\"%s\",\"lat\":-7.75,\"long\":113.21}"
                .formatted(id, status, requested, requested)));
  }

  /** Answers as the others do not: the server is there, what it serves is not. */
  void breakReports() {
    web.answers(exchange -> WebServer.send(exchange, 503, "text/plain", ""));
  }

  void mendReports() {
    web.answers(this::answer);
  }

  private void fill() throws SQLException {
    mariaDb.execute(
        "DROP TABLE IF EXISTS m_komoditas",
        "CREATE TABLE m_komoditas (id int PRIMARY KEY, nama varchar(100) NOT NULL, satuan varchar(20),"
            + " parent_id int, aktif char(1), diubah datetime(6) NOT NULL)",
        "CREATE OR REPLACE USER pde@'%' IDENTIFIED BY 'rahasia-1'",
        "GRANT SELECT ON simpasar.* TO pde@'%'");
    postgres.execute(
        "DROP TABLE IF EXISTS m_pasar",
        "CREATE TABLE m_pasar (id int PRIMARY KEY, kode text, nama text, alamat text)");
    for (List<String> row : rows("SELECT id, nama, satuan, parent_id, aktif FROM m_komoditas")) {
      mariaDb.execute(
          "INSERT INTO m_komoditas VALUES ("
              + literals(row)
              + ", '2025-03-01 08:00:00' + INTERVAL "
              + row.get(0)
              + " SECOND)");
    }
    for (List<String> row : rows("SELECT id, kode, nama, alamat FROM m_pasar")) {
      postgres.execute("INSERT INTO m_pasar VALUES (" + literals(row) + ")");
    }
  }

  /** As SQL of any kind writes them. */
  private static List<List<String>> rows(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + MARKET);
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int column : IntStream.rangeClosed(1, row.getMetaData().getColumnCount()).toArray()) {
          String value = row.getString(column);
          values.add(value == null ? "NULL" : "'" + value.replace("'", "''") + "'");
        }
        rows.add(values);
      }
    }
    return rows;
  }

  private static String literals(List<String> row) {
    return String.join(", ", row);
  }

  /** Each object of the sample file as its text, repeated ones included. */
  private void readReports() throws IOException {
    Path file = DEMO.resolve("diskominfo/open311_requests_202502.json");
    for (JsonNode one : new ObjectMapper().readTree(file.toFile()).get("service_requests")) {
      reports.add(
          new Report(
              one.get("service_request_id").asText(),
              instant(one.get("requested_datetime").asText()),
              one.toString()));
    }
  }

  /** Some come without an offset, as the city's own clock writes them. */
  private static Instant instant(String text) {
    String whole = text.matches(".*(Z|[+]\\d\\d:\\d\\d)") ? text : text + "+07:00";
    return OffsetDateTime.parse(whole.replace(' ', 'T')).toInstant();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Instant start = Instant.parse(WebServer.parameter(exchange, "start_date"));
    Instant end = Instant.parse(WebServer.parameter(exchange, "end_date"));
    int page = Integer.parseInt(WebServer.parameter(exchange, "page"));
    WebServer.json(
        exchange,
        reports.stream()
            .filter(one -> !one.requested().isBefore(start) && !one.requested().isAfter(end))
            .skip((page - 1) * 50L)
            .limit(50)
            .map(Report::json)
            .collect(Collectors.joining(",", "[", "]")));
  }

  @Override
  public void close() throws IOException, ManagedProcessException {
    web.close();
    sftp.close();
    postgres.close();
    mariaDb.close();
  }
}
