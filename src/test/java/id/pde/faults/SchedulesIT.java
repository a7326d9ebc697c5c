package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.SchedulingNode.Work;
import id.pde.run.timetable.Ask.Kind;
import id.pde.run.timetable.Change;
import id.pde.run.timetable.Change.Action;
import id.pde.run.timetable.ScheduleRecords.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Servers that share schedules on one database. */
class SchedulesIT extends SharedSchedules {

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
  void twoOfOneDatasetTakeTurnsAndTheOneThatWaitsSaysWhy() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    SchedulingNode a = node("a", "dkupp/harga");
    a.bring("satu", DAILY, Work.of(end));
    a.bring("tiga", DAILY, Work.of(end));
    a.beat();
    clock.set(THREE);
    a.beat();
    until(() -> !a.worked().isEmpty());
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
}
