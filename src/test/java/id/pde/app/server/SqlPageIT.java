package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SQL page through HTTP: what an analyst needs, and what nobody may do there. */
class SqlPageIT {

  @TempDir private static Path folder;

  private static ConsoleJvm console;

  @BeforeAll
  static void start() throws Exception {
    console = ConsoleJvm.start(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    console.close();
  }

  private static String ask(String statement) throws Exception {
    return console.post("/sql/ask", "statement", statement).body();
  }

  @Test
  void showsTheFirstRowsAndSaysHowManyThereAre() throws Exception {
    String page = ask("SELECT g AS angka FROM generate_series(1, 1234) g");

    assertThat(page).contains(">angka</th>", ">500</span>", "1.234").doesNotContain(">501</span>");
  }

  @Test
  void saysWhenThereAreMoreRowsThanItCounts() throws Exception {
    assertThat(ask("SELECT g FROM generate_series(1, 200000) g")).contains("lebih dari", "100.000");
  }

  @Test
  void namesThePlaceOfAFault() throws Exception {
    assertThat(ask("SELECT\n  kolom_aneh\nFROM mart.dim_tanggal"))
        .contains("Baris 2, kolom 3: Kolom itu tidak ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DROP TABLE pde.run                                                   | sql.read_only
          SELECT 1; DROP TABLE pde.run                                         | sql.several
          COPY (SELECT 1) TO PROGRAM 'id'                                      | sql.read_only
          SELECT pg_read_file('/etc/passwd')                                   | permission denied for function pg_read_file
          SELECT * FROM pde.account                                            | permission denied for table account
          SELECT set_config('session_authorization', 'postgres', true)         | permission denied
          SELECT lo_from_bytea(0, 'x')                                         | sql.read_only
          SELECT repeat('x', 90000000) FROM generate_series(1, 9)              | sql.too_large
          """,
      quoteCharacter = '`')
  void refusesWhatDoesMoreThanRead(String statement, String words) throws Exception {
    assertThat(ask(statement)).contains(words);
  }

  /** A role that was only switched to could be switched back inside of one statement. */
  @Test
  void aStatementCannotTakeTheRightsOfPde() throws Exception {
    String page =
        ask(
            "SELECT query_to_xml('select set_config(''role'', ''none'', false), current_user"
                + " AS siapa', true, true, '')");

    assertThat(page).contains("siapa&gt;pde_console&lt;");
  }

  @Test
  void stopsAStatementWhenAsked() throws Exception {
    HttpResponse<String> running = console.post("/sql/ask", "statement", "SELECT pg_sleep(50)");
    assertThat(running.headers().firstValue("Refresh")).contains("2");

    console.post(running.uri().getPath() + "/stop");

    String page = "";
    for (int i = 0; i < 600 && !page.contains("sql.stopped"); i++) {
      page = console.get(running.uri().getPath()).body();
    }
    assertThat(page).contains("sql.stopped");
  }

  @Test
  void writesAllRowsAndBreaksOffLoudlyWhenItCannot() throws Exception {
    HttpResponse<String> asked =
        console.post(
            "/sql/ask", "statement", "SELECT g, '=1+1' AS t FROM generate_series(1, 150000) g");
    String csv = console.get(asked.uri().getPath() + "/csv").body();
    assertThat(csv.lines()).hasSize(150_001).startsWith("g,t").endsWith("150000,'=1+1");
    assertThat(console.get(asked.uri().getPath()).body()).contains("150.000", "utuh");

    String cut =
        console
            .post(
                "/sql/ask",
                "statement",
                "SELECT g, 1 / (140000 - g) FROM generate_series(1, 150000) g")
            .uri()
            .getPath();
    assertThatThrownBy(() -> console.get(cut + "/csv")).isInstanceOf(IOException.class);
    assertThat(console.get(cut).body()).contains("TERPUTUS");
  }

  @Test
  void keepsStatementsUnderANameAndShowsThemAsText() throws Exception {
    String page =
        console
            .post("/sql/saved", "name", "<b>hitung", "statement", "SELECT 7", "shared", "yes")
            .body();

    assertThat(page).contains("&lt;b&gt;hitung").doesNotContain("<b>hitung");
  }

  @Test
  void isClosedToStrangersAndToFormsOfOtherSites() throws Exception {
    assertThat(console.strange("/sql").statusCode()).isEqualTo(302);
    assertThat(console.forged("/sql/ask", "statement", "SELECT 1").statusCode()).isEqualTo(403);
    assertThat(console.get("/sql/asked/999999").statusCode()).isEqualTo(404);
  }
}
