package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.app.AgencyDatabases;
import id.pde.model.Issue;
import id.pde.run.MappingInvalid;
import id.pde.run.SourceUnreadable;
import id.pde.run.pull.Bounds;
import id.pde.run.pull.Pull;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What officers get wrong with the databases of agencies; each is told by its name. */
class PullMistakesIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String MAPPING =
      """
      title: Harga
      source: {format: rows%s}
      target: {table: harga, key: [id], load: merge}
      columns:
        id:    {from: id, type: integer, class: publik}
        harga: {from: harga, type: integer, class: publik}
      """;

  @TempDir Path root;
  private Path file;
  private PulledCity city;

  @BeforeEach
  void begin() throws Exception {
    city = new PulledCity(root, database);
    city.empty("harga");
    file = Files.createDirectories(root.resolve("home/databases")).resolve("kota.sqlite");
    execute("CREATE TABLE harga (id int, harga int)", "INSERT INTO harga VALUES (1, 10)");
    city.databases(
        """
        kota: {url: "jdbc:sqlite:databases/kota.sqlite"}
        rahasia: {url: "jdbc:sqlite:databases/kota.sqlite", user: {env: TIDAK_ADA}}
        asing: {url: "jdbc:tidakada://HOST/kota"}
        hilang: {url: "jdbc:sqlite:databases/hilang.sqlite"}
        """);
    city.mapping("harga", MAPPING.formatted(""));
  }

  @AfterEach
  void end() {
    city.close();
  }

  private void execute(String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String steps(String connection, String sql) {
    return """
    - setBody: {constant: "%s"}
    - to: jdbc:%s
    - to: pde:dkupp/harga
    """
        .formatted(sql, connection);
  }

  private String direct(String connection, String sql) {
    try (AgencyDatabases agencies =
        AgencyDatabases.of(city.wiring().mappings().read(), city.wiring().settings())) {
      Issue issue =
          catchThrowableOfType(
                  SourceUnreadable.class,
                  () ->
                      agencies
                          .pull(new Pull(connection, sql, Map.of(), Pull.Limits.DEFAULT))
                          .hasNext())
              .issue();
      assertThat(issue.message().id()).isNotEqualTo(issue.message().en());
      assertThat(issue.fix().id()).isNotEqualTo(issue.fix().en());
      return issue.code();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kota | SELECT id, harga AS ID FROM harga | source.twice",
        "kota | SELECT id FROM harga WHERE id > :?sejak | source.parameter",
        "rahasia | SELECT 1 | source.secret",
        "asing | SELECT 1 | source.driver",
        "lain | SELECT 1 | source.unknown",
        "kota | SELECT harga_baru FROM harga | source.column",
        "kota | SELECT 1 FROM pasar | source.table",
        "hilang | SELECT 1 | source.database"
      })
  void eachHasItsCode(String connection, String sql, String code) {
    assertThat(direct(connection, sql)).isEqualTo(code);
  }

  @Test
  void aFileThatItsProgramHoldsIsTriedAgain() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");

      assertThat(city.outcome(steps("kota", "SELECT id, harga FROM harga")))
          .isEqualTo("waiting source.busy");
      statement.execute("ROLLBACK");
    }
    assertThat(city.outcome(steps("kota", "SELECT id, harga FROM harga")))
        .isEqualTo("loaded 1/0/0");
  }

  @Test
  void rowsThatBreakOffLoadNothing() throws Exception {
    String broken =
        """
        - setBody: {constant: "id,harga\\n1,10\\n2,\\"tanpa akhir"}
        - unmarshal: {csv: {useMaps: "true"}}
        - to: pde:dkupp/harga
        """;

    assertThat(stopped(() -> city.pull(broken)).issue().code()).isEqualTo("rows.broken");
    assertThat(city.ask("SELECT count(*) FROM pde.run WHERE outcome = 'loaded'"))
        .containsExactly("0");
  }

  private static SourceUnreadable stopped(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    while (thrown != null && !(thrown instanceof SourceUnreadable)) {
      thrown = thrown.getCause();
    }
    assertThat(thrown).isNotNull();
    return (SourceUnreadable) Objects.requireNonNull(thrown);
  }

  @Test
  void aPullByWatermarkNeedsItsColumn() throws Exception {
    city.mapping("harga", MAPPING.formatted(", watermark: {column: diubah}"));

    assertThat(city.outcome(steps("kota", "SELECT id, harga FROM harga")))
        .isEqualTo("refused watermark.missing");
  }

  @Test
  void boundsAreOfMappingsWithAWatermark() throws Exception {
    var mapping = city.wiring().mappings().find("dkupp/harga").mapping();

    MappingInvalid invalid =
        catchThrowableOfType(
            MappingInvalid.class, () -> Bounds.of(java.util.Objects.requireNonNull(mapping), null));
    assertThat(invalid.issue().code()).isEqualTo("watermark.none");
  }
}
