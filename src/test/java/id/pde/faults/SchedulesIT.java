package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.SchedulingNode.Setup;
import id.pde.faults.SchedulingNode.Work;
import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Ask.Kind;
import id.pde.run.timetable.Change;
import id.pde.run.timetable.Change.Action;
import id.pde.run.timetable.Change.By;
import id.pde.run.timetable.Fires;
import id.pde.run.timetable.Fires.Leased;
import id.pde.run.timetable.Fires.Taker;
import id.pde.run.timetable.PastFire;
import id.pde.run.timetable.Routed;
import id.pde.run.timetable.ScheduleRecords;
import id.pde.run.timetable.ScheduleRecords.Setting;
import id.pde.schedule.keep.Gate;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.timetable.PostgresFires;
import id.pde.warehouse.timetable.PostgresScheduleRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Servers that share schedules on one database: two of them in this JVM, each with a connection.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SchedulesIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String DAILY =
      "at=03:00&days=daily&zone=Asia/Jakarta&on-holiday=run&missed=once";
  private static final By ANA = new By("ana", "rapat");

  /** 03:00 in Jakarta. */
  private static final Instant THREE = Instant.parse("2026-03-01T20:00:00Z");

  private static final Duration LEASE = Duration.ofSeconds(2);

  private final SettableClock clock = new SettableClock(THREE.minus(Duration.ofHours(1)));
  private final List<SchedulingNode> nodes = new ArrayList<>();
  private final ScheduleRecords records = new PostgresScheduleRecords(database::connections);

  @AfterEach
  void end() {
    nodes.forEach(SchedulingNode::close);
  }

  private SchedulingNode node(String name, String... datasets) {
    return node(name, database::connections, new Setup(LEASE, List.of(datasets), Gate.OPEN));
  }

  private SchedulingNode node(String name, Supplier<Connections> connections, Setup setup) {
    SchedulingNode node = new SchedulingNode(name, connections, clock, setup);
    nodes.add(node);
    return node;
  }

  private List<PastFire> fires(String name) {
    return records.fires(name, 100);
  }

  private static void until(Check check) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!check.holds()) {
      assertThat(System.nanoTime()).as("within 30 seconds").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private interface Check {
    boolean holds();
  }

  @Test
  void eachFireHappensOnceOnTwoNodes() throws Exception {
    SchedulingNode a = node("a");
    SchedulingNode b = node("b");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      names.add("twice." + i);
    }
    for (String name : names) {
      a.bring(name, DAILY, Work.DONE);
      b.bring(name, DAILY, Work.DONE);
    }
    a.beat();
    b.beat();
    assertThat(a.worked()).isEmpty();
    clock.set(THREE);
    Thread other = new Thread(b::beat);
    other.start();
    a.beat();
    other.join();
    until(
        () -> {
          a.beat();
          b.beat();
          return a.worked().size() + b.worked().size() >= names.size();
        });
    a.beat();
    b.beat();

    List<String> all = new ArrayList<>(a.worked());
    all.addAll(b.worked());
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            names.stream().map(name -> name + " " + THREE).toList());
    until(() -> fires("twice.7").stream().allMatch(fire -> "done".equals(fire.outcome())));
    assertThat(fires("twice.7")).hasSize(1);
  }

  @Test
  void whatOfficersSetOutlivesAnotherRouteAndZonesAloneAreEnough() throws Exception {
    SchedulingNode a = node("a");
    SchedulingNode b = node("b");
    a.bring("zona", DAILY, Work.DONE);
    b.bring("zona", DAILY, Work.DONE);
    a.beat();
    b.beat();
    String jayapura = DAILY.replace("Jakarta", "Jayapura");

    // 03:00 in Jayapura was an hour ago: the next is tomorrow's.
    records.change("zona", new Setting(jayapura, true), ANA, clock.instant());
    a.beat();
    b.beat();
    clock.set(THREE);
    a.beat();
    b.beat();
    assertThat(fires("zona")).isEmpty();
    clock.set(THREE.plus(Duration.ofHours(22)));
    a.beat();
    b.beat();
    until(() -> fires("zona").stream().anyMatch(fire -> fire.outcome() != null));
    assertThat(fires("zona"))
        .extracting(fire -> fire.ask().planned())
        .containsExactly(clock.instant());

    String other = DAILY.replace("03:00", "05:00");
    SchedulingNode redeployed = node("c");
    redeployed.bring("zona", other, Work.DONE);
    redeployed.beat();
    assertThat(records.find("zona").map(kept -> kept.rule() + kept.route()))
        .contains(jayapura + other);
    records.change("zona", new Setting(other, false), ANA, clock.instant());
    SchedulingNode again = node("d");
    again.bring("zona", DAILY, Work.DONE);
    again.beat();
    assertThat(records.find("zona").map(kept -> kept.rule())).contains(DAILY);
    assertThat(records.changes("zona", 9))
        .extracting(Change::action)
        .containsExactly(Action.ROUTE, Action.RESET, Action.SET, Action.NEW);
    assertThat(records.changes("zona", 9).get(2))
        .satisfies(
            change -> {
              assertThat(change.by()).isEqualTo(ANA);
              assertThat(change.before()).isEqualTo(DAILY);
              assertThat(change.after()).isEqualTo(jayapura);
            });
  }

  @Test
  void aRouteThatIsGoneLeavesNoGhostFiresAndANodeWithoutItChangesNothing() throws Exception {
    SchedulingNode a = node("a");
    a.bring("hilang", DAILY, Work.DONE);
    a.beat();
    a.leave("hilang");
    a.beat();
    SchedulingNode b = node("b");
    b.bring("lain", DAILY, Work.DONE);
    b.beat();
    var before = records.find("hilang");

    clock.set(THREE);
    a.beat();
    b.beat();

    until(() -> b.worked().size() == 1);
    assertThat(fires("hilang")).isEmpty();
    assertThat(records.find("hilang")).isEqualTo(before);
  }

  @Test
  void whatIsPausedDoesNotFireAndIsNotMadeGood() throws Exception {
    SchedulingNode a = node("a");
    a.bring("jeda", DAILY, Work.DONE);
    a.beat();
    assertThat(records.pause("jeda", ANA, clock.instant())).isTrue();
    assertThat(records.pause("jeda", ANA, clock.instant())).isFalse();
    clock.set(THREE.plusSeconds(1));
    a.beat();
    assertThat(fires("jeda")).isEmpty();
    clock.set(THREE.plus(Duration.ofDays(3)));
    a.beat();
    assertThat(records.resume("jeda", ANA, clock.instant())).isTrue();
    a.beat();
    assertThat(fires("jeda")).isEmpty();
    clock.set(THREE.plus(Duration.ofDays(4)));
    a.beat();
    until(() -> a.worked().size() == 1);
    assertThat(fires("jeda")).extracting(fire -> fire.ask().kind()).containsExactly(Kind.PLANNED);
  }

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
  void twoOfOneDatasetTakeTurnsAndTheOneThatWaitsSaysWhy() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    SchedulingNode a = node("a", "dkupp/harga");
    a.bring("satu", DAILY, Work.of(end));
    a.bring("tiga", DAILY, Work.of(end));
    a.beat();
    clock.set(THREE);
    a.beat();
    a.beat();

    assertThat(a.worked()).containsExactly("satu " + THREE);
    assertThat(records.latest().stream().filter(fire -> fire.ask().schedule().equals("tiga")))
        .extracting(fire -> fire.state().why())
        .containsExactly("schedule satu");
    end.countDown();
    until(() -> a.worked().size() == 2);
    until(() -> "done".equals(fires("tiga").get(0).outcome()));
  }

  @Test
  void downTimesAreMadeGoodByPolicy() throws Exception {
    List<String> policies = List.of("once", "all", "skip");
    SchedulingNode before = node("before");
    for (String policy : policies) {
      before.bring("turun." + policy, DAILY.replace("once", policy), Work.DONE);
    }
    before.beat();
    clock.set(THREE.plus(Duration.ofHours(60)));
    SchedulingNode after = node("after");
    for (String policy : policies) {
      after.bring("turun." + policy, DAILY.replace("once", policy), Work.DONE);
    }
    until(
        () -> {
          after.beat();
          return after.worked().size() == 4;
        });

    Instant first = THREE;
    Instant second = THREE.plus(Duration.ofDays(1));
    Instant third = THREE.plus(Duration.ofDays(2));
    assertThat(after.worked())
        .containsExactlyInAnyOrder(
            "turun.once " + third,
            "turun.all " + first,
            "turun.all " + second,
            "turun.all " + third);
    assertThat(fires("turun.skip"))
        .singleElement()
        .satisfies(
            fire -> {
              assertThat(fire.outcome()).isEqualTo("skipped");
              assertThat(fire.state().standsFor()).isEqualTo(3);
              assertThat(fire.state().why()).isEqualTo("missed");
            });
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
