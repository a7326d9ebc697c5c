package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.route.door.FolderAddress;
import id.pde.route.door.FolderWatch;
import id.pde.run.RunReport;
import id.pde.run.SourceUnreadable;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A folder behind a real SFTP server, with everything that goes wrong there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FolderDoorIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String ROUTE =
      """
      - from:
          uri: sftp://127.0.0.1:%d/keluar
          parameters:
            agency: dkupp
            username: pde
            password: "{{file:sftp}}"
            hostKey: "%s"
            every: 1s
            settle: 1s
          steps:
            - to: pde:recognise?agency=dkupp
      """;

  @TempDir Path root;
  private Path there;
  private SftpServer server;
  private DoorCity city;

  @BeforeEach
  void begin() throws Exception {
    there = Files.createDirectories(root.resolve("server/keluar"));
    server = new SftpServer(root.resolve("server"));
    city = DoorCity.ofPrices(root.resolve("city"), database);
    city.secret("sftp", "kata");
  }

  @AfterEach
  void end() throws Exception {
    city.close();
    server.close();
  }

  private void put(String name, String content) throws IOException {
    Files.writeString(there.resolve(name), content);
  }

  private void start() throws Exception {
    city.start(ROUTE.formatted(server.port(), server.fingerprint()));
  }

  @Test
  void aFileThereIsLoadedAndAnsweredAsOneInTheWatchedFolder() throws Exception {
    put("harga-1.csv", "id,harga\n1,1000\n2,2000\n");
    start();

    RunReport run = city.await(1).get(0);

    assertThat(run.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(run.source().name()).isEqualTo("harga-1.csv");
    assertThat(run.agency()).isEqualTo("dkupp");
    assertThat(city.wiring().archive().has(run.source())).isTrue();
    assertThat(city.ask("SELECT id FROM warehouse.harga ORDER BY 1")).containsExactly("1", "2");
    assertThat(DoorCity.await(this::answers, 1)).isNotEmpty();
    assertThat(there.resolve("harga-1.csv")).exists();
  }

  private List<String> answers() {
    try (var files = Files.walk(city.home().resolve("outbox/dkupp"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("harga-1"))
          .toList();
    } catch (IOException notYet) {
      return List.of();
    }
  }

  @Test
  void whatWasTakenIsNotFetchedAgainUntilItChanges() throws Exception {
    put("harga-1.csv", "id,harga\n1,1000\n");
    start();
    city.await(1);
    put("harga-2.csv", "id,harga\n2,2000\n");
    city.await(2);
    put("harga-1.csv", "id,harga\n1,1500\n9,9\n");

    List<RunReport> runs = city.await(3);

    assertThat(runs)
        .extracting(run -> run.source().name())
        .containsExactly("harga-1.csv", "harga-2.csv", "harga-1.csv");
    assertThat(city.ask("SELECT id || '|' || harga FROM warehouse.harga ORDER BY 1"))
        .containsExactly("1|1500.00", "2|2000.00", "9|9.00");
    assertThat(city.ask("SELECT count(*) FROM pde.door_file")).containsExactly("3");
  }

  @Test
  void theSameBytesUnderAnotherNameAreADuplicate() throws Exception {
    put("harga-1.csv", "id,harga\n1,1000\n");
    start();
    city.await(1);
    put("harga-salinan.csv", "id,harga\n1,1000\n");

    assertThat(city.await(2).get(1).outcome()).isEqualTo(RunOutcome.DUPLICATE);
  }

  @Test
  void oddNamesAreFetchedWhereTheyAreOneSegment() throws Exception {
    List<String> odd =
        List.of(
            "harga *.csv", "harga [1]?.csv", "harga-ä-é-中.csv", "harga'; rm.csv", "harga %41.csv");
    for (int i = 0; i < odd.size(); i++) {
      put(odd.get(i), "id,harga\n" + i + ",1\n");
    }
    put("harga\\..csv", "id,harga\n98,1\n");
    put("harga\n.csv", "id,harga\n99,1\n");
    put(".harga.csv", "id,harga\n97,1\n");
    put("harga.csv.filepart", "id,harga\n96,1\n");
    Files.createDirectories(there.resolve("harga-folder.csv"));
    Files.createSymbolicLink(there.resolve("harga-link.csv"), there.resolve(odd.get(0)));
    start();

    List<RunReport> runs = city.await(odd.size());

    assertThat(runs)
        .extracting(run -> run.source().name())
        .containsExactlyInAnyOrderElementsOf(odd);
    assertThat(city.ask("SELECT id FROM warehouse.harga ORDER BY 1"))
        .containsExactly("0", "1", "2", "3", "4");
  }

  @Test
  void aFileThatGrowsIsNotTaken() throws Exception {
    FolderWatch watch = watch(server.port(), server.fingerprint(), Map.of("settle", "20s"));
    put("harga-1.csv", "id,harga\n1,10");
    KeptFiles kept = new KeptFiles(root.resolve("kept"));

    assertThat(watch.look(kept, note -> {})).isZero();
    put("harga-1.csv", "id,harga\n1,1000\n");
    assertThat(watch.look(kept, note -> {})).isZero();
    assertThat(kept.taken()).isEmpty();
  }

  @Test
  void anotherKeyOfTheServerStopsBeforeThePassword() throws Exception {
    String known = server.fingerprint();
    server.changeKey();
    server.password("lain");

    SourceUnreadable fault = fault(watch(server.port(), known, Map.of()));

    assertThat(fault.issue().code()).isEqualTo("door.host-key");
    assertThat(fault.issue().message().en()).contains(server.fingerprint());
  }

  @Test
  void aWrongPasswordIsToldWithoutTheWord() throws Exception {
    FolderWatch watch = watch(server.port(), server.fingerprint(), Map.of());
    server.password("rahasia-baru");

    assertThat(fault(watch).issue().code()).isEqualTo("door.login");
    city.secret("sftp", "rahasia-baru");
    put("harga-1.csv", "id,harga\n1,1000\n");
    KeptFiles kept = new KeptFiles(root.resolve("kept"));
    assertThat(watch.look(kept, note -> {})).isEqualTo(1);
  }

  @Test
  void aSecretThatIsNotThereIsTold() throws Exception {
    Files.delete(city.home().resolve("secrets/sftp"));

    assertThat(fault(watch(server.port(), server.fingerprint(), Map.of())).issue().code())
        .isEqualTo("door.secret");
  }

  @Test
  void aFolderThatIsNotThereIsTold() throws Exception {
    Files.delete(there);

    assertThat(fault(watch(server.port(), server.fingerprint(), Map.of())).issue().code())
        .isEqualTo("door.folder");
  }

  @Test
  void aServerThatIsAwayIsTold() throws Exception {
    FolderWatch watch = watch(server.port(), server.fingerprint(), Map.of());
    server.close();

    assertThat(fault(watch).issue().code()).isEqualTo("door.unreachable");
  }

  @Test
  void aConnectionLostMidwayTakesNothingAndTheNextLookAllOfIt() throws Exception {
    put("harga-1.csv", "id,harga\n" + "1,1000\n".repeat(300_000));
    KeptFiles kept = new KeptFiles(root.resolve("kept"));
    try (CuttingProxy proxy = new CuttingProxy(server.port())) {
      proxy.cutAfter(600_000);
      FolderWatch watch = watch(proxy.port(), server.fingerprint(), Map.of());

      assertThat(fault(watch, kept).issue().code()).isEqualTo("door.unreachable");
      assertThat(kept.taken()).isEmpty();
      assertThat(kept.left()).isEmpty();
      proxy.cutAfter(Long.MAX_VALUE);
      assertThat(watch.look(kept, note -> {})).isEqualTo(1);
      assertThat(kept.taken()).containsExactly("harga-1.csv");
    }
  }

  @Test
  void aFileReplacedWhileItComesIsTakenLater() throws Exception {
    put("harga-1.csv", "id,harga\n1,1000\n");
    KeptFiles kept = new KeptFiles(root.resolve("kept"));
    kept.whenDrafted(
        () -> {
          put("harga-1.csv", "id,harga\n1,2000\n");
          Files.setLastModifiedTime(
              there.resolve("harga-1.csv"), FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
        });
    FolderWatch watch = watch(server.port(), server.fingerprint(), Map.of());

    assertThat(watch.look(kept, note -> {})).isZero();
    kept.whenDrafted(() -> {});
    assertThat(watch.look(kept, note -> {})).isEqualTo(1);
    assertThat(kept.content("harga-1.csv")).contains("2000");
  }

  @Test
  void aFileBeyondTheLimitIsToldOnce() throws Exception {
    put("harga-1.csv", "x".repeat((1 << 20) + 1));
    FolderWatch watch = watch(server.port(), server.fingerprint(), Map.of("largest", "1"));
    List<Issue> notes = new ArrayList<>();

    watch.look(new KeptFiles(root.resolve("kept")), notes::add);
    watch.look(new KeptFiles(root.resolve("kept")), notes::add);

    assertThat(notes).extracting(Issue::code).containsExactly("door.too-large");
  }

  @Test
  void theRouteMustNameTheKeyAndMayNotHoldThePassword() throws Exception {
    String route = ROUTE.formatted(22, "SHA256:" + "a".repeat(43));

    assertThat(city.check(route)).isEmpty();
    assertThat(city.check(route.replace("{{file:sftp}}", "kata"))).containsExactly("route.secret");
    assertThat(city.check(route.replaceAll("(?m)^.*hostKey.*\n", "")))
        .containsExactly("route.host-key");
    assertThat(city.check(route.replaceAll("(?m)^.*username.*\n", "")))
        .containsExactly("route.option-missing");
    assertThat(city.check(route.replace("/keluar", "/../etc"))).containsExactly("route.address");
    assertThat(city.check(route.replace("agency: dkupp", "agency: dkup")))
        .containsExactly("route.no-such-agency");
    assertThat(city.check(route.replace("every: 1s", "delete: true")))
        .containsExactly("route.not-allowed");
    assertThat(city.check(route.replace("every: 1s", "every: sering")))
        .containsExactly("route.timing");
  }

  @Test
  void aFileThatLiesThereIsKnownHoweverOldItsMarkIs() throws Exception {
    put("harga-1.csv", "id,harga\n1,1000\n");
    KeptFiles kept = new KeptFiles(root.resolve("kept"));
    String aged = "UPDATE pde.door_file SET taken = taken - interval '2 years' RETURNING name";
    String old = "SELECT name FROM pde.door_file WHERE taken < now() - interval '1 year'";
    assertThat(watch(server.port(), server.fingerprint(), Map.of()).look(kept, note -> {}))
        .isEqualTo(1);
    assertThat(city.ask(aged)).containsExactly("harga-1.csv");

    assertThat(watch(server.port(), server.fingerprint(), Map.of()).look(kept, note -> {}))
        .isZero();
    assertThat(city.ask(old)).isEmpty();

    Files.delete(there.resolve("harga-1.csv"));
    city.ask(aged);
    assertThat(watch(server.port(), server.fingerprint(), Map.of()).look(kept, note -> {}))
        .isZero();
    assertThat(city.ask(old)).containsExactly("harga-1.csv");
  }

  private FolderWatch watch(int port, String key, Map<String, String> more) {
    Map<String, String> options = new HashMap<>();
    options.put("agency", "dkupp");
    options.put("username", "pde");
    options.put("password", "file:sftp");
    options.put("hostKey", key);
    options.put("settle", "1s");
    options.putAll(more);
    FolderAddress address =
        FolderAddress.read(FolderAddress.Kind.SFTP, "127.0.0.1:" + port + "/keluar", options)
            .address()
            .orElseThrow();
    return new FolderWatch(address, new CityDoors(city.wiring(), () -> false).doorway().folders());
  }

  private SourceUnreadable fault(FolderWatch watch) throws IOException {
    return fault(watch, new KeptFiles(root.resolve("kept")));
  }

  private static SourceUnreadable fault(FolderWatch watch, KeptFiles kept) {
    return catchThrowableOfType(SourceUnreadable.class, () -> watch.look(kept, note -> {}));
  }
}
