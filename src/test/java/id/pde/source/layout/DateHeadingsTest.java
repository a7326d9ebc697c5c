package id.pde.source.layout;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.TableForm.HeaderSpec;
import org.junit.jupiter.api.Test;

/** Headings that became dates. */
class DateHeadingsTest {

  @Test
  void givesHeadingsBackThatExcelMadeDatesOf() {
    LayoutPlan plan =
        Grids.plan(
            Grids.form(new HeaderSpec.Auto(), "^(\\d+ *(?:-|s/d) *\\d+|\\d+ *\\+) / ([LP])$"),
            "KELURAHAN");
    Grids seen =
        Grids.sheet(
            plan,
            "A1:A2 B1:C1 D1:E1 F1:G1 H1:I1",
            "KELURAHAN|0  -  4 ||#2024-05-09||#2024-10-14||15 s/d 19|",
            "|L|P|L|P|L|P|L|P",
            "Jati|1|2|3|4|5|6|7|8");
    assertThat(seen.lines)
        .containsExactly(
            "KELURAHAN|0 - 4 / L|0 - 4 / P|5-9 / L|5-9 / P|10-14 / L|10-14 / P|15 s/d 19 / L"
                + "|15 s/d 19 / P",
            "heading.date S!D1",
            "3 Jati|1|2|3|4|5|6|7|8");
    assertThat(seen.notes.get(0).message().en())
        .isEqualTo("Excel made dates of headings; they are read as D1 = \"5-9\", F1 = \"10-14\".");
  }

  @Test
  void readsDatesAsTheMappingNamesThem() {
    assertThat(Grids.sheet(Grids.wanting("PASAR", "14-10"), "", "PASAR|#2024-10-14", "x|1").lines)
        .containsExactly("PASAR|14-10", "heading.date S!B1", "2 x|1");
    assertThat(
            Grids.sheet(Grids.wanting("PASAR", "2024-10-14"), "", "PASAR|#2024-10-14", "x|1").lines)
        .containsExactly("PASAR|2024-10-14", "2 x|1");
    LayoutPlan months =
        Grids.plan(Grids.form(new HeaderSpec.Auto(), "^(JUNI|\\p{L}{3}-\\d{2})$"), "PASAR");
    assertThat(Grids.sheet(months, "", "PASAR|JUNI|#2024-07-01|#2024-08-01", "x|1|2|3").start())
        .containsExactly("PASAR|JUNI|Jul-24|Agu-24", "heading.date S!C1");
    LayoutPlan days = Grids.plan(Grids.form(new HeaderSpec.Auto(), "^(\\d+)-\\p{L}+$"), "PASAR");
    assertThat(Grids.sheet(days, "", "PASAR|#2025-04-01|#2025-04-02", "x|1|2").start().get(0))
        .isEqualTo("PASAR|1-Apr|2-Apr");
    assertThat(Grids.sheet(Grids.wanting("PASAR"), "", "PASAR|#2024-10-14", "x|1").lines)
        .containsExactly("PASAR|2024-10-14", "heading.date S!B1", "2 x|1");
  }

  @Test
  void givesTextsBackThatExcelSavedAsDates() {
    String[] rows = {"KELURAHAN|0-4|09-Mei|14-Okt|15-19", "Jati|1|2|3|4"};
    assertThat(Grids.text(Grids.plain(), rows).lines)
        .containsExactly(
            "KELURAHAN|0-4|5-9|10-14|15-19", "heading.date line 1, column 3", "2 Jati|1|2|3|4");
    assertThat(Grids.text(Grids.wanting("KELURAHAN", "10-14"), "KELURAHAN|14-Okt", "Jati|1").lines)
        .containsExactly("KELURAHAN|10-14", "heading.date line 1, column 2", "2 Jati|1");
    assertThat(Grids.text(Grids.plain(), "KOMODITAS|1-Apr|2-Apr", "x|1|2").lines)
        .containsExactly("KOMODITAS|1-Apr|2-Apr", "2 x|1|2");
  }
}
