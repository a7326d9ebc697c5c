package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Described.Expected;
import id.pde.mapping.Described.Privacy;
import id.pde.mapping.Described.Standard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribedTest {

  private static Described of(String content) {
    return Described.of(Mappings.good("mappings/dkupp/harga.yaml", content));
  }

  @Test
  void readsWhatNothingActsOn() {
    Described described =
        of(
            """
            privacy: {basis: tugas, purpose: harga, retention: 5y, subjects: pedagang}
            expected: {every: month, due: working-day 5}
            theme: ECON
            keywords: [harga, " pasar "]
            license: https://creativecommons.org/licenses/by/4.0/
            target: {table: harga}
            columns:
              harga: {type: integer, concept: Harga eceran, measure: rata-rata, unit: rupiah}
              pasar: {type: text}
            """);

    assertThat(described)
        .isEqualTo(
            new Described(
                new Privacy("tugas", "harga", "5y", "pedagang"),
                new Expected("month", "working-day 5", null),
                "ECON",
                List.of("harga", "pasar"),
                "https://creativecommons.org/licenses/by/4.0/",
                Map.of("harga", new Standard("Harga eceran", "rata-rata", "rupiah"))));
    assertThat(described.column("pasar")).isEqualTo(Standard.NONE);
  }

  @Test
  void blanksAndOtherShapesSayNothing() {
    Described described =
        of(
            """
            privacy: {basis: , purpose: [a]}
            theme: {a: b}
            keywords: satu
            target: {table: harga}
            columns: {pasar: {type: text, unit: }}
            """);

    assertThat(described.privacy().isEmpty()).isTrue();
    assertThat(described.theme()).isNull();
    assertThat(described.keywords()).containsExactly("satu");
    assertThat(described.columns()).isEmpty();
  }
}
