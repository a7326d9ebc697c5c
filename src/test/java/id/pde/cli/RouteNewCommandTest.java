package id.pde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.docs.Manual;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.route.RouteFile;
import id.pde.route.RoutePolice;
import id.pde.route.RouteScope;
import id.pde.run.MappingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of route that PDE writes is one that it takes. */
class RouteNewCommandTest {

  @TempDir Path folder;

  private final FakeEngine engine = new FakeEngine();

  private record Shown(int code, String out, String err) {}

  private Shown run(Language language, String... words) {
    Captured captured = new Captured();
    int code = new CommandTree(captured.output(language), engine, failure -> {}).run(words);
    return new Shown(code, captured.out(), captured.err());
  }

  private List<String> faults(String route) {
    MappingFolder mappings = engine.mappings().read();
    RouteScope scope =
        new RouteScope(
            mappings.mappings().keySet(),
            mappings.agencies().keySet(),
            Set.of("simpasar"),
            Set.of());
    return RoutePolice.check(List.of(new RouteFile("routes/x.yaml", route)), scope)
        .faults()
        .stream()
        .map(Issue::code)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(RouteKind.class)
  void everyKindPassesTheCheckInBothLanguages(RouteKind kind) {
    for (Language language : Language.values()) {
      Shown shown =
          run(language, "route", "new", kind.shown(), "--agency", "dkupp", "--dataset", "harga");

      assertThat(shown.code()).isZero();
      assertThat(faults(shown.out())).isEmpty();
      assertThat(shown.out()).contains("dkupp").contains("# ");
      assertThat(shown.out())
          .doesNotContain("@AGENCY@", "@NAME@", "@GOAL@", "@DATABASE@", "#id", "#en");
    }
  }

  @Test
  void withoutADatasetFilesAreRecognised() {
    Shown shown = run(Language.EN, "route", "new", "sftp", "--agency", "dinkes");

    assertThat(shown.out()).contains("- to: pde:recognise?agency=dinkes");
    assertThat(faults(shown.out())).isEmpty();
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    String file = folder.resolve("x.yaml").toString();

    assertThat(run(Language.EN, "route", "new", "inbox", "--agency", "dkupp", "--out", file).code())
        .isZero();
    String written = Files.readString(Path.of(file));
    Shown again = run(Language.EN, "route", "new", "sftp", "--agency", "dkupp", "--out", file);

    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("is there already");
    assertThat(Files.readString(Path.of(file))).isEqualTo(written);
  }

  @Test
  void whatIsMissingOrUnknownIsTold() {
    assertThat(run(Language.EN, "route", "new", "ftp", "--agency", "dkupp").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(run(Language.EN, "route", "new", "http", "--agency", "dkupp").err())
        .contains("needs --dataset");
    assertThat(run(Language.EN, "route", "new", "sftp").err()).contains("needs --agency");
    assertThat(run(Language.EN, "route", "new", "sftp", "--agency", "dkup").code())
        .isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run(Language.EN, "route", "new", "http", "--dataset", "dkupp/hargaa").code())
        .isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run(Language.EN, "route").out()).contains("csv-link").contains("open311");
  }

  @Test
  void theRoutesOfTheManualPassTheCheck() throws IOException {
    List<String> routes = Manual.yaml("sources.md", "Folders and addresses elsewhere");

    assertThat(routes).singleElement().satisfies(one -> assertThat(faults(one)).isEmpty());
  }
}
