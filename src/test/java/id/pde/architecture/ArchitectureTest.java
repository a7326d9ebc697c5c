package id.pde.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final String PRODUCT = "id.pde";
  private static final String FIXTURES = "id.pde.architecture.fixture";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(PRODUCT);
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

  static List<ArchRule> rules() {
    return new House(PRODUCT).rules();
  }

  static List<ArchRule> brokenRules() {
    return new House(FIXTURES).rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeeps(ArchRule rule) {
    assertThat(rule.evaluate(HOUSE).getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void aFixtureBreaks(ArchRule rule) {
    assertThat(rule.evaluate(BROKEN).getFailureReport().getDetails()).isNotEmpty();
  }

  @Test
  void looksAtTheProduct() {
    assertThat(HOUSE.contain("id.pde.model.Row")).isTrue();
  }
}
