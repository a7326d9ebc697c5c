package id.pde.schedule.keep;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Ask.Kind;
import id.pde.run.timetable.Decision;
import id.pde.run.timetable.Decision.Dropped;
import id.pde.run.timetable.Decision.LeftOut;
import id.pde.run.timetable.Decision.Open;
import id.pde.run.timetable.Decision.Standing;
import id.pde.run.timetable.Kept;
import id.pde.run.timetable.Why;
import id.pde.schedule.RuleReader;
import id.pde.schedule.expect.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of fires after down-times and behind runs that are not over. */
class FireDecisionsTest {

  private static final String DAILY = "at=03:00&zone=Asia/Jakarta";

  /** 03:00 in Jakarta. */
  private static final Instant FIRST = Instant.parse("2026-03-01T20:00:00Z");

  private static Instant day(int number) {
    return FIRST.plus(Duration.ofDays(number - 1L));
  }

  private static Decision decide(String rule, Instant since, Instant now, Open... open) {
    return decide(rule, since, now, null, open);
  }

  private static Decision decide(
      String rule, Instant since, Instant now, @Nullable Instant paused, Open... open) {
    Kept kept = new Kept("x", rule, rule, false, List.of(), paused, since);
    return FireDecisions.decide(
        RuleReader.written("x", rule), Holidays.NONE, new Standing(kept, List.of(open)), now);
  }

  private static Ask ask(Instant planned, Kind kind) {
    return new Ask("x", planned, kind, null);
  }

  @Test
  void onTimeIsOnTimeForAMinute() {
    for (String missed : List.of("once", "all", "skip")) {
      String rule = DAILY + "&missed=" + missed;
      assertThat(decide(rule, day(1).minusSeconds(5), day(1).minusSeconds(1)).asks()).isEmpty();
      assertThat(decide(rule, day(1).minusSeconds(5), day(1)).asks())
          .containsExactly(ask(day(1), Kind.PLANNED));
      assertThat(decide(rule, day(1).minusSeconds(5), day(1).plusSeconds(60)).asks())
          .containsExactly(ask(day(1), Kind.PLANNED));
      assertThat(decide(rule, day(1), day(1).plusSeconds(60)).asks()).isEmpty();
    }
  }

  @Test
  void onceMakesOneRunOfAllThatWereMissed() {
    Decision decision = decide(DAILY, day(1), day(4).plus(Duration.ofHours(7)));

    assertThat(decision.asks()).containsExactly(ask(day(4), Kind.MISSED));
    assertThat(decision.left()).containsExactly(new LeftOut(day(3), 2, Why.MISSED));
    assertThat(decision.until()).isEqualTo(day(4).plus(Duration.ofHours(7)));
  }

  @Test
  void theFireOfTheMomentStandsForThoseThatWereMissed() {
    Decision decision = decide(DAILY, day(1), day(4).plusSeconds(2));

    assertThat(decision.asks()).containsExactly(ask(day(4), Kind.PLANNED));
    assertThat(decision.left()).containsExactly(new LeftOut(day(3), 2, Why.MISSED));
  }

  @Test
  void skipMakesNoneAndStillFiresOnTime() {
    String rule = DAILY + "&missed=skip";

    Decision late = decide(rule, day(1), day(4).plus(Duration.ofHours(7)));
    assertThat(late.asks()).isEmpty();
    assertThat(late.left()).containsExactly(new LeftOut(day(4), 3, Why.MISSED));
    Decision onTime = decide(rule, day(1), day(4).plusSeconds(2));
    assertThat(onTime.asks()).containsExactly(ask(day(4), Kind.PLANNED));
    assertThat(onTime.left()).containsExactly(new LeftOut(day(3), 2, Why.MISSED));
  }

  @Test
  void allMakesEachUpToALimitThatIsTold() {
    String rule = DAILY + "&missed=all";

    assertThat(decide(rule, day(1), day(4).plusSeconds(2)).asks())
        .containsExactly(
            ask(day(2), Kind.MISSED), ask(day(3), Kind.MISSED), ask(day(4), Kind.PLANNED));
    Decision long40 = decide(rule, day(1), day(41).plusSeconds(2));
    assertThat(long40.asks()).hasSize(31).startsWith(ask(day(11), Kind.MISSED));
    assertThat(long40.left()).containsExactly(new LeftOut(day(10), 9, Why.TOO_MANY));
  }

  @Test
  void aLongAbsenceOfAFastCronIsDecidedQuickly() {
    String rule = "cron=0/5 * * * * ?&zone=Asia/Jakarta";

    Decision decision = decide(rule, FIRST, FIRST.plus(Duration.ofDays(365)));

    assertThat(decision.asks()).hasSize(1);
    assertThat(decision.left().get(0).number()).isGreaterThan(700);
  }

  @Test
  void aFireBehindOneThatRunsIsLeftOutOrWaits() {
    Open runs = new Open(ask(day(1), Kind.PLANNED), true, "");

    Decision once = decide(DAILY, day(1), day(2), runs);
    assertThat(once.asks()).isEmpty();
    assertThat(once.left()).containsExactly(new LeftOut(day(2), 1, Why.STILL_RUNNING));
    assertThat(decide(DAILY + "&missed=all", day(1), day(2), runs).asks())
        .containsExactly(ask(day(2), Kind.PLANNED));
  }

  @Test
  void aFireThatWaitsIsOvertakenButNotWhatAPersonAskedFor() {
    Open waits =
        new Open(ask(day(1), Kind.PLANNED), false, Why.of(Why.DATASET, "dkupp/pasar 2026-02"));
    Open asked = new Open(ask(day(1).plusSeconds(9), Kind.MANUAL), false, "");

    Decision decision = decide(DAILY, day(1).plusSeconds(10), day(2), waits, asked);

    assertThat(decision.asks()).containsExactly(ask(day(2), Kind.PLANNED));
    assertThat(decision.dropped())
        .containsExactly(new Dropped(day(1), Why.of(Why.NEVER_CAME, "dkupp/pasar 2026-02")));
  }

  @Test
  void pausedAndAClockThatStepsBackDecideNothing() {
    assertThat(decide(DAILY, day(1), day(3), day(1)).asks()).isEmpty();
    Decision back = decide(DAILY, day(3), day(2).plusSeconds(1));
    assertThat(back.asks()).isEmpty();
    assertThat(back.until()).isEqualTo(day(3));
  }
}
