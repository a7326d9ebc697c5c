package id.pde.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.account.Role;
import id.pde.web.oidc.Provider.Grant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

  private static Claims claims(String groups, Map<String, Object> said) {
    Provider provider =
        new Provider(
            "https://sso.example",
            "pde",
            () -> "",
            groups,
            "preferred_username",
            Set.of(),
            Map.of(
                "walidata", new Grant(Role.OFFICER, List.of()),
                "opd-dkupp", new Grant(Role.AGENCY, List.of("dkupp")),
                "opd-bps", new Grant(Role.AGENCY, List.of("bps"))),
            "SSO",
            Optional.empty());
    return new Claims(provider, said);
  }

  @Test
  void groupsAreAListAWordOrDeeperDown() {
    assertThat(claims("groups", Map.of("groups", List.of("walidata", 7))).rights().roles())
        .containsExactly(Role.OFFICER);
    assertThat(claims("groups", Map.of("groups", "walidata")).rights().roles())
        .containsExactly(Role.OFFICER);
    assertThat(
            claims("realm.roles", Map.of("realm", Map.of("roles", List.of("walidata"))))
                .rights()
                .roles())
        .containsExactly(Role.OFFICER);
    assertThat(
            claims("https://a.b/roles", Map.of("https://a.b/roles", List.of("walidata")))
                .rights()
                .roles())
        .containsExactly(Role.OFFICER);
  }

  @Test
  void agenciesOfSeveralGroupsComeTogether() {
    assertThat(
            claims("groups", Map.of("groups", List.of("opd-dkupp", "opd-bps"))).rights().agencies())
        .containsExactly("bps", "dkupp");
  }

  @Test
  void whatIsNotNamedExactlyGivesNothing() {
    assertThat(
            claims("groups", Map.of("groups", List.of("WALIDATA", "walidata "))).rights().roles())
        .isEmpty();
    assertThat(claims("groups", Map.of()).rights().roles()).isEmpty();
    assertThat(claims("groups", Map.of("groups", Map.of("walidata", true))).rights().roles())
        .isEmpty();
  }

  @Test
  void aLoginNameIsInLowerCase() {
    assertThat(claims("groups", Map.of("preferred_username", " Budi@Kota ")).name())
        .contains("budi@kota");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "budi santoso", "../x", "<b>", "{oidc}abc"})
  void whatIsNoLoginNameIsNone(String name) {
    assertThat(claims("groups", Map.of("preferred_username", name)).name()).isEmpty();
    assertThat(claims("groups", Map.of("preferred_username", 7)).name()).isEmpty();
  }

  @Test
  void theNameForPeopleIsTidy() {
    assertThat(claims("groups", Map.of("name", "Budi\n\tSantoso ")).shown("b"))
        .isEqualTo("Budi Santoso");
    assertThat(claims("groups", Map.of("name", "x".repeat(500))).shown("b")).hasSize(100);
    assertThat(claims("groups", Map.of("name", " ")).shown("b")).isEqualTo("b");
  }
}
