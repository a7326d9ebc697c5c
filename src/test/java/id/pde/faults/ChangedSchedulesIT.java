package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.SchedulingNode.Work;
import id.pde.model.Location.FilePlace;
import id.pde.run.timetable.Ask.Kind;
import id.pde.run.timetable.PastFire;
import id.pde.run.timetable.ScheduleRecords.Setting;
import id.pde.schedule.RoutedSchedule;
import id.pde.schedule.RuleReader;
import id.pde.schedule.expect.Holidays;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.schedule.keep.ScheduleBook.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rule that changes after its time came, and before a server saw to it, still owes that time. */
class ChangedSchedulesIT extends SharedSchedules {

  private static final String MINUTE = "cron=0 * * * * ?&zone=Asia/Jakarta&missed=";

  /** Three minutes ago by the database, whose clock the book goes by. */
  private final Instant before =
      records.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(3));

  private ScheduleBook book(String name, String rule) {
    return new ScheduleBook(
        List.of(
            new RoutedSchedule(
                RuleReader.written(name, rule), new FilePlace("x.yaml", 1, 1), List.of())),
        records,
        Holidays.NONE);
  }

  private void brought(String name, String rule) {
    clock.set(before);
    SchedulingNode gone = node("gone");
    gone.bring(name, rule, Work.DONE);
    gone.beat();
  }

  @Test
  void anOfficerWhoChangesItWhileNoServerIsThereTakesNoFireAway() {
    for (String policy : List.of("once", "all", "skip")) {
      String name = "ubah." + policy;
      brought(name, MINUTE + policy);
      ScheduleBook book = book(name, MINUTE + policy);

      Outcome set = book.set(book.find(name).orElseThrow(), Map.of("zone", "Asia/Jayapura"), ANA);

      assertThat(set).isInstanceOf(Outcome.Changed.class);
      List<PastFire> fires = fires(name);
      if (policy.equals("all")) {
        assertThat(fires).extracting(fire -> fire.ask().kind()).contains(Kind.MISSED);
        assertThat(fires).hasSizeGreaterThanOrEqualTo(3);
      } else {
        assertThat(fires.get(fires.size() - 1).state().why()).isEqualTo("missed");
      }
      assertThat(records.find(name).orElseThrow().settledUntil())
          .isAfter(fires.get(0).ask().planned().minusNanos(1));
    }
  }

  @Test
  void whatWasMissedBeforeAPauseIsInTheHistoryAsPaused() {
    brought("henti", MINUTE + "all");
    ScheduleBook book = book("henti", MINUTE + "all");

    assertThat(book.pause(book.find("henti").orElseThrow(), ANA)).isTrue();

    assertThat(fires("henti"))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            fire -> {
              assertThat(fire.outcome()).isEqualTo("skipped");
              assertThat(fire.state().why()).isEqualTo("paused");
            });
  }

  @Test
  void aRouteThatWasDeployedWithAnotherTimeOwesWhatItsOldTimeMissed() throws Exception {
    SchedulingNode gone = node("gone");
    gone.bring("lama", DAILY, Work.DONE);
    gone.bring("milik", DAILY, Work.DONE);
    gone.beat();
    records.change(
        "milik", new Setting(DAILY.replace("03:00", "04:00"), true), ANA, clock.instant());
    clock.set(THREE.plus(Duration.ofMinutes(30)));

    SchedulingNode deployed = node("deployed");
    deployed.bring("lama", DAILY.replace("03:00", "05:00"), Work.DONE);
    deployed.bring("milik", DAILY.replace("03:00", "05:00"), Work.DONE);
    deployed.beat();

    until(() -> deployed.worked().size() == 1);
    assertThat(deployed.worked()).containsExactly("lama " + THREE);
    assertThat(fires("lama").get(0).ask().kind()).isEqualTo(Kind.MISSED);
    assertThat(fires("milik")).isEmpty();
  }
}
