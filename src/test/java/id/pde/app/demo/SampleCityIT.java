package id.pde.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.docs.Manual;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code pde demo --no-serve} as a real process, then what its users do next. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class SampleCityIT {

  @TempDir static Path folder;

  private static Shown demo = new Shown(-1, "", "");

  /** What a command left behind. */
  private record Shown(int code, String out, String err) {}

  @BeforeAll
  static void runTheDemo() throws Exception {
    Path launcher = folder.resolve("pde");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec \"$JAVA\" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
            + " -Dpde.launcher.dir=\"$CHECKOUT\" -cp \"$CLASSES\" id.pde.app.Main \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file));
      }
    }
    demo = shell("./pde demo --no-serve");
    // The tour writes other answers later.
    copy(folder.resolve("home/outbox"), folder.resolve("answers"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  @AfterAll
  static void stopTheDatabase() throws Exception {
    shell("./pde down");
  }

  @Test
  void theDemoEndsWellAndShowsRejects() {
    assertThat(demo.code()).as(demo.err()).isZero();
    assertThat(demo.out())
        .contains("loaded_with_rejects  dinsos/usulan_bantuan")
        .contains("26 dibaca = 19 diterima + 5 ditolak + 2 disaring")
        .contains("duplicate  pupr/dssd");
  }

  /** What the deliveries hold is in the warehouse, line by line of their expected values. */
  @Test
  void everyExpectedLineHolds() throws Exception {
    List<ExpectedLine> lines = ExpectedLine.all();
    List<String> wrong = new ArrayList<>();
    new CityValues(SampleCityIT::ask, CityValues::original)
        .of(lines)
        .forEach(
            (line, found) -> {
              if (!line.holdsFor(found)) {
                wrong.add(line + ", not " + found);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyLineHasACheckThatCanFail() throws IOException {
    assertThat(ExpectedLine.all())
        .hasSize(400)
        .noneMatch(ExpectedLine::givesItselfAway)
        .noneMatch(ExpectedLine::isOpen);
  }

  @Test
  void everyAnswerIsAsItsSchemaSays() throws IOException {
    CityAnswers answers = new CityAnswers(folder.resolve("answers"));
    assertThat(answers.schemaFaults()).isEmpty();
    assertThat(answers.uncounted()).isEmpty();
    assertThat(answers.withTotals())
        .contains("disdikbud/sekolah", "bppkad/dhkp", "disdukcapil/penduduk_kelurahan");
  }

  /** The cells that are coloured are exactly those that the answer names. */
  @Test
  void everyWorkbookToCorrectMarksWhatIsAtFault() throws IOException {
    Map<Path, Map<String, Boolean>> named = new CityAnswers(folder.resolve("answers")).named();
    assertThat(named).hasSizeGreaterThan(15);
    for (Map.Entry<Path, Map<String, Boolean>> one : named.entrySet()) {
      assertThat(CityAnswers.coloured(one.getKey()))
          .as(one.getKey().toString())
          .isEqualTo(one.getValue());
    }
  }

  private static List<String> ask(List<String> queries) throws Exception {
    String query = CityValues.together(queries);
    Shown shown = run(List.of(folder.resolve("pde").toString(), "sql", "--format", "csv", query));
    List<String> answers = shown.out().lines().skip(1).toList();
    assertThat(answers).as(shown.err()).hasSize(queries.size());
    return answers.stream().map(answer -> answer.substring(answer.indexOf(',') + 1)).toList();
  }

  static Stream<String> commandsOfTheManual() throws IOException {
    List<String> commands = Manual.commands();
    // The two that do everything: the first serves on without --no-serve, the second runs this very
    // test.
    assertThat(commands.subList(0, 2)).containsExactly("./pde demo", "./pde test");
    return commands.stream()
        .skip(2)
        .filter(
            command -> !command.equals("./pde demo --no-serve") && !command.equals("./pde down"));
  }

  @ParameterizedTest
  @MethodSource("commandsOfTheManual")
  void everyCommandOfTheManualWorks(String command) throws Exception {
    Shown shown = shell(command);
    assertThat(shown.code()).as(command + "\n" + shown.err()).isZero();
    assertThat(shown.out() + shown.err()).as(command).isNotEmpty();
  }

  private static Shown shell(String command) throws IOException, InterruptedException {
    return run(List.of("sh", "-c", command.replace("./pde", folder.resolve("pde").toString())));
  }

  private static Shown run(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("PDE_HOME", folder.resolve("home").toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.environment().put("CHECKOUT", Path.of("").toAbsolutePath().toString());
    builder.environment().put("CLASSES", System.getProperty("java.class.path"));
    // A copy, for the tour decides about a code.
    builder.environment().put("PDE_MAPPINGS", folder.resolve("mappings").toString());
    List.of("PDE_LANG", "PDE_DB_URL", "PDE_ROUTES").forEach(builder.environment()::remove);
    Process process = builder.start();
    process.getOutputStream().close();
    int code = process.waitFor();
    return new Shown(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
