package id.pde.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import id.pde.run.board.Panel;
import id.pde.run.board.Panel.Good;
import id.pde.web.ask.FewRows;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigureReaderTest {

  static Panel panel(Panel.Kind kind, @Nullable Good good) {
    return new Panel(
        "uji",
        Text.same("Uji"),
        null,
        kind,
        "SELECT 1",
        null,
        0,
        1,
        1,
        List.of(),
        good,
        false,
        Map.of(),
        new FilePlace("mappings/panels/uji.yaml", 3, 6));
  }

  private static FewRows rows(List<Column> columns, @Nullable String[]... values) {
    FewRows rows = new FewRows();
    rows.columns(columns);
    for (@Nullable String[] row : values) {
      rows.row(Arrays.asList(row));
    }
    return rows;
  }

  private static List<Column> columns(String... names) {
    return Arrays.stream(names)
        .map(
            name ->
                new Column(
                    name, name.equals("value") || name.equals("before") ? Kind.NUMBER : Kind.TEXT))
        .toList();
  }

  private static Figure figure(Panel.Kind kind, FewRows rows) {
    return Objects.requireNonNull(new FigureReader(panel(kind, null), false).read(rows).figure());
  }

  private static String fault(Panel.Kind kind, FewRows rows) {
    return Objects.requireNonNull(new FigureReader(panel(kind, null), false).read(rows).fault())
        .code();
  }

  @Test
  void aStatementHasToGiveTheColumnsOfItsKind() {
    assertThat(fault(Panel.Kind.TILE, rows(columns("n"), new String[] {"1"})))
        .isEqualTo("panel.columns");
    assertThat(fault(Panel.Kind.MAP, rows(columns("value"), new String[] {"1"})))
        .isEqualTo("panel.columns");
    assertThat(fault(Panel.Kind.TILE, rows(columns("value")))).isEqualTo("panel.empty");
    assertThat(
            fault(
                Panel.Kind.TILE,
                rows(List.of(new Column("value", Kind.TEXT)), new String[] {"banyak"})))
        .isEqualTo("panel.number");
  }

  @Test
  void fewPersonsAreHiddenInEveryColumnOfNumbers() {
    FewRows given =
        rows(
            columns("value", "before", "label"),
            new String[] {"4", "5", "3"},
            new String[] {"0", "-2", null});
    Figure figure =
        Objects.requireNonNull(
            new FigureReader(panel(Panel.Kind.BARS, null), true).read(given).figure());

    assertThat(figure.at(0, "value")).isEqualTo(new Cell("<5", null, true));
    assertThat(figure.at(0, "before").number()).isEqualByComparingTo("5");
    assertThat(figure.at(0, "label")).isEqualTo(new Cell("3", null, false));
    assertThat(figure.at(1, "value").number()).isEqualByComparingTo("0");
    assertThat(figure.at(1, "before").hidden()).isTrue();
    assertThat(figure.hides()).isTrue();
    assertThat(figure(Panel.Kind.BARS, given).hides()).isFalse();
  }

  @Test
  void moreRowsThanFitAreCutAndSaidSo() {
    String[][] many = new String[31][];
    Arrays.setAll(many, row -> new String[] {"a" + row, "7"});
    Figure figure = figure(Panel.Kind.BARS, rows(columns("label", "value"), many));

    assertThat(figure.rows()).hasSize(30);
    assertThat(figure.cut()).isTrue();
  }

  @Test
  void aLineIsInterruptedWhereNothingIsKnown() {
    TrendLine line =
        TrendLine.of(
            figure(
                Panel.Kind.TREND,
                rows(
                    columns("period", "value"),
                    new String[] {"2021", "10"},
                    new String[] {"2022", "20"},
                    new String[] {"2023", null},
                    new String[] {"2024", "15"})));

    assertThat(line.paths()).containsExactly("M10.0 165.0 L203.3 22.0", "M590.0 93.5");
    assertThat(line.least()).isEqualByComparingTo("10");
    assertThat(line.most()).isEqualByComparingTo("20");
    assertThat(Objects.requireNonNull(line.end()).period()).isEqualTo("2024");
    assertThat(List.of(line.first(), line.last())).containsExactly("2021", "2024");
  }

  @Test
  void barsBeginAtZero() {
    BarChart chart =
        BarChart.of(
            figure(
                Panel.Kind.BARS,
                rows(
                    columns("label", "value"),
                    new String[] {"Administrasi Kependudukan", "100"},
                    new String[] {"b", "50"},
                    new String[] {"c", "-3"},
                    new String[] {"d", null})));

    assertThat(chart.bars()).extracting(BarChart.Bar::width).containsExactly(290, 145, 0, 0);
    assertThat(chart.bars().get(0).label()).isEqualTo("Administrasi Kependu…");
  }

  @Test
  void theMapHasAllKelurahanAndNamesWhatIsElsewhere() {
    CityMap map =
        CityMap.of(
            figure(
                Panel.Kind.MAP,
                rows(
                    columns("code", "value"),
                    new String[] {"35.74.03.1004", "100"},
                    new String[] {"35.74.03.1001", "0"},
                    new String[] {"35.13.01.2001", "7"})));

    assertThat(map.areas()).hasSize(29);
    assertThat(map.elsewhere()).isEqualTo(1);
    assertThat(map.areas())
        .filteredOn(area -> area.step() > 0)
        .extracting(CityMap.Area::name, CityMap.Area::step)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Jati", 5),
            org.assertj.core.groups.Tuple.tuple("Mayangan", 1));
    assertThat(map.areas())
        .allSatisfy(
            area -> {
              assertThat(Double.parseDouble(area.x())).isBetween(0.0, 400.0);
              assertThat(Double.parseDouble(area.y())).isBetween(0.0, 400.0);
            });
  }

  @Test
  void aMoveIsGoodOrBadOnlyWhereThePanelSaysSo() {
    Figure figure =
        figure(Panel.Kind.TILE, rows(columns("value", "before"), new String[] {"7", "9"}));

    assertThat(Move.of(figure, Good.DOWN).tone()).isEqualTo("good");
    assertThat(Move.of(figure, Good.UP).tone()).isEqualTo("bad");
    assertThat(Move.of(figure, null).tone()).isEqualTo("calm");
    assertThat(Move.of(figure, null).by()).isEqualByComparingTo(new BigDecimal(-2));
    assertThat(
            Move.of(figure(Panel.Kind.TILE, rows(columns("value"), new String[] {"7"})), Good.UP)
                .by())
        .isNull();
  }
}
