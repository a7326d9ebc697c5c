package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.SchedulingNode.Setup;
import id.pde.faults.SchedulingNode.Work;
import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Ask.Kind;
import id.pde.run.timetable.Fires;
import id.pde.run.timetable.Fires.Leased;
import id.pde.run.timetable.Fires.Taker;
import id.pde.run.timetable.PastFire;
import id.pde.run.timetable.Routed;
import id.pde.schedule.keep.Gate;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.timetable.PostgresFires;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of fires whose server, database or source is lost. */
class LostSchedulesIT extends SharedSchedules {

  @Test
  void anotherNodeTakesOverWithinTwiceTheLease() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    SchedulingNode dead = node("dead");
    dead.bring("alih", DAILY, Work.of(never));
    dead.beat();
    clock.set(THREE);
    dead.beat();
    until(() -> dead.worked().size() == 1);
    long began = System.nanoTime();

    SchedulingNode alive = node("alive");
    alive.bring("alih", DAILY, Work.DONE);
    until(
        () -> {
          alive.beat();
          return alive.worked().size() == 1;
        });

    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(took).isLessThan(LEASE.multipliedBy(2));
    until(() -> "done".equals(fires("alih").get(0).outcome()));
    never.countDown();
    dead.close();
    nodes.remove(dead);
    assertThat(fires("alih")).hasSize(1);
    assertThat(fires("alih").get(0).state().node()).isEqualTo("alive");
  }

  @Test
  void aNodeThatLivesKeepsItsFireForLongerThanItsLease() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    SchedulingNode slow = node("slow");
    SchedulingNode other = node("other");
    slow.bring("lama", DAILY, Work.of(end));
    slow.beat();
    clock.set(THREE);
    slow.beat();
    other.bring("lama", DAILY, Work.DONE);
    long until = System.nanoTime() + LEASE.multipliedBy(2).toNanos();
    while (System.nanoTime() < until) {
      slow.beat();
      other.beat();
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(other.worked()).isEmpty();
    end.countDown();
    until(() -> "done".equals(fires("lama").get(0).outcome()));
  }

  @Test
  void whatLosesEveryNodeIsGivenUp() {
    records.adopt(List.of(new Routed("racun", DAILY, List.of())), clock.instant());
    records.ask(List.of(new Ask("racun", THREE, Kind.MANUAL, null)), ANA);
    try (Fires fires = new PostgresFires(database::connections)) {
      Taker taker = new Taker("x", Set.of("racun"), Duration.ZERO);
      for (int attempt = 1; attempt <= Fires.ATTEMPTS; attempt++) {
        Optional<Leased> leased = fires.lease(taker, ask -> Optional.empty());
        assertThat(leased.map(Leased::attempt)).contains(attempt);
      }
      assertThat(fires.lease(taker, ask -> Optional.empty())).isEmpty();
    }
    assertThat(fires("racun").get(0))
        .satisfies(
            fire -> {
              assertThat(fire.outcome()).isEqualTo("failed");
              assertThat(fire.state().why()).isEqualTo("gave_up");
            });
  }

  @Test
  void aDatabaseThatIsAwayForTenMinutesLosesNoFire() throws Exception {
    AtomicBoolean away = new AtomicBoolean();
    Connections nowhere =
        new Connections(
            new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/x", "x", new Password("x")));
    SchedulingNode a =
        node(
            "a",
            () -> away.get() ? nowhere : database.connections(),
            new Setup(LEASE, List.of(), Gate.OPEN));
    a.bring("putus", DAILY, Work.DONE);
    a.beat();
    away.set(true);
    try (var connection = database.open();
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
    for (int second = 0; second < 600; second += 60) {
      clock.set(THREE.plusSeconds(second));
      a.beat();
    }
    assertThat(a.worked()).isEmpty();
    away.set(false);

    clock.set(THREE.plusSeconds(600));
    a.beat();

    until(() -> fires("putus").stream().anyMatch(fire -> fire.outcome() != null));
    assertThat(fires("putus"))
        .extracting(PastFire::ask)
        .containsExactly(new Ask("putus", THREE, Kind.MISSED, null));
  }

  @Test
  void aDatabaseThatGoesWhileRoutesAreEnteredIsToldAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Connections nowhere =
        new Connections(
            new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/x", "x", new Password("x")));
    SchedulingNode a =
        node(
            "a",
            () -> asked.incrementAndGet() == 3 ? nowhere : database.connections(),
            new Setup(LEASE, List.of(), Gate.OPEN));
    a.bring("masuk", DAILY, Work.DONE);

    // The pulse was answered; the connection that enters the routes was refused.
    a.beat();
    assertThat(records.find("masuk")).isEmpty();

    a.beat();
    clock.set(THREE);
    a.beat();
    until(() -> a.worked().size() == 1);
  }

  @Test
  void aRecordThatHandsDeletedOrSpoiledIsMadeGoodFromTheRoute() throws Exception {
    SchedulingNode a = node("a");
    a.bring("rusak", DAILY, Work.DONE);
    a.bring("utuh", DAILY, Work.DONE);
    a.bring("terhapus", DAILY, Work.DONE);
    a.beat();
    try (var connection = database.open();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE pde.schedule SET rule = 'jam tiga' WHERE schedule = 'rusak'");
      statement.execute("DELETE FROM pde.schedule_change WHERE schedule = 'terhapus'");
      statement.execute("DELETE FROM pde.schedule WHERE schedule = 'terhapus'");
    }
    clock.set(THREE.minus(Duration.ofMinutes(2)));
    a.beat();
    a.beat();

    clock.set(THREE);
    a.beat();

    until(() -> a.worked().size() == 3);
    assertThat(a.worked())
        .containsExactlyInAnyOrder("rusak " + THREE, "utuh " + THREE, "terhapus " + THREE);
  }

  @Test
  void aTaskThatFailsOrIsRefusedIsInTheHistory() throws Exception {
    SchedulingNode a = node("a");
    a.bring("gagal", DAILY, Work.FAILING);
    a.beat();
    records.ask(List.of(new Ask("gagal", clock.instant(), Kind.PERIOD, "2026-02")), ANA);
    until(
        () -> {
          a.beat();
          return fires("gagal").stream().anyMatch(fire -> fire.outcome() != null);
        });
    PastFire fire = fires("gagal").get(0);
    assertThat(fire.outcome()).isEqualTo("failed");
    assertThat(fire.runs()).containsExactly(7L);
    assertThat(Objects.requireNonNull(fire.state().why())).isEqualTo("failed source.broken");
    assertThat(fire.ask().period()).isEqualTo("2026-02");
  }
}
