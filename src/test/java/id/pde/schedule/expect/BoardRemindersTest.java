package id.pde.schedule.expect;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.run.MappingFiles;
import id.pde.run.Submissions.Submission;
import id.pde.run.event.Reminder;
import id.pde.run.event.Reminder.State;
import id.pde.run.event.ReminderMarks;
import id.pde.run.event.RunEvents.Receiver;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardRemindersTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final Receiver ALL = new Receiver("a", Set.of(), Set.of(State.values()), "");

  /** The last working day of February and the first one of March are closed. */
  private static final Holidays HOLIDAYS =
      new Holidays(
          Map.of(
              LocalDate.parse("2026-02-27"), "Cuti bersama",
              LocalDate.parse("2026-03-02"), "Libur"));

  @TempDir Path folder;

  private final List<Submission> submitted = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private Instant now = Instant.EPOCH;
  private BoardReminders reminders;

  @BeforeEach
  void aCityThatExpectsPricesEachMonth() throws IOException {
    Files.createDirectories(folder.resolve("dkupp"));
    Files.writeString(folder.resolve("agencies.yaml"), "dkupp: {name: Dinas}\npupr: {name: PU}\n");
    Files.writeString(
        folder.resolve("dkupp/harga.yaml"),
        """
        agency: dkupp
        target: {table: harga}
        columns: {a: {type: integer}}
        expected: {every: month, due: working-day 3, since: 2026-01}
        """);
    MappingFiles files = new MappingFiles(folder, new CodeListCsv());
    assertThat(files.read().faults()).isEmpty();
    ReminderMarks marks =
        new ReminderMarks() {
          @Override
          public Set<String> taken(String receiver) {
            return taken.stream()
                .filter(one -> one.startsWith(receiver + " "))
                .map(one -> one.substring(receiver.length() + 1))
                .collect(Collectors.toSet());
          }

          @Override
          public void take(String receiver, Reminder reminder) {
            taken.add(receiver + " " + reminder.id());
          }
        };
    reminders =
        new BoardReminders(
            new BoardReminders.Ports(files, () -> mappings -> submitted, () -> HOLIDAYS, marks),
            () -> now,
            ZONE);
  }

  /** What a receiver hears on a day, and takes. */
  private List<String> on(String day, Receiver receiver) {
    now = LocalDate.parse(day).atTime(9, 0).atZone(ZONE).toInstant();
    List<Reminder> untold = reminders.untold(receiver, 10);
    untold.forEach(reminder -> reminders.told(receiver, reminder));
    return untold.stream()
        .map(one -> one.period() + " " + one.outcome() + " " + one.due() + " " + one.daysLate())
        .toList();
  }

  private void run(long run, String period, RunOutcome outcome) {
    submitted.add(new Submission("dkupp/harga", run, new Period(period), outcome, now));
  }

  @Test
  void eachStateOfAPeriodIsToldOnceOnItsDay() {
    // January is due on the third working day of February: Wednesday the 4th.
    assertThat(on("2026-01-29", ALL)).isEmpty();
    assertThat(on("2026-01-31", ALL)).containsExactly("2026-01 submission.due 2026-02-04 0");
    assertThat(on("2026-02-04", ALL)).isEmpty();
    assertThat(on("2026-02-05", ALL)).containsExactly("2026-01 submission.late 2026-02-04 1");
    assertThat(on("2026-02-06", ALL)).isEmpty();
    run(1, "2026-01", RunOutcome.REFUSED);
    assertThat(on("2026-02-09", ALL)).containsExactly("2026-01 submission.returned 2026-02-04 2");
    run(2, "2026-01", RunOutcome.REFUSED);
    assertThat(on("2026-02-10", ALL)).isEmpty();
    run(3, "2026-01", RunOutcome.LOADED);
    assertThat(on("2026-02-11", ALL)).isEmpty();
  }

  @Test
  void holidaysMoveWhatIsDue() {
    run(1, "2026-01", RunOutcome.LOADED);
    // Monday the 2nd is closed: the third working day of March is Thursday the 5th.
    assertThat(on("2026-03-05", ALL)).containsExactly("2026-02 submission.due 2026-03-05 0");
    assertThat(on("2026-03-06", ALL)).containsExactly("2026-02 submission.late 2026-03-05 1");
  }

  @Test
  void eachReceiverHearsOfWhatItAskedForAndOfItsAgency() {
    Receiver late = new Receiver("b", Set.of(), Set.of(State.LATE), "dkupp");
    Receiver others = new Receiver("c", Set.of(), Set.of(State.values()), "pupr");
    Receiver runs = new Receiver("d", Set.of(), Set.of(), "");
    assertThat(on("2026-02-03", late)).isEmpty();
    assertThat(on("2026-02-05", late)).hasSize(1);
    assertThat(on("2026-02-05", ALL)).hasSize(1);
    assertThat(on("2026-02-05", others)).isEmpty();
    assertThat(on("2026-02-05", runs)).isEmpty();
    assertThat(runs.hearsOfRuns()).isTrue();
    assertThat(late.hearsOfRuns()).isFalse();
  }

  @Test
  void saysWhatIsOwedInBothLanguages() {
    Reminder late =
        new Reminder(
            "dkupp/harga",
            "dkupp",
            "2026-01",
            State.LATE,
            LocalDate.parse("2026-02-04"),
            1,
            Instant.EPOCH);
    assertThat(late.sentence().id())
        .isEqualTo(
            "PDE: dkupp/harga 2026-01 belum diterima dari dkupp; batasnya 2026-02-04 (terlambat:"
                + " 1 hari). Rinciannya: pde submissions dkupp/harga");
    assertThat(late.sentence().en())
        .isEqualTo(
            "PDE: dkupp/harga 2026-01 has not come from dkupp; it was due on 2026-02-04 (days late:"
                + " 1). Details: pde submissions dkupp/harga");
    assertThat(late.fields())
        .containsEntry("id", "dkupp/harga-2026-01-late")
        .containsEntry("due", "2026-02-04")
        .containsEntry("days_late", 1L);
  }
}
