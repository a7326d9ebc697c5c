package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import id.pde.app.server.PostOffice.Attached;
import id.pde.model.RunOutcome;
import id.pde.run.RunReport;
import id.pde.testing.TestDatabase;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private static final String SENDER = PostOffice.SENDER;

  @TempDir Path root;
  private PostOffice office;
  private DoorCity city;

  @BeforeEach
  void begin() throws Exception {
    office = new PostOffice();
    city = DoorCity.ofPrices(root.resolve("city"), database);
    city.secret("surat", PostOffice.PASSWORD);
  }

  @AfterEach
  void end() {
    city.close();
    office.close();
  }

  @Test
  void attachmentsOfNamedSendersAreLoadedOnceAndTheMailIsMarkedAsRead() throws Exception {
    office.arrives(
        PostOffice.letter(
            SENDER,
            Attached.of("harga-1.csv", "id,harga\n1,1000\n"),
            Attached.of("harga-1.csv", "id,harga\n2,2000\n"),
            Attached.of("../../x/harga \u00e9\u202e3.csv", "id,harga\n3,3000\n"),
            Attached.of("logo.png", "x")));
    city.start(office.route());

    List<RunReport> runs = city.await(3);
    DoorCity.until(() -> office.folder("INBOX").getUnseenCount() == 0);
    DoorCity.twoLooks();

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
    office.arrives(
        PostOffice.letter("lain@dkupp.go.id", Attached.of("harga-1.csv", "id,harga\n1,1000\n")));
    MimeMessage machine =
        PostOffice.letter(SENDER, Attached.of("harga-2.csv", "id,harga\n2,1000\n"));
    machine.setHeader("Auto-Submitted", "auto-replied");
    office.arrives(machine);
    MimeMessage two = PostOffice.letter(SENDER, Attached.of("harga-4.csv", "id,harga\n4,1000\n"));
    two.setHeader("From", "data@dkupp.go.id, lain@luar.id");
    office.arrives(two);
    office.arrives(
        PostOffice.letter("kepala@pasar.go.id", Attached.of("harga-3.csv", "id,harga\n3,1000\n")));
    city.start(office.route("moveTo: Selesai"));

    city.await(1);
    DoorCity.until(
        () -> office.folder("Selesai") != null && office.folder("Selesai").getMessageCount() == 1);
    DoorCity.twoLooks();

    assertThat(city.ask("SELECT id FROM warehouse.harga")).containsExactly("3");
    assertThat(office.folder("INBOX").getMessageCount()).isEqualTo(3);
    assertThat(office.folder("INBOX").getUnseenCount()).isEqualTo(3);
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
    GreenMailUser sender = office.setUser(SENDER, "dkupp");
    int port = office.answers();
    MimeMessage letter =
        PostOffice.letter(
            SENDER, Attached.of("harga-1.csv", prices(40) + "x,1\n"), Attached.of("b.pdf", "x"));
    office.arrives(letter);
    city.start(
        office.route(
            "from: pde@kota.go.id",
            "answer: smtps://127.0.0.1:" + port,
            "answerCertificate: \"" + ShownCertificate.of(port) + "\""));
    MailFolder back = office.inbox(sender);

    DoorCity.until(() -> back.getMessageCount() > 0);
    DoorCity.until(() -> office.folder("INBOX").getUnseenCount() == 0);
    DoorCity.twoLooks();

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
    MimeMessage forged = PostOffice.letter(SENDER, Attached.of("harga-1.csv", "id,harga\n1,1\n"));
    // A line that came with the mail stands below the one of the server.
    forged.addHeader("Authentication-Results", "mx.kota.go.id; spf=fail; dmarc=fail");
    forged.addHeader("Authentication-Results", "mx.kota.go.id; dmarc=pass");
    office.arrives(forged);
    MimeMessage other = PostOffice.letter(SENDER, Attached.of("harga-2.csv", "id,harga\n2,1\n"));
    other.addHeader("Authentication-Results", "mx.lain.id; dmarc=pass");
    office.arrives(other);
    MimeMessage good = PostOffice.letter(SENDER, Attached.of("harga-3.csv", "id,harga\n3,1\n"));
    good.addHeader("Authentication-Results", "mx.kota.go.id; spf=pass;\r\n dmarc=pass");
    office.arrives(good);
    city.start(office.route("vouching: mx.kota.go.id"));

    city.await(1);
    DoorCity.twoLooks();

    assertThat(city.ask("SELECT id FROM warehouse.harga")).containsExactly("3");
  }

  @Test
  void aMailWithinAMailIsOpenedAndWhatIsTooLargeIsPassedOver() throws Exception {
    MimeMessage inner =
        PostOffice.letter("siapa@luar.id", Attached.of("harga-1.csv", "id,harga\n1,1000\n"));
    MimeMessage outer =
        PostOffice.letter(
            SENDER, Attached.of("harga-2.csv", "id,harga\n" + "2,1\n".repeat(400_000)));
    MimeBodyPart forwarded = new MimeBodyPart();
    forwarded.setContent(inner, "message/rfc822");
    ((MimeMultipart) outer.getContent()).addBodyPart(forwarded);
    outer.saveChanges();
    office.arrives(outer);
    city.start(office.route());

    city.await(1);
    DoorCity.until(() -> office.folder("INBOX").getUnseenCount() == 0);

    assertThat(city.runs()).extracting(run -> run.source().name()).containsExactly("harga-1.csv");
  }

  @Test
  void whatWasTakenIsNotTakenAgainAfterARestart() throws Exception {
    office.arrives(PostOffice.letter(SENDER, Attached.of("harga-1.csv", "id,harga\n1,1000\n")));
    city.start(office.route());
    city.await(1);
    DoorCity.until(() -> office.folder("INBOX").getUnseenCount() == 0);
    city.close();
    city = new DoorCity(root.resolve("city"), database);
    office.arrives(PostOffice.letter(SENDER, Attached.of("harga-2.csv", "id,harga\n2,1000\n")));
    city.start(office.route());

    city.await(2);
    DoorCity.until(() -> office.folder("INBOX").getUnseenCount() == 0);
    DoorCity.twoLooks();

    assertThat(city.runs())
        .extracting(run -> run.source().name())
        .containsExactly("harga-1.csv", "harga-2.csv");
  }

  @Test
  void aRouteNeedsItsSendersAndKeepsNoPassword() throws Exception {
    String route = office.route();

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
    assertThat(city.check(office.route("from: pde@kota.go.id", "answer: http://surat")))
        .containsExactly("route.value");
  }
}
