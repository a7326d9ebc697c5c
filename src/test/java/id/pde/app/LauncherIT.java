package id.pde.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a Maven and a Java that only say what they got. */
class LauncherIT {

  private static final String BUILDING = "pde: membangun program / building the program ...\n";

  @TempDir Path folder;

  private Path checkout;
  private Path tools;

  @BeforeEach
  void layOutCheckout() throws IOException {
    checkout = Files.createDirectories(folder.resolve("a check out"));
    tools = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.copy(Path.of("pde"), checkout.resolve("pde"));
    write(checkout.resolve("pom.xml"), "<project />");
    write(checkout.resolve("src/main/java/One.java"), "class One {}");
    write(checkout.resolve("src/main/java/Two.java"), "class Two {}");
    script(
        "mvn",
        "echo built >>\"$FOLDER/builds\"; sleep 0.3; echo jar >\"$CHECKOUT/target/app/pde.jar\"");
    script("javac", "exit 0");
    script(
        "java",
        "case \"$*\" in *ArchiveClassesAtExit*) exit 1 ;; esac",
        "while [ \"$1\" != id.pde.app.Main ]; do shift; done; shift",
        "printf '<%s>' \"$@\"; exit 3");
    write(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
  }

  @Test
  void buildsOnceAndHandsOverArgumentsAndExitCode() throws Exception {
    assertThat(run("load", "a b.csv", "")).isEqualTo(new Ended(3, "<load><a b.csv><>", BUILDING));
    assertThat(run("version")).isEqualTo(new Ended(3, "<version>", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void runsThroughALinkFromElsewhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a check out/pde"));

    assertThat(end(start(link, "version")).output()).isEqualTo("<version>");
  }

  @Test
  void buildsAgainAfterASourceIsDeletedOrRestored() throws Exception {
    run("version");
    Files.delete(checkout.resolve("src/main/java/Two.java"));
    assertThat(run("version").errors()).isEqualTo(BUILDING);

    write(checkout.resolve("src/main/java/Two.java"), "class Two {}");
    Files.setLastModifiedTime(checkout.resolve("src/main/java/Two.java"), FileTime.fromMillis(0));
    assertThat(run("version").errors()).isEqualTo(BUILDING);
  }

  @Test
  void buildsOnceForThreeStartedTogether() throws Exception {
    List<Process> started = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      started.add(start(checkout.resolve("pde"), "version"));
    }
    for (Process process : started) {
      assertThat(end(process).output()).isEqualTo("<version>");
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void showsTheEndOfTheLogOfAFailedBuild() throws Exception {
    script("mvn", "echo '[ERROR] One.java:1 is wrong'; exit 1");

    Path log = checkout.toRealPath().resolve("target/app/build.log");
    assertThat(run("version"))
        .isEqualTo(
            new Ended(
                1,
                "",
                BUILDING
                    + "[ERROR] One.java:1 is wrong\n"
                    + "pde: Program tidak dapat dibangun; catatan lengkap: %s\n".formatted(log)
                    + "     The program could not be built; the whole log: %s\n".formatted(log)));
  }

  @Test
  void refusesAnOldJava() throws Exception {
    write(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

    assertThat(run("version"))
        .isEqualTo(
            new Ended(
                1,
                "",
                """
                pde: Java di %1$s/java terlalu lama (versi 11). Pasang Java 17 atau yang lebih baru, atau arahkan JAVA_HOME ke sana.
                     The Java at %1$s/java is too old (version 11). Install Java 17 or newer, or point JAVA_HOME to it.
                """
                    .formatted(tools)));
  }

  @Test
  void testsAreMavensVerify() throws Exception {
    script("mvn", "printf '<%s>' \"$@\"");

    assertThat(run("test", "--release", "-DskipITs").output())
        .isEqualTo(
            "<-B><-ntp><-f><%s/pom.xml><-Prelease-evidence><-DskipITs><verify>"
                .formatted(checkout.toRealPath()));
    assertThat(run("test", "--fast"))
        .isEqualTo(
            new Ended(
                2,
                "",
                """
                pde: Pilihan tidak dikenal: --fast. Pakai: pde test [--release]
                     Unknown option: --fast. Usage: pde test [--release]
                """));
  }

  private record Ended(int code, String output, String errors) {}

  private Ended run(String... arguments) throws Exception {
    return end(start(checkout.resolve("pde"), arguments));
  }

  private Process start(Path launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    builder.environment().put("FOLDER", folder.toString());
    builder.environment().put("CHECKOUT", checkout.toString());
    return builder.start();
  }

  private static Ended end(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output, errors);
  }

  private long builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  private void script(String name, String... lines) throws IOException {
    Path file = tools.resolve(name);
    write(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
