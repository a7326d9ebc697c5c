package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.pde.testing.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** People and programs elsewhere are told of runs, once they are committed. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EventsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String MAPPING =
      """
      title: Harga
      source: {format: csv}
      target: {table: harga, key: [id], load: merge}
      columns:
        id:    {from: id, type: integer, class: publik}
        nama:  {from: nama, type: text, class: pribadi-umum}
      """;

  private static final String LOAD =
      """
      - from:
          uri: direct:tarik
          steps:
            - setBody: {constant: "id,nama\\n1,Budi Santoso\\nx,Siti Aminah\\n"}
            - setHeader: {name: PdeName, constant: "Budi Santoso.csv"}
            - to: pde:dkupp/harga
      """;

  @TempDir Path root;
  private WebServer web;
  private DoorCity city;

  @BeforeEach
  void begin() throws Exception {
    web = new WebServer();
    web.answers(exchange -> WebServer.json(exchange, "{}"));
    city = new DoorCity(root.resolve("city"), database);
    city.wiring().connections();
    city.empty("harga");
    city.ask("WITH a AS (DELETE FROM pde.event_told) DELETE FROM pde.event_receiver RETURNING 1");
    city.ask("DELETE FROM pde.reminder_told RETURNING 1");
    city.secret("bot", "12:abc");
    city.mapping("harga", MAPPING);
  }

  @AfterEach
  void end() {
    city.close();
    web.close();
  }

  private String hook(String name, String filter) {
    return """
        - from:
            uri: pde:events?name=%s&every=1s%s
            steps:
              - to:
                  uri: pde:webhook
                  parameters:
                    url: "%s/%s"
                    language: en
        """
        .formatted(name, filter, web.address(), name);
  }

  private void awaitReceivers(int number) {
    DoorCity.await(() -> asked("SELECT receiver FROM pde.event_receiver"), number);
  }

  private List<String> asked(String sql) {
    try {
      return city.ask(sql);
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void aRunIsToldWithItsCountsAndWithoutValues() throws Exception {
    city.start(LOAD + hook("semua", ""));
    awaitReceivers(1);
    assertThat(city.pull()).isEmpty();

    String told = DoorCity.await(web::told, 1).get(0);

    long run = city.runs().get(0).run();
    assertThat(told)
        .contains("\"id\":\"" + run + "-refused\"")
        .contains("\"mapping\":\"dkupp/harga\"", "\"agency\":\"dkupp\"")
        .contains("\"read\":2", "\"rejected\":1")
        .doesNotContain("Budi", "Siti");
  }

  @Test
  void aReceiverThatIsAwayIsToldLaterAndHoldsNoLoad() throws Exception {
    AtomicInteger times = new AtomicInteger();
    web.answers(
        exchange ->
            WebServer.send(
                exchange, times.getAndIncrement() == 0 ? 500 : 204, "application/json", ""));
    city.start(LOAD + hook("semua", ""));
    awaitReceivers(1);
    assertThat(city.pull()).isEmpty();
    assertThat(city.runs()).hasSize(1);

    List<String> told = DoorCity.await(web::told, 2);

    assertThat(told.get(0)).isEqualTo(told.get(1));
    DoorCity.await(() -> asked("SELECT run FROM pde.event_told"), 1);
  }

  @Test
  void whatWasNotToldIsToldAfterARestartAndWhatWasIsNot() throws Exception {
    city.start(LOAD + hook("semua", ""));
    awaitReceivers(1);
    assertThat(city.pull()).isEmpty();
    DoorCity.await(() -> asked("SELECT run FROM pde.event_told"), 1);
    city.close();
    city = new DoorCity(root.resolve("city"), database);
    city.start(LOAD);
    assertThat(city.pull()).isEmpty();
    city.close();
    city = new DoorCity(root.resolve("city"), database);
    city.start(hook("semua", ""));

    assertThat(DoorCity.await(web::told, 2)).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aMailIsSentOverTlsToAServerThatTheRouteKnows() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    mail.setUser("pde@kota.go.id", "pde", "kata");
    mail.start();
    try {
      city.secret("surat", "salah");
      int port = mail.getSmtps().getPort();
      city.start(
          LOAD
              + """
                - from:
                    uri: pde:events?name=surat&every=1s
                    steps:
                      - to:
                          uri: pde:mail
                          parameters:
                            server: smtps://127.0.0.1:%d
                            username: pde
                            password: "{{file:surat}}"
                            from: pde@kota.go.id
                            to: "a@kota.go.id, b@kota.go.id"
                            certificate: "%s"
                """
                  .formatted(port, ShownCertificate.of(port)));
      awaitReceivers(1);
      assertThat(city.pull()).isEmpty();
      assertThat(mail.waitForIncomingEmail(3000, 1)).isFalse();
      city.secret("surat", "kata");

      DoorCity.await(() -> asked("SELECT run FROM pde.event_told"), 1);
      assertThat(mail.getReceivedMessages()).hasSize(2);
      MimeMessage got = mail.getReceivedMessages()[0];
      assertThat(got.getSubject()).isEqualTo("PDE: dkupp/harga: refused");
      assertThat(String.valueOf(got.getContent()))
          .contains("2 baris dibaca")
          .doesNotContain("Budi");
      assertThat(got.getMessageID())
          .isEqualTo("<run-" + city.runs().get(0).run() + "-refused@pde>");
    } finally {
      mail.stop();
    }
  }

  @Test
  void eachHearsWhatItAskedFor() throws Exception {
    city.start(
        LOAD
            + hook("dimuat", "&outcome=loaded,loaded_with_rejects")
            + hook("ditolak", "&outcome=refused&agency=dkupp")
            + """
              - from:
                  uri: pde:events?name=telegram&every=1s
                  steps:
                    - to:
                        uri: pde:telegram
                        parameters: {chat: "-100123", token: "{{file:bot}}", server: "%s"}
              """
                .formatted(web.address()));
    awaitReceivers(3);
    assertThat(city.pull()).isEmpty();

    DoorCity.await(web::told, 2);

    assertThat(web.asked()).containsExactlyInAnyOrder("/ditolak", "/bot12:abc/sendMessage");
    assertThat(web.told())
        .anyMatch(
            body -> body.contains("\"chat_id\":\"-100123\"") && body.contains("2 baris dibaca"));
  }

  @Test
  void whatIsOwedIsRemindedOfOnceEach() throws Exception {
    city.mapping("harga", MAPPING + "expected: {every: month, due: day 1, since: 2025-01}\n");
    city.start(hook("tagihan", "&submission=late&agency=dkupp"));

    List<String> told = DoorCity.await(web::told, 3);

    YearMonth now = YearMonth.now(ZoneId.of("Asia/Jakarta"));
    assertThat(told)
        .allMatch(body -> body.contains("\"outcome\":\"submission.late\""))
        .allMatch(body -> body.contains("\"mapping\":\"dkupp/harga\",\"agency\":\"dkupp\""))
        .anyMatch(body -> body.contains("\"id\":\"dkupp/harga-" + now.minusMonths(2) + "-late\""))
        .anyMatch(
            body ->
                body.contains(
                    "dkupp/harga " + now.minusMonths(3) + " has not come from dkupp; it was due"));
    DoorCity.await(() -> asked("SELECT period FROM pde.reminder_told"), 3);
    city.close();
    city = new DoorCity(root.resolve("city"), database);
    web.answers(exchange -> WebServer.json(exchange, "{}"));
    city.start(
        LOAD + hook("tagihan", "&submission=late&outcome=refused&agency=dkupp") + hook("baru", ""));
    awaitReceivers(2);
    assertThat(city.pull()).isEmpty();

    assertThat(DoorCity.await(web::told, 5).subList(3, 5))
        .as("runs are told, too; no reminder comes twice")
        .allMatch(body -> body.contains("\"outcome\":\"refused\""));
    assertThat(asked("SELECT count(*) FROM pde.reminder_told")).containsExactly("3");
  }
}
