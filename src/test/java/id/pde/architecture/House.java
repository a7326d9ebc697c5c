package id.pde.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The rules of the house for the rooms under one root: the product's, or the fixtures' that break
 * them.
 */
final class House {

  /** What depends on the machine or the moment instead of on what was declared. */
  private static final Set<String> DEFAULTS =
      Set.of(
          "java.time.ZoneId.systemDefault()",
          "java.util.TimeZone.getDefault()",
          "java.util.Locale.getDefault()",
          "java.nio.charset.Charset.defaultCharset()",
          "java.time.Clock.systemDefaultZone()",
          "java.time.LocalDate.now()",
          "java.time.LocalTime.now()",
          "java.time.LocalDateTime.now()",
          "java.time.OffsetDateTime.now()",
          "java.time.ZonedDateTime.now()",
          "java.time.Year.now()",
          "java.time.YearMonth.now()");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis()",
          "java.lang.System.nanoTime()",
          "java.time.Instant.now()",
          "java.time.Clock.systemUTC()",
          "java.time.InstantSource.system()");

  private final String root;

  House(String root) {
    this.root = root;
  }

  List<ArchRule> rules() {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(everyClassHasARoom());
    for (Room room : Room.values()) {
      if (!room.forbidden().isEmpty()) {
        rules.add(arrows(room));
      }
    }
    for (Library library : Library.ALL) {
      rules.add(livesAtHome(library));
    }
    rules.add(pureRoomsSeeNoInputOrThread());
    rules.add(pureRoomsSeeNoLogger());
    rules.add(pureRoomsReadNoClock());
    rules.add(nothingLeansOnDefaults());
    rules.add(onlySurfacesEndTheProgram());
    return rules.stream().map(rule -> rule.allowEmptyShould(true)).toList();
  }

  private ArchRule everyClassHasARoom() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(packages(List.of(Room.values())));
  }

  private ArchRule arrows(Room room) {
    return inside(Set.of(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(room.forbidden()));
  }

  private ArchRule livesAtHome(Library library) {
    return outside(library.homes())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library.packages().toArray(String[]::new));
  }

  private ArchRule pureRoomsSeeNoInputOrThread() {
    return inside(Room.PURE)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.(file|channels)\\..*|java\\.net\\..*|java\\.io\\.(File|RandomAccess).*"
                + "|java\\.lang\\.(reflect\\..*|Thread.*|Process.*)|java\\.util\\.concurrent\\..*")
        .orShould()
        .accessTargetWhere(target("read the environment", "java.lang.System.getenv"));
  }

  private ArchRule pureRoomsSeeNoLogger() {
    return inside(Room.PURE).should().dependOnClassesThat().resideInAPackage("org.slf4j..");
  }

  private ArchRule pureRoomsReadNoClock() {
    return inside(Room.PURE).should().accessTargetWhere(anyOf("read a clock", CLOCKS));
  }

  private ArchRule nothingLeansOnDefaults() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .accessTargetWhere(anyOf("lean on the machine's defaults", DEFAULTS));
  }

  private ArchRule onlySurfacesEndTheProgram() {
    return outside(Set.of(Room.APP, Room.CLI))
        .should()
        .accessTargetWhere(
            anyOf(
                "end the program",
                Set.of("java.lang.System.exit(int)", "java.lang.Runtime.halt(int)")));
  }

  private GivenClassesConjunction inside(Collection<Room> rooms) {
    return noClasses().that().resideInAnyPackage(packages(rooms));
  }

  private GivenClassesConjunction outside(Collection<Room> rooms) {
    List<Room> others = Arrays.stream(Room.values()).filter(r -> !rooms.contains(r)).toList();
    return inside(others);
  }

  private String[] packages(Collection<Room> rooms) {
    return rooms.stream().sorted().map(room -> room.under(root)).toArray(String[]::new);
  }

  private static DescribedPredicate<JavaAccess<?>> anyOf(String what, Set<String> targets) {
    return describe(what, access -> targets.contains(access.getTarget().getFullName()));
  }

  private static DescribedPredicate<JavaAccess<?>> target(String what, String start) {
    return describe(what, access -> access.getTarget().getFullName().startsWith(start));
  }
}
