package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.run.Inbox.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

  @TempDir private Path root;
  private final SettableClock clock = new SettableClock();
  private final List<Claim> claimed = new ArrayList<>();
  private Home home = new Home(Path.of("."));
  private Path folder = Path.of(".");
  private Claims claims = new Claims(home, clock);
  private Inbox inbox = inbox(0);

  @BeforeEach
  void watch() {
    home = new Home(root);
    folder = home.inbox().resolve("dkupp");
    claims = new Claims(home, clock);
    inbox = inbox(0);
    assertThat(inbox.obstacles()).isEmpty();
  }

  @AfterEach
  void letGo() {
    claims.close();
  }

  @Test
  void takesAFileThatDidNotChangeBetweenTwoLooks() throws IOException {
    Path file = Files.writeString(folder.resolve("harga.csv"), "a;b\n");
    assertThat(look())
        .isEqualTo(new Look(0, 1, List.of(), Map.of("harga.csv", WaitingWords.GROWING)));
    assertThat(look()).isEqualTo(new Look(1, 0, List.of(), Map.of()));
    assertThat(file).doesNotExist();
    assertThat(claimed)
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.name()).isEqualTo("harga.csv");
              assertThat(claim.agency()).isEqualTo("dkupp");
              assertThat(claim.mapping()).isEqualTo("dkupp/harga");
              assertThat(claim.file()).hasContent("a;b\n");
            });
  }

  @Test
  void waitsWhileAFileGrows() throws IOException {
    Path file = folder.resolve("harga.csv");
    for (int i = 1; i < 5; i++) {
      Files.writeString(file, "x".repeat(i));
      assertThat(look().taken()).isZero();
    }
    assertThat(look().taken()).isEqualTo(1);
  }

  @Test
  void aFileThatIsReplacedWhileEarlierOnesAreLoadedIsNotTakenHalf() throws IOException {
    Path first = Files.writeString(folder.resolve("a.csv"), "a");
    Path second = Files.writeString(folder.resolve("b.csv"), "b;lama\n");
    Files.setLastModifiedTime(first, FileTime.fromMillis(1_000_000));
    look();
    clock.advance(Duration.ofSeconds(5));
    Look look =
        inbox.look(
            claim -> {
              claimed.add(claim);
              try {
                Files.writeString(second, "b;ba");
                claims.finish(claim);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    assertThat(claimed).extracting(Claim::name).containsExactly("a.csv");
    assertThat(look.waiting()).containsExactly(Map.entry("b.csv", WaitingWords.GROWING));
    Files.writeString(second, "b;baru\n");
    look();
    clock.advance(Duration.ofSeconds(5));
    look();
    assertThat(claimed.get(1).file()).hasContent("b;baru\n");
  }

  @Test
  void tellsWhyEachFileIsStillThere() throws IOException {
    Files.writeString(folder.resolve("lama.csv"), "a");
    look();
    inbox.look(claimed::add);
    Files.writeString(folder.resolve("baru.csv"), "b");
    look();
    assertThat(look().waiting()).containsExactly(Map.entry("baru.csv", WaitingWords.EARLIER));
    assertThat(inbox.lying()).containsExactlyInAnyOrder("lama.csv", "baru.csv");
  }

  @Test
  void seesGrowthThatKeepsTheTime() throws IOException {
    Path file = folder.resolve("harga.csv");
    FileTime time = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    for (int i = 1; i < 5; i++) {
      Files.writeString(file, "x".repeat(i));
      Files.setLastModifiedTime(file, time);
      assertThat(look().taken()).isZero();
    }
    assertThat(look().taken()).isEqualTo(1);
  }

  @Test
  void seesAChangeThatKeepsTheSize() throws IOException {
    Path file = folder.resolve("harga.csv");
    for (int i = 1; i < 5; i++) {
      Files.writeString(file, "x");
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * i));
      assertThat(look().taken()).isZero();
    }
    assertThat(look().taken()).isEqualTo(1);
  }

  @Test
  void doesNotTakeAFileBeforeItsAgeHoweverOftenItLooks() throws IOException {
    Files.writeString(folder.resolve("harga.csv"), "x");
    for (int i = 0; i < 10; i++) {
      assertThat(inbox.look(claimed::add).taken()).isZero();
    }
    clock.advance(Duration.ofSeconds(2));
    assertThat(inbox.look(claimed::add).taken()).isEqualTo(1);
  }

  @Test
  void takesAnEmptyFileSoThatItCanBeAnswered() throws IOException {
    Files.createFile(folder.resolve("kosong.csv"));
    look();
    assertThat(look().taken()).isEqualTo(1);
  }

  @Test
  void takesTheOldestFirst() throws IOException {
    for (String name : List.of("b.csv", "a.csv", "c.csv")) {
      Files.writeString(folder.resolve(name), name);
    }
    Files.setLastModifiedTime(folder.resolve("a.csv"), FileTime.fromMillis(2_000));
    Files.setLastModifiedTime(folder.resolve("b.csv"), FileTime.fromMillis(3_000));
    Files.setLastModifiedTime(folder.resolve("c.csv"), FileTime.fromMillis(1_000));
    look();
    clock.advance(Duration.ofSeconds(2));
    inbox.look(this::end);
    assertThat(claimed).extracting(Claim::name).containsExactly("c.csv", "a.csv", "b.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".harga.csv",
        "harga.csv.part",
        "harga.csv.PART",
        "harga.tmp",
        "x.crdownload",
        "~$harga.xlsx",
        "Thumbs.db",
        ".DS_Store",
        "desktop.ini",
        "harga.csv~",
        "a\nb.part"
      })
  void leavesAloneWhatIsNotYetAFile(String name) throws IOException {
    Path file = Files.writeString(FileNames.in(folder, name), "x");
    look();
    assertThat(look()).isEqualTo(new Look(0, 0, List.of(), Map.of()));
    assertThat(file).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " spasi di depan.csv",
        "a\"b'c$(id)`x`.csv",
        "dua\nbaris.csv",
        "kanan\u202Ekiri.csv",
        "nama\u0301.csv",
        "nam\u00E1.csv",
        "CON.csv",
        "-rf.csv",
        "数据.csv"
      })
  void takesOddNamesAsTheyAre(String name) throws IOException {
    Files.writeString(FileNames.in(folder, name), "x");
    look();
    assertThat(look().taken()).isEqualTo(1);
    assertThat(claimed).extracting(Claim::name).containsExactly(name);
    assertThat(claimed.get(0).file()).hasContent("x");
  }

  @Test
  void takesANameOf255Bytes() throws IOException {
    String name = "n".repeat(251) + ".csv";
    Files.writeString(folder.resolve(name), "x");
    look();
    look();
    assertThat(claimed).extracting(Claim::name).containsExactly(name);
  }

  @Test
  void takesANameThatIsNoText() throws IOException, InterruptedException {
    run("sh", "-c", "printf x > \"$1/$(printf 'harga-\\377.csv')\"", "sh", folder.toString());
    look();
    assertThat(look().taken()).isEqualTo(1);
    assertThat(claimed).extracting(Claim::name).containsExactly("harga-\uFFFD.csv");
    assertThat(claimed.get(0).file()).hasContent("x");
  }

  @Test
  void neverOpensWhatIsNoRegularFileAndSaysSoOnce() throws IOException, InterruptedException {
    Path secret = Files.writeString(root.resolve("secret"), "secret");
    Files.createSymbolicLink(folder.resolve("link.csv"), secret);
    Files.createSymbolicLink(folder.resolve("folder.csv"), root);
    Files.createDirectory(folder.resolve("inner.csv"));
    run("mkfifo", folder.resolve("pipe.csv").toString());
    assertThat(look().notes())
        .extracting(note -> note.location().shown() + ": " + note.message().en())
        .containsExactlyInAnyOrder(
            "link.csv: not a regular file (a link, a folder or a device), never opened",
            "folder.csv: not a regular file (a link, a folder or a device), never opened",
            "inner.csv: not a regular file (a link, a folder or a device), never opened",
            "pipe.csv: not a regular file (a link, a folder or a device), never opened");
    assertThat(look().notes()).isEmpty();
    assertThat(secret).hasContent("secret");
  }

  @Test
  void saysOnceThatTheFolderIsGoneAndGoesOnWhenItIsBack() throws IOException {
    Files.delete(folder);
    assertThat(look().notes()).extracting(Issue::code).containsExactly("inbox.unreadable");
    assertThat(look().notes()).isEmpty();
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("harga.csv"), "x");
    look();
    assertThat(look().taken()).isEqualTo(1);
    Files.delete(folder);
    assertThat(look().notes()).extracting(Issue::code).containsExactly("inbox.unreadable");
  }

  @Test
  void leavesAFileThatVanishesBeforeItIsTaken() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "x");
    Path gone = Files.writeString(folder.resolve("b.csv"), "x");
    Files.setLastModifiedTime(folder.resolve("a.csv"), FileTime.fromMillis(1_000));
    look();
    clock.advance(Duration.ofSeconds(5));
    Look look =
        inbox.look(
            claim -> {
              delete(gone);
              end(claim);
            });
    assertThat(look.taken()).isEqualTo(1);
    assertThat(look.notes()).extracting(Issue::code).containsExactly("file.vanished");
    assertThat(look()).isEqualTo(new Look(0, 0, List.of(), Map.of()));
    assertThat(claimFolders()).isEmpty();
  }

  @Test
  void takesNothingWhileTheDiskIsNearlyFull() throws IOException {
    Path file = Files.writeString(folder.resolve("harga.csv"), "x");
    inbox = inbox(Long.MAX_VALUE / 4);
    look();
    assertThat(look().notes()).extracting(Issue::code).containsExactly("disk.full");
    assertThat(look().notes()).isEmpty();
    assertThat(file).exists();
  }

  @Test
  void stopsTakingWhenTheWorkCannotGoOn() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "x");
    Files.writeString(folder.resolve("b.csv"), "x");
    look();
    clock.advance(Duration.ofSeconds(5));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                inbox.look(
                    claim -> {
                      throw new IllegalStateException("away");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(claimFolders()).hasSize(1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void makesClaimsThatOnlyTheirOwnerSees() throws IOException {
    Files.writeString(folder.resolve("harga.csv"), "x");
    look();
    look();
    Path claim = home.work().resolve("claims").resolve(claimed.get(0).id().toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(claim)))
        .isEqualTo("rwx------");
    assertThat(claim.resolve("claim.json"))
        .hasContent(
            "{\"id\":\""
                + claimed.get(0).id()
                + "\",\"agency\":\"dkupp\",\"mapping\":\"dkupp/harga\",\"name\":\"harga.csv\","
                + "\"taken\":\""
                + claimed.get(0).taken()
                + "\"}");
  }

  private List<Path> claimFolders() throws IOException {
    try (Stream<Path> folders = Files.list(home.work().resolve("claims"))) {
      return folders.filter(Files::isDirectory).toList();
    }
  }

  private Look look() {
    clock.advance(Duration.ofSeconds(5));
    return inbox.look(claimed::add);
  }

  private Inbox inbox(long floor) {
    return new Inbox(
        new Inbox.Spot(home, "dkupp", "dkupp/harga"),
        new Inbox.Next(claims, new Archive(home, floor)),
        Inbox.Settings.DEFAULT,
        clock);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  /** Brings a claim to its end at once. */
  private void end(Claim claim) {
    claimed.add(claim);
    try {
      claims.finish(claim);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
