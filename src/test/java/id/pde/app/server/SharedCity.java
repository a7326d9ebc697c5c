package id.pde.app.server;

import id.pde.app.server.LivingNode.Start;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What several servers share: one database, the folders of agencies, and schedules that each fire
 * once soon.
 *
 * @param files in the folder of each agency
 */
record SharedCity(Path folder, TestDatabase database, int agencies, int files, int schedules) {

  /** The fires begin when all servers are there on a slow machine, too. */
  private static final Duration BEFORE_FIRES = Duration.ofSeconds(25);

  LivingNode start(String name, List<String> options, Map<String, String> variables)
      throws IOException {
    Map<String, String> all = new HashMap<>(database.environment());
    all.put("PDE_EXCHANGE", folder.resolve("exchange").toString());
    all.put("PDE_ARCHIVE", folder.resolve("archive").toString());
    all.put("PDE_ROUTES", folder.resolve("routes").toString());
    all.put("PDE_MAPPINGS", folder.resolve("mappings").toString());
    all.putAll(variables);
    return LivingNode.start(folder.resolve(name), new Start(options, all));
  }

  /** Agencies with a watched folder each, and schedules that each fire once soon. */
  void write() throws IOException {
    StringBuilder routes = new StringBuilder();
    StringBuilder offices = new StringBuilder("d:\n  name: Dinas D\n");
    for (int agency = 1; agency <= agencies; agency++) {
      offices.append("k%d:\n  name: Dinas K%d\n".formatted(agency, agency));
      mapping("k" + agency + "/kotak", "kotak" + agency);
      routes.append(
          """
          - from:
              uri: pde:inbox?agency=k%d&every=1s
              steps:
                - to: pde:k%d/kotak
          """
              .formatted(agency, agency));
    }
    mapping("d/jadwal", "jadwal");
    LocalDateTime first = LocalDateTime.now(ZoneId.of("Asia/Jakarta")).plus(BEFORE_FIRES);
    for (int schedule = 0; schedule < schedules; schedule++) {
      LocalDateTime fire = first.plusSeconds(schedule * 30L / schedules);
      routes.append(
          """
          - from:
              uri: "pde:schedule/s%d?cron=%d %d %d %d %d ?&zone=Asia/Jakarta"
              steps:
                - setBody:
                    constant: "kode,nilai\\ns%d,%d"
                - to: pde:d/jadwal
          """
              .formatted(
                  schedule,
                  fire.getSecond(),
                  fire.getMinute(),
                  fire.getHour(),
                  fire.getDayOfMonth(),
                  fire.getMonthValue(),
                  schedule,
                  schedule));
    }
    write("routes/city.yaml", routes.toString());
    write("mappings/agencies.yaml", offices.toString());
  }

  private void mapping(String id, String table) throws IOException {
    write(
        "mappings/" + id + ".yaml",
        """
        title: Uji
        agency: %s
        source: {format: csv}
        target: {table: %s, load: append}
        columns:
          kode:  {from: kode, type: text, class: publik}
          nilai: {from: nilai, type: integer, class: publik}
        """
            .formatted(id.substring(0, id.indexOf('/')), table));
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, content);
  }

  /** One after the other, and so they are dated. */
  void drop() throws IOException {
    Instant first = Instant.now().minusSeconds(files);
    Path drafts = Files.createDirectories(folder.resolve("exchange/drafts"));
    for (int file = 0; file < files; file++) {
      for (int agency = 1; agency <= agencies; agency++) {
        String name = "f" + file + ".csv";
        Path draft = drafts.resolve(name);
        Files.writeString(draft, "kode,nilai\nk" + agency + "-" + file + "," + file + "\n");
        Files.setLastModifiedTime(draft, FileTime.from(first.plusSeconds(file)));
        Path inbox = folder.resolve("exchange/inbox/k" + agency);
        Files.move(draft, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** How many of the files of an agency were loaded after one that was sent later. */
  long overtaken(int agency) throws SQLException {
    return count(
        """
        SELECT count(*) FROM (
          SELECT number, lag(number) OVER (ORDER BY run) AS before FROM (
            SELECT run, substring(source_name FROM '[0-9]+')::int AS number
              FROM pde.run WHERE agency = 'k%d' AND claim IS NOT NULL) sent) follows
         WHERE before > number
        """
            .formatted(agency));
  }

  long count(String sql) throws SQLException {
    return rows("SELECT '', (" + sql + ")").values().iterator().next();
  }

  Map<String, Long> rows(String sql) throws SQLException {
    Map<String, Long> rows = new HashMap<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.put(row.getString(1), row.getLong(2));
      }
    }
    return rows;
  }
}
