package id.pde.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.schedule.Schedule.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulesTest {

  private static final Schedule SECOND =
      new Schedule("second", new Timing.Every(Duration.ofSeconds(1)), Schedule.DEFAULT_ZONE);

  private final BlockingQueue<Schedules.Listener.Why> skips = new LinkedBlockingQueue<>();
  private final Schedules schedules =
      new Schedules(InstantSource.system(), 3, (fire, why) -> skips.add(why));

  @AfterEach
  void end() {
    schedules.close();
  }

  @Test
  void wakesAgainAndAgainAtPlannedMoments() throws InterruptedException {
    BlockingQueue<Fire> fires = new LinkedBlockingQueue<>();

    schedules.start(SECOND, fires::add);

    Fire first = fires.poll(20, TimeUnit.SECONDS);
    Fire second = fires.poll(20, TimeUnit.SECONDS);
    assertThat(first).isNotNull();
    assertThat(second).isNotNull();
    assertThat(second.planned()).isAfter(first.planned());
    assertThat(second.planned().toEpochMilli() % 1000).isZero();
  }

  @Test
  void aRunLongerThanItsIntervalIsNotOverlapped() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    schedules.start(SECOND, fire -> await(end));

    assertThat(skips.poll(20, TimeUnit.SECONDS)).isEqualTo(Schedules.Listener.Why.STILL_RUNNING);
    end.countDown();
  }

  @Test
  void aFailedRunDoesNotEndItsSchedule() throws InterruptedException {
    BlockingQueue<Fire> fires = new LinkedBlockingQueue<>();
    schedules.start(
        SECOND,
        fire -> {
          fires.add(fire);
          throw new IllegalStateException("failed");
        });

    assertThat(fires.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(fires.poll(20, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void aClockThatIsPutBackStopsNothing() throws InterruptedException {
    BlockingQueue<Fire> fires = new LinkedBlockingQueue<>();
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ofMinutes(10));
    try (Schedules wrong =
        new Schedules(() -> Instant.now().plus(ahead.get()), 1, (fire, why) -> skips.add(why))) {
      // By the clock of Quartz the next fire is in ten minutes.
      wrong.start(SECOND, fires::add);

      ahead.set(Duration.ZERO);

      assertThat(fires.poll(20, TimeUnit.SECONDS)).isNotNull();
      assertThat(fires.poll(20, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void aStoppedScheduleIsNotUpcoming() {
    schedules.start(SECOND, fire -> {});
    assertThat(schedules.upcoming()).containsKey(SECOND);

    schedules.stop("second");

    assertThat(schedules.upcoming()).isEmpty();
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }
}
