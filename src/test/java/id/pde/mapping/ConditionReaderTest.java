package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Condition.Failure;
import id.pde.mapping.Condition.Verdict;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionReaderTest {

  @Test
  void takesFieldsInTheOrderOfItsHeadings() {
    Condition condition =
        condition("field(\"JML BALITA\") != null && int(field(\"JML BALITA\")) > S.size()");

    assertThat(condition.headings()).containsExactly("JML BALITA", "S");
    assertThat(test(condition, "3", "ab")).isEqualTo(Verdict.HOLDS);
    assertThat(test(condition, "3", "abc")).isEqualTo(Verdict.HOLDS_NOT);
    assertThat(test(condition, null, "abc")).isEqualTo(Verdict.HOLDS_NOT);
  }

  @Test
  void saysWhyItFailsWithoutTheValue() {
    Condition condition = condition("int(S) > 3");

    assertThat(test(condition, "rahasia")).isEqualTo(Verdict.FAILED);
    assertThat(condition.failure(new String[] {"rahasia"}))
        .isEqualTo(
            new Failure(
                new Text(
                    "isi sel bukan bilangan atau waktu yang diminta",
                    "a cell does not hold the number or time that is asked for"),
                new Text(
                    "perbaiki selnya, atau saring dahulu: X.matches(\"^[0-9]+$\") && int(X) > 5",
                    "correct the cell, or test it first: X.matches(\"^[0-9]+$\") && int(X) > 5")));
  }

  private static Verdict test(Condition condition, @Nullable String... fields) {
    return condition.test(fields);
  }

  private static Condition condition(String written) {
    Mapping mapping =
        Mappings.good(
            "mappings/dkupp/harga.yaml",
            """
            source: {where: '%s'}
            target: {table: harga}
            columns: {pasar: {type: text}}
            """
                .formatted(written));
    Condition condition = mapping.source().table().where();
    if (condition == null) {
      throw new AssertionError("no condition");
    }
    return condition;
  }
}
