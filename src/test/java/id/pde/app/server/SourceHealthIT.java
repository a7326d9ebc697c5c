package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.DurableFiles;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Health;

/** What cannot be read shows in the health of the server, and the rest goes on. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SourceHealthIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String ROUTES =
      """
      - from:
          uri: pde:inbox?agency=dkupp&every=1s
          steps:
            - to: pde:dkupp/harga
      - from:
          uri: ftps://127.0.0.1:1/keluar
          parameters: {agency: dkupp, username: pde, password: "{{file:ftps}}", every: 1s}
          steps:
            - to: pde:dkupp/harga
      """;

  private static final String INBOX = "inbox/dkupp";
  private static final String DOOR = "ftps://pde@127.0.0.1:1/keluar?agency=dkupp";

  @TempDir Path root;

  @Test
  void aFolderThatIsGoneAndADoorThatIsShutAreDownAndTheRestGoesOn() throws Exception {
    try (DoorCity city = DoorCity.ofPrices(root, database)) {
      city.secret("ftps", "kata");
      city.start(ROUTES);
      Path folder = city.home().resolve(INBOX);
      SourceHealth health = new SourceHealth(city.sources());
      DoorCity.until(() -> "DOWN: door.unreachable".equals(details(health).get(DOOR)));

      DurableFiles.remove(folder);
      DoorCity.until(() -> "DOWN: inbox.unreadable".equals(details(health).get(INBOX)));
      Health down = health.health();
      assertThat(down.getStatus().getCode()).isEqualTo("PARTLY_DOWN");

      Files.createDirectories(folder);
      Files.writeString(folder.resolve("harga.csv"), "id,harga\n1,10\n");
      assertThat(city.await(1)).hasSize(1);
      DoorCity.until(() -> !details(health).containsKey(INBOX));
    }
  }

  private static Map<String, Object> details(SourceHealth health) {
    return health.health().getDetails();
  }
}
