package id.pde.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.schedule.Schedule.Timing;
import id.pde.schedule.ScheduleWords.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NextFiresTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Schedule schedule(Timing timing, ZoneId zone) {
    return new Schedule("x", timing, zone);
  }

  @Test
  void dailyFiresOnceEachCivilDayAlsoWhenTheClockIsPutForward() {
    Schedule schedule = schedule(new Timing.Daily(LocalTime.of(2, 30), Days.DAILY), PARIS);

    assertThat(NextFires.preview(schedule, Instant.parse("2026-03-27T12:00:00Z"), 3))
        .containsExactly(
            Instant.parse("2026-03-28T01:30:00Z"),
            // 02:30 does not exist on that day.
            Instant.parse("2026-03-29T01:30:00Z"),
            Instant.parse("2026-03-30T00:30:00Z"));
  }

  @Test
  void dailyFiresOnceEachCivilDayAlsoWhenTheClockIsPutBack() {
    Schedule schedule = schedule(new Timing.Daily(LocalTime.of(2, 30), Days.DAILY), PARIS);

    assertThat(NextFires.preview(schedule, Instant.parse("2026-10-24T12:00:00Z"), 2))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void workingDaysLeaveOutTheWeekend() {
    Schedule schedule =
        schedule(new Timing.Daily(LocalTime.of(7, 0), Days.WORKING), Schedule.DEFAULT_ZONE);

    assertThat(NextFires.preview(schedule, Instant.parse("2025-03-06T12:00:00Z"), 3))
        .containsExactly(
            Instant.parse("2025-03-07T00:00:00Z"),
            Instant.parse("2025-03-10T00:00:00Z"),
            Instant.parse("2025-03-11T00:00:00Z"));
  }

  @Test
  void cronFollowsItsZone() {
    Schedule schedule = schedule(new Timing.Cron("0 0 3 ? * MON"), Schedule.DEFAULT_ZONE);

    assertThat(NextFires.after(schedule, Instant.parse("2025-03-06T12:00:00Z")))
        .contains(Instant.parse("2025-03-09T20:00:00Z"));
  }

  @Test
  void intervalsDoNotDependOnTheStart() {
    Schedule schedule = schedule(new Timing.Every(Duration.ofSeconds(10)), Schedule.DEFAULT_ZONE);

    assertThat(NextFires.after(schedule, Instant.parse("2025-03-06T12:00:03Z")))
        .contains(Instant.parse("2025-03-06T12:00:10Z"));
    assertThat(NextFires.after(schedule, Instant.parse("2025-03-06T12:00:10Z")))
        .contains(Instant.parse("2025-03-06T12:00:20Z"));
  }

  @Test
  void examplesOfDaysCanBeRead() {
    assertThat(Days.examples()).allMatch(example -> Days.parse(example).isPresent());
    assertThat(Days.parse("mon,,fri")).isEmpty();
    assertThat(Days.parse("sen,min").map(days -> days.week().size())).contains(2);
  }

  @Test
  void wordsThatCannotBeReadAreValues() {
    assertThat(ScheduleWords.every("0s")).isInstanceOf(Reading.Bad.class);
    assertThat(ScheduleWords.daily("7.30", "daily")).isInstanceOf(Reading.Good.class);
    assertThat(ScheduleWords.cron("nonsense")).isInstanceOf(Reading.Bad.class);
    assertThat(ScheduleWords.zone("Mars/Olympus")).isInstanceOf(Reading.Bad.class);
  }
}
