package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.server.PostOffice.Attached;
import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.route.Doorway;
import id.pde.route.door.MailWatch;
import id.pde.route.door.MailboxAddress;
import id.pde.testing.TestDatabase;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a mailbox: it is numbered anew, shared by agencies, and gets what is no mail. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MailboxIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

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

  private static MimeMessage prices(int id) throws Exception {
    return PostOffice.letter(
        PostOffice.SENDER, Attached.of("harga-" + id + ".csv", "id,harga\n" + id + ",1000\n"));
  }

  private List<String> names() {
    return city.runs().stream().map(run -> run.source().name()).toList();
  }

  @Test
  void mailsThatAreNumberedAnewAreNotLoadedAgainAndNoneIsLost() throws Exception {
    office.arrives(prices(1));
    office.arrives(prices(2));
    city.start(office.route());
    city.await(2);
    DoorCity.until(() -> office.folder("INBOX").getUnseenCount() == 0);
    city.close();
    // One comes before the mails get other numbers, and one after that.
    office.arrives(prices(3));
    office.number();
    office.arrives(prices(4));
    city = new DoorCity(root.resolve("city"), database);
    city.start(office.route());

    city.await(4);
    DoorCity.until(() -> office.folder("INBOX").getUnseenCount() == 0);
    DoorCity.twoLooks();

    assertThat(names()).containsExactly("harga-1.csv", "harga-2.csv", "harga-3.csv", "harga-4.csv");
    assertThat(city.runs()).allMatch(run -> run.outcome() == RunOutcome.LOADED);
  }

  @Test
  void aMailThatAPersonPutsBackIsTakenAgain() throws Exception {
    MimeMessage mail = prices(1);
    office.arrives(mail);
    city.start(office.route("moveTo: Selesai"));
    city.await(1);
    DoorCity.until(() -> office.folder("INBOX").getMessageCount() == 0);

    office.arrives(mail);

    assertThat(city.await(2))
        .extracting(run -> run.outcome())
        .containsExactly(RunOutcome.LOADED, RunOutcome.DUPLICATE);
  }

  @Test
  void aBundleInAMailIsOpened() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream bundle = new ZipOutputStream(bytes)) {
      for (int id = 1; id <= 2; id++) {
        bundle.putNextEntry(new ZipEntry("harga-" + id + ".csv"));
        bundle.write(("id,harga\n" + id + ",1000\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    office.arrives(
        PostOffice.letter(PostOffice.SENDER, Attached.of("januari.zip", bytes.toByteArray())));
    city.start(office.route());

    city.await(2);
    DoorCity.until(() -> office.folder("INBOX").getUnseenCount() == 0);

    assertThat(city.runs()).hasSize(2).allMatch(run -> run.outcome() == RunOutcome.LOADED);
    assertThat(city.ask("SELECT id FROM warehouse.harga ORDER BY 1")).containsExactly("1", "2");
  }

  @Test
  void agenciesShareAMailboxAndEachHasTheMailsOfItsSenders() throws Exception {
    city.agency(
        "dinsos",
        "bantuan",
        """
        title: Bantuan
        source: {format: csv, file: ["bantuan*"]}
        target: {table: bantuan, key: [id], load: merge}
        columns:
          id: {from: id, type: integer, class: publik}
        """);
    office.arrives(PostOffice.letter("data@dinsos.go.id", Attached.of("bantuan-1.csv", "id\n7\n")));
    office.arrives(prices(1));
    office.arrives(PostOffice.letter("siapa@luar.id", Attached.of("bantuan-2.csv", "id\n8\n")));
    city.start(
        office.route("moveTo: Selesai")
            + office.routeOf("dinsos", "@dinsos.go.id", "moveTo: Selesai"));

    city.await(2);
    DoorCity.until(() -> office.folder("INBOX").getMessageCount() == 1);
    DoorCity.twoLooks();

    assertThat(city.runs())
        .extracting(run -> run.agency() + " " + run.source().name() + " " + run.outcome().code())
        .containsExactlyInAnyOrder("dinsos bantuan-1.csv loaded", "dkupp harga-1.csv loaded");
    assertThat(office.folder("INBOX").getUnseenCount()).isEqualTo(1);
    assertThat(office.folder("Selesai").getMessageCount()).isEqualTo(2);
  }

  @Test
  void whatIsLeftInTheMailboxIsToldOnce() throws Exception {
    office.arrives(PostOffice.letter("siapa@luar.id", Attached.of("harga-1.csv", "id\n1\n")));
    office.arrives(within(prices(2), 8));
    office.arrives(prices(3));
    MailWatch watch = watch();
    KeptFiles kept = new KeptFiles(root.resolve("kept"));
    List<Issue> notes = new ArrayList<>();

    assertThat(watch.look(kept, notes::add)).isEqualTo(1);
    assertThat(watch.look(kept, notes::add)).isZero();

    assertThat(kept.taken()).containsExactly("harga-3.csv");
    assertThat(notes).extracting(Issue::code).containsExactly("mail.sender", "mail.unreadable");
    assertThat(notes).allMatch(note -> !note.location().shown().contains("siapa"));
    assertThat(office.folder("INBOX").getUnseenCount()).isEqualTo(2);
  }

  private static MimeMessage within(MimeMessage mail, int times) throws Exception {
    MimeMessage outer = mail;
    for (int i = 0; i < times; i++) {
      MimeMessage next = PostOffice.letter(PostOffice.SENDER);
      MimeBodyPart part = new MimeBodyPart();
      part.setContent(outer, "message/rfc822");
      ((MimeMultipart) next.getContent()).addBodyPart(part);
      next.saveChanges();
      outer = next;
    }
    return outer;
  }

  private MailWatch watch() throws Exception {
    MailboxAddress address =
        MailboxAddress.read(
                "//127.0.0.1:" + office.port() + "/INBOX",
                Map.of(
                    "agency", "dkupp",
                    "username", "pde",
                    "password", "file:surat",
                    "senders", PostOffice.SENDER,
                    "certificate", ShownCertificate.of(office.port())))
            .address()
            .orElseThrow();
    Doorway doorway = new CityDoors(city.wiring(), () -> false).doorway();
    return new MailWatch(address, doorway.folders(), doorway.mailer());
  }
}
