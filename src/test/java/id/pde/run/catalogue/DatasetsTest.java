package id.pde.run.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetsTest {

  private static final Datasets DATASETS = Fixture.datasets();

  @ParameterizedTest
  @CsvSource({
    "'', dinsos/bantuan disdukcapil/penduduk dkupp/harga",
    "dkupp/harga, dkupp/harga",
    "HARGA, dkupp/harga",
    "staples, dkupp/harga",
    "selisih change, dkupp/harga",
    "kependudukan, disdukcapil/penduduk",
    "dinas sosial, dinsos/bantuan",
    "harga sosial, ''",
    "dkupp/harga penyakit, disdukcapil/penduduk dkupp/harga",
    "dkupp/harg, dkupp/harga",
    "tiada, ''"
  })
  void findsByIdOrByAllWords(String words, String ids) {
    List<String> typed = words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    assertThat(
            String.join(" ", DATASETS.matching(typed).stream().map(Dataset::id).sorted().toList()))
        .isEqualTo(ids);
  }
}
