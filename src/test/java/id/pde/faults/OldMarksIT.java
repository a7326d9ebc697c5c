package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.run.event.RunEvent;
import id.pde.run.event.RunEvents.Receiver;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresDoorMarks;
import id.pde.warehouse.PostgresRunEvents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Marks that keep a thing from being done twice go once they are not needed, and not before. */
class OldMarksIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Receiver CHAT = new Receiver("chat", Set.of(), Set.of(), "");
  private static final String FOLDER = "sftp://pde@opd:22/keluar?agency=dkupp";
  private static final String ELSEWHERE = "sftp://pde@lain:22/keluar?agency=dkupp";
  private static final String MAILBOX = "imaps://pde@surat:993/INBOX?agency=dkupp";

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);
  private final PostgresRunEvents events = new PostgresRunEvents(database::connections);
  private final PostgresDoorMarks doors = new PostgresDoorMarks(database::connections);

  @BeforeEach
  void begin() throws Exception {
    table = new PriceTable(root, database);
    table.execute("TRUNCATE pde.door_file, pde.door_state, pde.event_told, pde.event_receiver");
    table.begin();
  }

  private Ended type(Map<String, String> policy, String... words) {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.putAll(policy);
    return new Terminal(root, environment).type(words);
  }

  private String due(String what) {
    return type(Map.of(), "retention")
        .out()
        .lines()
        .map(line -> line.strip().replaceAll(" +", " "))
        .filter(line -> line.startsWith(what))
        .findFirst()
        .orElse("");
  }

  private void apply() {
    assertThat(type(Map.of(), "retention", "--apply", "--yes").code()).isZero();
  }

  private List<String> heard() {
    List<RunEvent> untold = events.untold(CHAT, 100);
    untold.forEach(event -> events.told(CHAT, event));
    return untold.stream().map(event -> event.run() + " " + event.outcome()).toList();
  }

  @Test
  void nothingIsToldTwice() throws Exception {
    assertThat(heard()).isEmpty();
    table.execute("UPDATE pde.event_receiver SET since = now() - interval '9 years'");
    assertThat(heard()).hasSize(1);
    table.execute("UPDATE pde.event_told SET told = told - interval '2 years'");
    table.execute("UPDATE pde.run SET finished = finished - interval '3 years'");

    // It looks so far back still.
    assertThat(due("events")).startsWith("events - 1y 0");
    apply();
    table.load("dua.csv", "Kode;Nama;Harga\na;beras;2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(heard()).hasSize(1);
    assertThat(heard()).isEmpty();

    assertThat(due("events")).startsWith("events - 1y 1");
    apply();
    assertThat(table.ask("SELECT count(*) FROM pde.event_told")).containsExactly("1");
    assertThat(heard()).isEmpty();
  }

  @Test
  void whatLiesAtADoorIsNotTakenTwice() throws Exception {
    doors.take(FOLDER, "ada.csv", "1");
    doors.take(FOLDER, "pergi.csv", "1");
    doors.take(FOLDER, "baru.csv", "1");
    doors.take(ELSEWHERE, "ada.csv", "1");
    table.execute("UPDATE pde.door_file SET taken = taken - interval '2 years'");

    assertThat(due("doors")).as("nobody looked").startsWith("doors - 1y 0");
    doors.looked(FOLDER, Map.of("ada.csv", "1", "baru.csv", "2"));
    assertThat(due("doors")).startsWith("doors - 1y 2");
    assertThat(type(Map.of("PDE_KEEP_DOORS", ""), "retention").out()).doesNotContain("doors");
    apply();

    assertThat(doors.isTaken(FOLDER, "ada.csv", "1")).isTrue();
    assertThat(doors.isTaken(ELSEWHERE, "ada.csv", "1")).isTrue();
    assertThat(doors.isTaken(FOLDER, "pergi.csv", "1")).isFalse();
    assertThat(doors.isTaken(FOLDER, "baru.csv", "1")).isFalse();
    assertThat(due("doors")).startsWith("doors - 1y 0");
  }

  @Test
  void ofMailsGoesWhatTheNextNumberMakesNeedless() throws Exception {
    doors.keep(MAILBOX, Map.of("numbering", "7", "next", "10"));
    for (String name : List.of("7.9", "7.10", "7.100", "6.55", "mail 0a1b")) {
      doors.take(MAILBOX, name, "done");
    }
    doors.take(ELSEWHERE, "7.9", "1");
    table.execute("UPDATE pde.door_file SET taken = taken - interval '2 years'");

    apply();

    assertThat(table.ask("SELECT name FROM pde.door_file ORDER BY name"))
        .containsExactly("7.10", "7.100", "7.9", "mail 0a1b");
    assertThat(doors.isTaken(ELSEWHERE, "7.9", "1")).isTrue();
    assertThat(type(Map.of(), "audit").out()).contains("retention");
  }

  @Test
  void whatIsYoungerThanThePolicyStays() {
    doors.take(FOLDER, "pergi.csv", "1");
    doors.looked(FOLDER, Map.of());
    assertThat(due("doors")).startsWith("doors - 1y 0");
  }
}
