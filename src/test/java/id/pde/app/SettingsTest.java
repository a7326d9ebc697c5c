package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Path LAUNCHER = Path.of("/opt/pde");

  @Test
  void everythingStandsBesideTheLauncher() {
    Settings settings = Settings.from(Map.of("PDE_HOME", " "), LAUNCHER);

    assertThat(settings.home().root()).isEqualTo(LAUNCHER.resolve("var"));
    assertThat(settings.mappings()).isEqualTo(LAUNCHER.resolve("mappings"));
    assertThat(settings.routes()).isEqualTo(LAUNCHER.resolve("routes"));
    assertThat(settings.languageOrDefault()).isEqualTo(Language.ID);
    assertThat(settings.widened()).isEmpty();
  }

  @Test
  void variablesPointElsewhere() {
    Settings settings =
        Settings.from(
            Map.of(
                "PDE_HOME", "/srv/pde",
                "PDE_MAPPINGS", "/srv/m/../mappings",
                "PDE_ROUTES", "/srv/routes",
                "PDE_LANG", "en_GB.UTF-8",
                "PDE_ROUTES_ALLOW", "ftp, seda $(id)"),
            LAUNCHER);

    assertThat(settings.home().root()).isEqualTo(Path.of("/srv/pde"));
    assertThat(settings.mappings()).isEqualTo(Path.of("/srv/mappings"));
    assertThat(settings.routes()).isEqualTo(Path.of("/srv/routes"));
    assertThat(settings.languageOrDefault()).isEqualTo(Language.EN);
    assertThat(settings.widened()).containsExactlyInAnyOrder("ftp", "seda");
  }
}
