package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.route.door.FolderAddress;
import id.pde.route.door.FolderWatch;
import id.pde.run.SourceUnreadable;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A folder behind a real FTPS server. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FtpsDoorIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path root;
  private Path there;
  private FtpsServer server;
  private DoorCity city;

  @BeforeEach
  void begin() throws Exception {
    there = Files.createDirectories(root.resolve("server/keluar"));
    server = serve(FtpsServer.Manner.EXPLICIT);
    city = new DoorCity(root.resolve("city"), database);
    city.secret("ftps", "kata");
  }

  private FtpsServer serve(FtpsServer.Manner manner) throws Exception {
    return new FtpsServer(root.resolve("server"), root.resolve("keys.p12"), manner);
  }

  @AfterEach
  void end() {
    city.close();
    server.close();
  }

  private FolderWatch watch(Map<String, String> more) {
    Map<String, String> options = new HashMap<>();
    options.put("agency", "dkupp");
    options.put("username", "pde");
    options.put("password", "{{file:ftps}}");
    options.put("certificate", server.fingerprint());
    options.put("settle", "1s");
    options.putAll(more);
    FolderAddress address =
        FolderAddress.read(
                FolderAddress.Kind.FTPS, "127.0.0.1:" + server.port() + "/keluar", options)
            .address()
            .orElseThrow();
    return new FolderWatch(address, new CityDoors(city.wiring(), () -> false).doorway().folders());
  }

  private String fault(FolderWatch watch) throws IOException {
    KeptFiles kept = new KeptFiles(root.resolve("kept"));
    SourceUnreadable fault =
        catchThrowableOfType(SourceUnreadable.class, () -> watch.look(kept, note -> {}));
    return fault.issue().code();
  }

  @Test
  void filesAreFetchedOnce() throws Exception {
    List<String> names = List.of("harga 1.csv", "harga-é.csv", "harga;x.csv");
    for (String name : names) {
      Files.writeString(there.resolve(name), "id,harga\n1,1000\n".repeat(10_000));
    }
    Files.createDirectories(there.resolve("folder.csv"));
    FolderWatch watch = watch(Map.of());
    KeptFiles kept = new KeptFiles(root.resolve("kept"));

    assertThat(watch.look(kept, note -> {})).isEqualTo(3);
    assertThat(kept.taken()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(kept.content("harga;x.csv")).hasSize(160_000);
    assertThat(watch.look(kept, note -> {})).isZero();
  }

  @ParameterizedTest
  @EnumSource(FtpsServer.Manner.class)
  void aServerMayInsistOnTheSessionOfTheCommands(FtpsServer.Manner manner) throws Exception {
    server.close();
    server = serve(manner);
    for (int i = 0; i < 5; i++) {
      Files.writeString(there.resolve(i + ".csv"), "id,harga\n1,1000\n".repeat(20_000));
    }
    FolderWatch watch =
        watch(Map.of("implicit", String.valueOf(manner == FtpsServer.Manner.IMPLICIT)));
    KeptFiles kept = new KeptFiles(root.resolve("kept"));

    assertThat(watch.look(kept, note -> {})).isEqualTo(5);
    assertThat(kept.content("4.csv")).hasSize(320_000);
  }

  @Test
  void aServerThatNobodyVouchesForHearsNoPassword() throws Exception {
    assertThat(fault(watch(Map.of("certificate", "SHA256:" + "A".repeat(43)))))
        .isEqualTo("door.host-key");
    assertThat(fault(watch(Map.of("certificate", "")))).isEqualTo("door.certificate");
  }

  @Test
  void aWrongPasswordAndAMissingFolderAreTold() throws Exception {
    Files.delete(there);
    assertThat(fault(watch(Map.of()))).isEqualTo("door.folder");
    city.secret("ftps", "salah");
    assertThat(fault(watch(Map.of()))).isEqualTo("door.login");
  }
}
