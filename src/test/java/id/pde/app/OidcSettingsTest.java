package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Text;
import id.pde.run.account.Role;
import id.pde.web.oidc.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {

  private static final Map<String, String> WHOLE =
      Map.of(
          "PDE_OIDC_ISSUER", "https://sso.example/realms/kota",
          "PDE_OIDC_CLIENT", "pde",
          "PDE_OIDC_SECRET", "rahasia",
          "PDE_OIDC_ROLES", "walidata=officer");

  @TempDir private Path home;

  private OidcSettings.Read read(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PDE_HOME", home.toString());
    return OidcSettings.of(Settings.from(all, home));
  }

  private OidcSettings.Read with(String name, String value) {
    Map<String, String> all = new HashMap<>(WHOLE);
    all.put(name, value);
    return read(all);
  }

  @Test
  void withoutAVariableThereIsNothing() {
    assertThat(read(Map.of()).provider()).isEmpty();
    assertThat(read(Map.of("PDE_OIDC_ISSUER", " ")).faults()).isEmpty();
  }

  @Test
  void aWholeOneIsRead() {
    Provider provider =
        with("PDE_OIDC_ROLES", "CN=Wali,OU=Kota=officer; opd dinsos = agency:dinsos;\nx=admin")
            .provider()
            .orElseThrow();

    assertThat(provider.grants())
        .containsOnlyKeys("CN=Wali,OU=Kota", "opd dinsos", "x")
        .containsEntry("opd dinsos", new Provider.Grant(Role.AGENCY, List.of("dinsos")));
    assertThat(provider.groupsClaim()).isEqualTo("groups");
    assertThat(provider.nameClaim()).isEqualTo("preferred_username");
    assertThat(provider.secret().get()).isEqualTo("rahasia");
    assertThat(provider.toString()).doesNotContain("rahasia");
  }

  @Test
  void claimsAndScopesAreThoseThatAreNamed() {
    Map<String, String> all = new HashMap<>(WHOLE);
    all.put("PDE_OIDC_GROUPS", "realm_access.roles");
    all.put("PDE_OIDC_NAME", "upn");
    all.put("PDE_OIDC_SCOPES", "groups, email");

    Provider provider = read(all).provider().orElseThrow();

    assertThat(provider.groupsClaim()).isEqualTo("realm_access.roles");
    assertThat(provider.nameClaim()).isEqualTo("upn");
    assertThat(provider.scopes()).containsExactlyInAnyOrder("groups", "email");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PDE_OIDC_ISSUER", "PDE_OIDC_CLIENT", "PDE_OIDC_SECRET", "PDE_OIDC_ROLES"})
  void halfOfOneIsNone(String missing) {
    OidcSettings.Read read = with(missing, "");

    assertThat(read.provider()).isEmpty();
    assertThat(read.faults()).singleElement().asString().contains(missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PDE_OIDC_ISSUER | http://sso.example | must be an https address",
        "PDE_OIDC_ISSUER | https://sso.example/?a=b | must be an https address",
        "PDE_OIDC_ISSUER | sso.example | must be an https address",
        "PDE_OIDC_ROLES | walidata | is not GROUP=ROLE; roles: admin,",
        "PDE_OIDC_ROLES | walidata=raja | is not GROUP=ROLE; roles: admin,",
        "PDE_OIDC_ROLES | opd=agency | is not GROUP=ROLE; roles: admin,",
        "PDE_OIDC_ROLES | walidata=officer:dinsos | is not GROUP=ROLE; roles: admin,",
        "PDE_OIDC_ROLES | a=officer;a=admin | is there twice",
        "PDE_OIDC_ISUER | x | is not known; there are: PDE_OIDC_CLIENT,",
      })
  void whatIsWrongIsSaid(String name, String value, String said) {
    OidcSettings.Read read = with(name, value);

    assertThat(read.provider()).isEmpty();
    assertThat(read.faults()).singleElement().extracting(Text::en).asString().contains(name, said);
  }

  @Test
  void aProviderOnThisMachineNeedsNoTls() {
    assertThat(with("PDE_OIDC_ISSUER", "http://127.0.0.1:9000").provider()).isPresent();
    assertThat(with("PDE_OIDC_ISSUER", "http://127.0.0.1.evil.example").provider()).isEmpty();
  }

  @Test
  void theSecretMayBeAFileThatOnlyItsOwnerReads() throws Exception {
    Path secrets = Files.createDirectories(home.resolve("secrets"));
    Path file = Files.writeString(secrets.resolve("oidc-secret"), "dari berkas\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(with("PDE_OIDC_SECRET", "").faults())
        .singleElement()
        .asString()
        .contains("chmod 600")
        .doesNotContain("dari berkas");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    Provider provider = with("PDE_OIDC_SECRET", "").provider().orElseThrow();
    assertThat(provider.secret().get()).isEqualTo("dari berkas");
  }

  @Test
  void anAgencyThatNoFileNamesIsAFault() {
    Map<String, String> all = new HashMap<>(WHOLE);
    all.put("PDE_OIDC_ROLES", "opd=agency:hantu");
    all.put("PDE_HOME", home.toString());
    Settings settings = Settings.from(all, home);

    assertThat(OidcCheck.issues(settings, Set.of("dinsos")))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("oidc.setting");
              assertThat(issue.message().en()).contains("\"hantu\", which is not there");
            });
    assertThat(OidcCheck.issues(settings, Set.of("hantu"))).isEmpty();
  }
}
