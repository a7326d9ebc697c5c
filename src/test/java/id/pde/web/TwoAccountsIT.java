package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One human with a local account and one of the provider. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TwoAccountsIT {

  @TempDir private static Path folder;

  private static OidcProvider provider;
  private static AttackedCity city;

  @BeforeAll
  static void setUp() {
    provider = new OidcProvider();
    Map<String, String> settings =
        Map.of(
            "PDE_OIDC_ISSUER",
            provider.issuer(),
            "PDE_OIDC_CLIENT",
            OidcProvider.CLIENT,
            "PDE_OIDC_SECRET",
            OidcProvider.SECRET,
            "PDE_OIDC_ROLES",
            "penyetuju=approver");
    city = new AttackedCity(ConsoleServer.start(folder, settings));
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
    if (provider != null) {
      provider.close();
    }
  }

  private static Visit entered(String subject, String name, String group) {
    provider.knows(subject, name, group);
    Visit visit = city.stranger();
    String asked = Visit.location(visit.get("/oauth2/authorization/pde"));
    String back = Visit.location(city.stranger().get(asked));
    assertThat(Visit.location(visit.get(back))).as("login of " + name).endsWith("/");
    return visit;
  }

  @Test
  void nobodyApprovesTheirOwnWorkWithTheirOtherAccount() {
    Visit admin = city.admin();
    city.add(admin, "rangkap", "officer", "");
    Visit local = city.visit("rangkap");
    long run = city.sent(local, "dinsos", "titipan_r.csv", "KODE;NILAI\nR1;1\nR2;2\nR3;3\nR4;4\n");
    String page = "/runs/" + run;
    Visit provided = entered("s-19", "rangkap.kota", "penyetuju");
    assertThat(provided.get(page).body()).contains(page + "/approve");

    admin.post("/accounts", "/accounts/rangkap.kota/person", "person", "rangkap");

    assertThat(admin.get("/audit?action=account.link").body()).contains("akun rangkap.kota");
    assertThat(provided.get(page).body()).doesNotContain(page + "/approve");
    provided.post(page, page + "/approve");
    assertThat(provided.get(page).body()).contains("menunggu").doesNotContain("sudah dimuat");
    Program program = Program.of(city.address(), provided);
    String work = Api.json(program.post(page + "/approve")).get("location").asText();
    String told = "";
    for (int tries = 0; tries < 100 && !told.contains("stopped"); tries++) {
      AttackedCity.pause();
      told = program.get(work.replace("/api/v1", "")).body();
    }
    assertThat(told).contains("rangkap.kota (the same person as rangkap) had it loaded");
    // Linked the other way round neither: an account with a password is linked to nobody.
    admin.post("/accounts", "/accounts/rangkap/person", "person", "ana");
    assertThat(admin.get("/accounts").body()).contains("Pilih akun lain yang berdiri sendiri");
    Visit other = entered("s-20", "penyetuju2", "penyetuju");
    assertThat(other.get(page).body()).contains(page + "/approve");
  }
}
