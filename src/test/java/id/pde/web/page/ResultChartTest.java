package id.pde.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import id.pde.web.ask.Asked.Standing;
import id.pde.web.board.BarChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultChartTest {

  private static final Column NAME = new Column("kelurahan", Kind.TEXT);
  private static final Column COUNT = new Column("jumlah", Kind.NUMBER);

  private final List<List<@Nullable String>> rows = new ArrayList<>();

  private @Nullable BarChart chart(Column... columns) {
    return ResultChart.of(
        new Standing(List.of(columns), rows, rows.size(), false, null, List.of()));
  }

  private void row(@Nullable String... values) {
    rows.add(Arrays.asList(values));
  }

  @Test
  void aNameAndANumberAreBars() {
    row("Jati", "50");
    row(null, "100");
    row("Mangunharjo", null);
    row("Wiroborang", "NaN");

    BarChart chart = chart(NAME, COUNT);

    assertThat(chart).isNotNull();
    assertThat(chart.bars())
        .extracting(bar -> bar.label() + " " + bar.width())
        .containsExactly("Jati 145", "- 290", "Mangunharjo 0", "Wiroborang 0");
  }

  @Test
  void otherResultsHaveNoPicture() {
    assertThat(chart(NAME, COUNT)).isNull();
    row("Jati", "5");
    assertThat(chart(NAME, COUNT)).as("one row").isNull();
    row("Mayangan", "-1");
    assertThat(chart(NAME, COUNT)).as("below zero").isNull();
    rows.set(1, List.of("Mayangan", "1"));
    assertThat(chart(NAME, COUNT)).isNotNull();
    assertThat(chart(NAME, new Column("b", Kind.TEXT))).as("no number").isNull();
    assertThat(chart(new Column("b", Kind.NUMBER), COUNT)).as("two numbers").isNull();
    List<List<@Nullable String>> some = List.copyOf(rows);
    assertThat(
            ResultChart.of(
                new Standing(List.of(NAME, COUNT), some, some.size() + 1, false, null, List.of())))
        .as("not all rows are here")
        .isNull();
  }
}
