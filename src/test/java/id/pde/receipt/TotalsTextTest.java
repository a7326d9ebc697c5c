package id.pde.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.total.RegionTotals;
import id.pde.run.total.RegionTotals.Part;
import id.pde.run.total.RegionTotals.Summed;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTextTest {

  private static RegionTotals totals(int parts, int columns) {
    return new RegionTotals(
        IntStream.range(0, columns).mapToObj(i -> new Summed("k" + i, Text.same("k" + i))).toList(),
        IntStream.range(0, parts)
            .mapToObj(
                i ->
                    new Part(
                        "35." + i, "Kec " + i, 2, Collections.nCopies(columns, BigDecimal.TEN)))
            .toList());
  }

  @Test
  void saysNothingOfNothing() {
    assertThat(TotalsText.lines(RegionTotals.NONE, Language.ID)).isEmpty();
  }

  @Test
  void onePartIsItsOwnWhole() {
    assertThat(TotalsText.lines(totals(1, 1), Language.EN))
        .containsExactly(
            "",
            "Totals by kecamatan, to check against:",
            "  kecamatan  rows  k0",
            "  Kec 0         2  10");
  }

  /** What does not fit is said to be elsewhere, and the whole is of all. */
  @ParameterizedTest
  @CsvSource({
    "60, 6, 62, -",
    "61, 6, 62, (1 kecamatan lagi ada di berkas .json)",
    "2, 7, 4, (1 kolom lagi ada di berkas .json)",
    "70, 8, 62, (10 kecamatan dan 2 kolom lagi ada di berkas .json)"
  })
  void cutsNothingSilently(int parts, int columns, int lines, String said) {
    List<String> text = TotalsText.lines(totals(parts, columns), Language.ID);
    List<String> table = text.subList(2, text.size());
    assertThat(table.stream().filter(line -> !line.contains("(")).count()).isEqualTo(lines);
    assertThat(table)
        .anySatisfy(line -> assertThat(line).contains("seluruhnya").contains(" " + parts * 2));
    if (said.equals("-")) {
      assertThat(table).noneMatch(line -> line.contains("("));
    } else {
      assertThat(table.get(table.size() - 1)).isEqualTo("  " + said);
    }
  }
}
