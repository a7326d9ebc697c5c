package id.pde.run.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"pendek", "password123", "aaaaaaaaaaaa", "ana-walidata-2026", "ProbolingGo"})
  void refusesAPasswordThatIsEasyToGuess(String password) {
    assertThat(AccountRules.password("ana", password)).isPresent();
  }

  @Test
  void takesAFewWordsAndRefusesWhatBcryptWouldCut() {
    assertThat(AccountRules.password("budi", "jeruk-pagi-kapal")).isEmpty();
    assertThat(AccountRules.password("budi", "jeruk-pagi-kapal".repeat(5))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ana", "ana walidata", "-ana", "ana<script>"})
  void refusesANameThatIsNone(String name) {
    assertThat(AccountRules.name(name)).isPresent();
  }

  @Test
  void rightsFitTogether() {
    assertThat(AccountRules.rights(Set.of(), List.of(), List.of("dinsos"))).isPresent();
    assertThat(AccountRules.rights(Set.of(Role.AGENCY), List.of(), List.of("dinsos"))).isPresent();
    assertThat(AccountRules.rights(Set.of(Role.AGENCY), List.of("dkupp"), List.of("dinsos")))
        .isPresent();
    assertThat(AccountRules.rights(Set.of(Role.OFFICER), List.of("dinsos"), List.of("dinsos")))
        .isPresent();
    assertThat(
            AccountRules.rights(
                Set.of(Role.AGENCY, Role.ADMIN), List.of("dinsos"), List.of("dinsos")))
        .isPresent();
    assertThat(AccountRules.rights(Set.of(Role.AGENCY), List.of("dinsos"), List.of("dinsos")))
        .isEmpty();
    assertThat(AccountRules.rights(Set.of(Role.ADMIN, Role.OFFICER), List.of(), List.of()))
        .isEmpty();
  }
}
