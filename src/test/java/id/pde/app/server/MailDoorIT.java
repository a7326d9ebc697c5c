package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.pde.model.RunOutcome;
import id.pde.run.RunReport;
import id.pde.testing.TestDatabase;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries as attachments of mails, through a real mail server over TLS. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MailDoorIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String SENDER = "data@dkupp.go.id";
  private static final String MAPPING =
      """
      title: Harga
      source: {format: csv, file: ["harga*"]}
      target: {table: harga, key: [id], load: merge}
      columns:
        id:    {from: id, type: integer, class: publik}
        harga: {from: harga, type: "decimal(14,2)", class: publik}
      """;

  @TempDir Path root;
  private GreenMail mail;
  private GreenMailUser box;
  private DoorCity city;

  @BeforeEach
  void begin() throws Exception {
    mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
            });
    mail.start();
    box = mail.setUser("pde@kota.go.id", "pde", "kata");
    city = new DoorCity(root.resolve("city"), database);
    city.wiring().connections();
    city.empty("harga");
    city.secret("surat", "kata");
    city.mapping("harga", MAPPING);
  }

  @AfterEach
  void end() {
    city.close();
    mail.stop();
  }

  private String route(String... more) throws Exception {
    int port = mail.getImaps().getPort();
    StringBuilder route =
        new StringBuilder(
            """
            - from:
                uri: imaps://127.0.0.1:%d/INBOX
                parameters:
                  agency: dkupp
                  username: pde
                  password: "{{file:surat}}"
                  senders: "data@dkupp.go.id, @pasar.go.id"
                  certificate: "%s"
                  every: 1s
                  largest: 1
            """
                .formatted(port, ShownCertificate.of(port)));
    for (String option : more) {
      route.append("      ").append(option).append('\n');
    }
    return route.append("    steps:\n      - to: pde:recognise?agency=dkupp\n").toString();
  }

  private record File(String name, String content) {}

  private MimeMessage letter(String from, File... files) throws Exception {
    MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
    letter.setFrom(new InternetAddress(from));
    letter.setRecipients(Message.RecipientType.TO, "pde@kota.go.id");
    letter.setSubject("Data bulan ini");
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart words = new MimeBodyPart();
    words.setText("Terlampir.");
    parts.addBodyPart(words);
    for (File file : files) {
      MimeBodyPart part = new MimeBodyPart();
      part.setContent(file.content(), "text/csv; charset=utf-8");
      part.setFileName(file.name());
      part.setDisposition(MimeBodyPart.ATTACHMENT);
      parts.addBodyPart(part);
    }
    letter.setContent(parts);
    letter.saveChanges();
    return letter;
  }

  private void arrives(MimeMessage letter) {
    box.deliver(letter);
  }

  private MailFolder folder(String name) throws Exception {
    ImapHostManager host = mail.getManagers().getImapHostManager();
    return host.getFolder(box, name);
  }

  private static void until(java.util.concurrent.Callable<Boolean> holds) throws Exception {
    Instant end = Instant.now().plus(DoorCity.PATIENCE);
    while (!holds.call()) {
      assertThat(Instant.now()).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Long enough for two looks. */
  private static void twoLooks() throws Exception {
    TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(2500).toMillis());
  }

  @Test
  void attachmentsOfNamedSendersAreLoadedOnceAndTheMailIsMarkedAsRead() throws Exception {
    arrives(
        letter(
            SENDER,
            new File("harga-1.csv", "id,harga\n1,1000\n"),
            new File("harga-1.csv", "id,harga\n2,2000\n"),
            new File("../../x/harga \u00e9\u202e3.csv", "id,harga\n3,3000\n"),
            new File("logo.png", "x")));
    city.start(route());

    List<RunReport> runs = city.await(3);
    until(() -> folder("INBOX").getUnseenCount() == 0);
    twoLooks();

    assertThat(city.runs()).hasSize(3);
    assertThat(runs).allMatch(run -> run.outcome() == RunOutcome.LOADED);
    assertThat(runs)
        .extracting(run -> run.source().name())
        .startsWith("harga-1.csv", "harga-1 (2).csv")
        .allMatch(name -> name.matches("harga[^/\\p{Cntrl}]*\\.csv"));
    assertThat(city.ask("SELECT id FROM warehouse.harga ORDER BY 1"))
        .containsExactly("1", "2", "3");
    assertThat(city.home().resolve("outbox/dkupp/harga-1 (2).csv.hasil.txt")).exists();
  }

  @Test
  void mailsOfOthersAreLeftAsTheyAre() throws Exception {
    arrives(letter("lain@dkupp.go.id", new File("harga-1.csv", "id,harga\n1,1000\n")));
    MimeMessage machine = letter(SENDER, new File("harga-2.csv", "id,harga\n2,1000\n"));
    machine.setHeader("Auto-Submitted", "auto-replied");
    arrives(machine);
    MimeMessage two = letter(SENDER, new File("harga-4.csv", "id,harga\n4,1000\n"));
    two.setHeader("From", "data@dkupp.go.id, lain@luar.id");
    arrives(two);
    arrives(letter("kepala@pasar.go.id", new File("harga-3.csv", "id,harga\n3,1000\n")));
    city.start(route("moveTo: Selesai"));

    city.await(1);
    until(() -> folder("Selesai") != null && folder("Selesai").getMessageCount() == 1);
    twoLooks();

    assertThat(city.ask("SELECT id FROM warehouse.harga")).containsExactly("3");
    assertThat(folder("INBOX").getMessageCount()).isEqualTo(3);
    assertThat(folder("INBOX").getUnseenCount()).isEqualTo(3);
  }

  private static String prices(int rows) {
    StringBuilder prices = new StringBuilder("id,harga\n");
    for (int id = 1; id <= rows; id++) {
      prices.append(id).append(",1000\n");
    }
    return prices.toString();
  }

  @Test
  void theSenderIsAnsweredByMailOnceWithWhatIsToBeCorrected() throws Exception {
    GreenMailUser sender = mail.setUser(SENDER, "dkupp", "kata");
    int port = mail.getSmtps().getPort();
    MimeMessage letter =
        letter(SENDER, new File("harga-1.csv", prices(40) + "x,1\n"), new File("b.pdf", "x"));
    arrives(letter);
    city.start(
        route(
            "from: pde@kota.go.id",
            "answer: smtps://127.0.0.1:" + port,
            "answerCertificate: \"" + ShownCertificate.of(port) + "\""));
    MailFolder back = mail.getManagers().getImapHostManager().getInbox(sender);

    until(() -> back.getMessageCount() > 0);
    until(() -> folder("INBOX").getUnseenCount() == 0);
    twoLooks();

    assertThat(back.getMessageCount()).isEqualTo(1);
    MimeMessage answer = back.getMessages().get(0).getMimeMessage();
    assertThat(answer.getHeader("In-Reply-To")).containsExactly(letter.getMessageID());
    assertThat(answer.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    Multipart parts = (Multipart) answer.getContent();
    assertThat(String.valueOf(parts.getBodyPart(0).getContent())).contains("harga-1.csv");
    List<String> names = new ArrayList<>();
    for (int i = 1; i < parts.getCount(); i++) {
      names.add(parts.getBodyPart(i).getFileName());
    }
    assertThat(names).contains("harga-1.csv.tolak.csv").anyMatch(name -> name.endsWith(".xlsx"));
  }

  @Test
  void whereTheServerVouchesOnlyThoseAreTaken() throws Exception {
    MimeMessage forged = letter(SENDER, new File("harga-1.csv", "id,harga\n1,1\n"));
    // A line that came with the mail stands below the one of the server.
    forged.addHeader("Authentication-Results", "mx.kota.go.id; spf=fail; dmarc=fail");
    forged.addHeader("Authentication-Results", "mx.kota.go.id; dmarc=pass");
    arrives(forged);
    MimeMessage other = letter(SENDER, new File("harga-2.csv", "id,harga\n2,1\n"));
    other.addHeader("Authentication-Results", "mx.lain.id; dmarc=pass");
    arrives(other);
    MimeMessage good = letter(SENDER, new File("harga-3.csv", "id,harga\n3,1\n"));
    good.addHeader("Authentication-Results", "mx.kota.go.id; spf=pass;\r\n dmarc=pass");
    arrives(good);
    city.start(route("vouching: mx.kota.go.id"));

    city.await(1);
    twoLooks();

    assertThat(city.ask("SELECT id FROM warehouse.harga")).containsExactly("3");
  }

  @Test
  void aMailWithinAMailIsOpenedAndWhatIsTooLargeIsPassedOver() throws Exception {
    MimeMessage inner = letter("siapa@luar.id", new File("harga-1.csv", "id,harga\n1,1000\n"));
    MimeMessage outer =
        letter(SENDER, new File("harga-2.csv", "id,harga\n" + "2,1\n".repeat(400_000)));
    MimeBodyPart forwarded = new MimeBodyPart();
    forwarded.setContent(inner, "message/rfc822");
    ((MimeMultipart) outer.getContent()).addBodyPart(forwarded);
    outer.saveChanges();
    arrives(outer);
    city.start(route());

    city.await(1);
    until(() -> folder("INBOX").getUnseenCount() == 0);

    assertThat(city.runs()).extracting(run -> run.source().name()).containsExactly("harga-1.csv");
  }

  @Test
  void whatWasTakenIsNotTakenAgainAfterARestart() throws Exception {
    arrives(letter(SENDER, new File("harga-1.csv", "id,harga\n1,1000\n")));
    city.start(route());
    city.await(1);
    until(() -> folder("INBOX").getUnseenCount() == 0);
    city.close();
    city = new DoorCity(root.resolve("city"), database);
    arrives(letter(SENDER, new File("harga-2.csv", "id,harga\n2,1000\n")));
    city.start(route());

    city.await(2);
    until(() -> folder("INBOX").getUnseenCount() == 0);
    twoLooks();

    assertThat(city.runs())
        .extracting(run -> run.source().name())
        .containsExactly("harga-1.csv", "harga-2.csv");
  }

  @Test
  void aRouteNeedsItsSendersAndKeepsNoPassword() throws Exception {
    String route = route();

    assertThat(city.check(route)).isEmpty();
    assertThat(city.check(route.replace("{{file:surat}}", "kata"))).containsExactly("route.secret");
    assertThat(city.check(route.replaceAll("(?m)^.*senders.*\n", "")))
        .containsExactly("route.option-missing");
    assertThat(city.check(route.replace("@pasar.go.id", "siapa saja")))
        .containsExactly("route.value");
    assertThat(city.check(route.replace("agency: dkupp", "agency: dkup")))
        .containsExactly("route.no-such-agency");
    assertThat(city.check(route.replace("largest: 1", "hapus: true")))
        .containsExactly("route.not-allowed");
    assertThat(city.check(route("from: pde@kota.go.id", "answer: http://surat")))
        .containsExactly("route.value");
  }
}
