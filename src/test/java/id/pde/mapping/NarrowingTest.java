package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType.CodeType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a column says of the code that its values mean. */
class NarrowingTest {

  private static String mapping(String columns) {
    return "target: {table: t}\ncolumns:\n  " + columns.replace("; ", "\n  ") + "\n";
  }

  @Test
  void readsEveryKey() {
    Mapping mapping =
        Mappings.good(
            "mappings/dkupp/harga.yaml",
            mapping(
                "a: {type: code(wilayah), level: [kabupaten, kota], system: bps, similar: 0.9};"
                    + " b: {type: code(wilayah), parent: a}; c: {type: code(wilayah), parent:"
                    + " \"35.74\"}"));

    assertThat(narrowing(mapping, 0))
        .isEqualTo(
            new Narrowing(List.of("kabupaten", "kota"), null, null, "bps", new BigDecimal("0.9")));
    assertThat(narrowing(mapping, 1)).isEqualTo(new Narrowing(List.of(), "a", null, null, null));
    assertThat(narrowing(mapping, 2))
        .isEqualTo(new Narrowing(List.of(), null, "35.74", null, null));
  }

  private static Narrowing narrowing(Mapping mapping, int column) {
    return ((CodeType) mapping.columns().get(column).type()).narrowing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: {type: text, system: bps}                               | 3:27 column.unfit system is for code(...) only
          a: {type: code(wilayah), similar: 0.5}                     | 3:37 column.similar "0.5" is no likeness between 0.6 and 1
          a: {type: code(wilayah), similar: 1}                       | 3:37 column.similar "1" is no likeness between 0.6 and 1
          a: {type: code(wilayah), similar: banyak}                  | 3:37 column.similar "banyak" is no likeness between 0.6 and 1
          a: {type: code(wilayah), parent: b}                        | 3:36 column.parent there is no column b
          a: {type: code(wilayah), parent: b}; b: {type: text}       | 3:36 column.parent b is not code(...)
          a: {type: code(wilayah), parent: b}; b: {type: code(agama)}| 3:36 column.parent the column b uses the list agama
          a: {type: code(wilayah), parent: a}                        | 3:36 column.parent its parents lead back to itself
          """)
  void saysWhatIsWrong(String columns, String fault) {
    assertThat(
            Mappings.read("mappings/dkupp/harga.yaml", mapping(columns)).faults().stream()
                .map(
                    said ->
                        said.location().shown().replace("mappings/dkupp/harga.yaml:", "")
                            + " "
                            + said.code()
                            + " "
                            + said.message().en()))
        .containsExactly(fault);
  }
}
