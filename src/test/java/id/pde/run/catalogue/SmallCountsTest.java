package id.pde.run.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCountsTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, <5", "4, <5", "5, 5", "1234, 1234"})
  void hidesOneToFour(long count, String shown) {
    assertThat(SmallCounts.shown(count)).isEqualTo(shown);
    assertThat(SmallCounts.isHidden(count)).isEqualTo(shown.equals("<5"));
  }

  /** Whatever is written of four persons, it does not say that they are four. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4"})
  void noFormTellsASmallNumberOfPersons(long rows) {
    Dataset persons = dataset("disdukcapil/penduduk", rows);
    Dataset five = dataset("disdukcapil/penduduk", 5);
    Dataset prices = dataset("dkupp/harga", rows);

    assertThat(persons.rowsShown()).isEqualTo("<5");
    assertThat(persons.rows()).isNull();
    assertThat(JsonText.of(CatalogueJson.of(List.of(persons), Language.EN)))
        .contains("\"rows\": null", "\"rows_shown\": \"<5\"");
    assertThat(five.rowsShown()).isEqualTo("5");
    assertThat(prices.rowsShown()).isEqualTo(Long.toString(rows));
  }

  @Test
  void aDroppedPersonalColumnStillMeansPersons() {
    assertThat(SmallCounts.countsPersons(dataset("dinsos/bantuan", 1).mapping())).isTrue();
    assertThat(SmallCounts.countsPersons(dataset("dkupp/harga", 1).mapping())).isFalse();
  }

  private static Dataset dataset(String id, long rows) {
    Dataset found = Fixture.datasets().matching(List.of(id)).get(0);
    return new Dataset(
        found.mapping(), found.agency(), found.described(), Fixture.holding(1, rows, "2024"));
  }
}
