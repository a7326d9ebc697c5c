package id.pde.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pde.docs.Manual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The release archive, unpacked where there is neither Maven nor a network. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ReleaseIT {

  private static final Path CHECKOUT = Path.of("").toAbsolutePath();

  @TempDir private static Path folder;

  private static Path archive;
  private static Path installed;

  @BeforeAll
  static void releaseAndUnpack() throws Exception {
    Ended made = run(CHECKOUT, Map.of(), List.of("./pde", "release"));
    assertThat(made.code()).as(made.errors()).isZero();
    archive = Path.of(made.output().strip());
    assertThat(run(folder, Map.of(), List.of("tar", "-xzf", archive.toString())).code()).isZero();
    try (Stream<Path> all = Files.list(folder)) {
      installed = all.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private record Ended(int code, String output, String errors) {}

  /** A path without Maven is all that is left of the environment. */
  private static Ended installed(Map<String, String> more, String... words) throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of("sh", "sed", "head", "dirname", "readlink", "printenv", "find", "cat")) {
      Path link = tools.resolve(tool);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, where(tool));
      }
    }
    Map<String, String> environment = new java.util.HashMap<>(more);
    environment.put("PATH", tools.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PDE_HOME", folder.resolve("home").toString());
    Stream<String> command = Stream.of(installed.resolve("pde").toString());
    List<String> all = Stream.concat(offline(), Stream.concat(command, Stream.of(words))).toList();
    return run(folder, environment, all);
  }

  /** A network of its own has no way out; where the system refuses one, the words stay alone. */
  private static Stream<String> offline() throws Exception {
    List<String> alone = List.of(where("unshare").toString(), "-rn");
    boolean possible =
        run(folder, Map.of(), Stream.concat(alone.stream(), Stream.of("true")).toList()).code()
            == 0;
    return possible ? alone.stream() : Stream.empty();
  }

  private static Path where(String tool) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(at -> Path.of(at, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(tool + " is missing"));
  }

  /** An empty environment keeps the one of the test. */
  private static Ended run(Path at, Map<String, String> environment, List<String> command)
      throws Exception {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(at.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    if (!environment.isEmpty()) {
      builder.environment().clear();
      builder.environment().putAll(environment);
    }
    Process process = builder.start();
    process.getOutputStream().close();
    int code = process.waitFor();
    return new Ended(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  @Test
  void theChecksumIsThatOfTheArchive() throws Exception {
    assertThat(
            run(
                    CHECKOUT.resolve("target"),
                    Map.of(),
                    List.of("sha256sum", "-c", archive.getFileName() + ".sha256"))
                .code())
        .isZero();
  }

  @Test
  void aCopyRunsWithoutMavenAndNetwork() throws Exception {
    Ended version = installed(Map.of(), "version");
    assertThat(version.code()).as(version.errors()).isZero();
    assertThat(version.output()).startsWith("pde ");
    assertThat(version.errors()).isEmpty();

    Ended check = installed(Map.of(), "check");
    assertThat(check.code()).as(check.output() + check.errors()).isIn(0, 2);
    assertThat(check.output() + check.errors()).contains("berkas diperiksa");
    assertThat(installed.resolve("target")).doesNotExist();
  }

  @Test
  void settingsComeFromTheFileWhereNoVariableWins() throws Exception {
    Path settings = folder.resolve("pde.env");
    Files.writeString(
        settings, "# words\nPDE_LANG=en\nPDE_MAPPINGS=/nowhere\nBAD NAME=$(touch x)\n");

    Ended english = installed(Map.of("PDE_ENV_FILE", settings.toString()), "check");
    assertThat(english.output() + english.errors()).contains("is not there");
    Ended own = installed(Map.of("PDE_ENV_FILE", settings.toString(), "PDE_LANG", "id"), "check");
    assertThat(own.output() + own.errors()).contains("tidak ada");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void whatNeedsTheSourcesSaysSo() throws Exception {
    Ended test = installed(Map.of(), "test");

    assertThat(test.code()).isEqualTo(2);
    assertThat(test.errors()).contains("salinan terpasang", "installed copy");
  }

  @Test
  void everythingThatBelongsToItIsInIt() throws IOException {
    assertThat(
            Stream.of(
                "pde",
                "README.md",
                "LICENSE",
                "NOTICE",
                "INSTALL.md",
                "app/run.jar",
                "etc/pde.service",
                "etc/pde.env",
                "mappings/panels/penduduk.yaml",
                "routes/dkupp.yaml",
                "docs/runbooks.md",
                "docs/monitoring/grafana.json"))
        .allSatisfy(name -> assertThat(installed.resolve(name)).isNotEmptyFile());
    assertThat(Manual.lostLinks(installed)).isEmpty();
    assertThat(Files.readString(installed.resolve("etc/pde.service")))
        .contains("NoNewPrivileges=true", "ProtectSystem=strict", "Restart=on-failure");
    JsonNode bill = new ObjectMapper().readTree(Files.readString(installed.resolve("bom.json")));
    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.findValuesAsText("name")).contains("camel-core-engine", "postgresql");
  }
}
