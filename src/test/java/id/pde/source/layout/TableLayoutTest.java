package id.pde.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.Cell;
import id.pde.model.Header;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a grid without a table is read and remembered. */
final class TableLayoutTest {

  private final TableLayout layout =
      new TableLayout(
          LayoutPlan.plain(),
          new GridPlace("b.xlsx", Header.Origin.SHEET, "S"),
          new Grids(),
          new Ordinals());

  @Test
  void endsTheReadingWhereNoTableCanCome() {
    long rows = 0;
    try {
      for (long number = 1; number <= 1_000; number++) {
        layout.rowUnlessInVain(numbers(number, 3));
        rows++;
      }
    } catch (TableLayout.InVain enough) {
      assertThat(rows).isEqualTo(250);
    }
    assertThat(rows).isEqualTo(250);
    assertThat(layout.end()).isNotNull();
  }

  @Test
  void letsFewRowsWaitThatAreWide() {
    assertThatThrownBy(
            () -> {
              for (long number = 1; number <= 40; number++) {
                layout.rowUnlessInVain(numbers(number, 16_384));
              }
            })
        .isInstanceOf(TableLayout.InVain.class);
  }

  @Test
  void readsTheMergedRangesOnceHoweverOftenItSearches() {
    int[] asked = new int[1];
    TableLayout wanting = wanting(() -> asked(asked));
    for (long number = 1; number <= 2_000; number++) {
      wanting.row(numbers(number, 3));
    }
    assertThat(wanting.end()).isNotNull();
    assertThat(asked[0]).isEqualTo(1);
  }

  @Test
  void givesUpEarlierWhereRowsAreWide() {
    TableLayout wanting = wanting(List::of);
    assertThatThrownBy(
            () -> {
              for (long number = 1; number <= 500; number++) {
                wanting.rowUnlessInVain(numbers(number, 16_384));
              }
            })
        .isInstanceOf(TableLayout.InVain.class);
  }

  private static List<MergedRange> asked(int[] count) {
    count[0]++;
    return List.of(new MergedRange(1, 2, 0, 0));
  }

  private static TableLayout wanting(Merges merges) {
    return new TableLayout(
        Grids.wanting("NIK", "Nama"),
        new GridPlace("b.xlsx", Header.Origin.SHEET, "S"),
        new Grids(),
        new TableLayout.Marks(new Ordinals(), merges));
  }

  @Test
  void weighsValuesByMoreThanTheirSigns() {
    Cell[] cells = {new Cell.Words("abc"), Cell.BLANK, new Cell.Numeric("1", null)};
    assertThat(GridRow.ofCells(1, cells).signs()).isEqualTo(3 + 16 + 3 + 16);
    assertThat(GridRow.ofTexts(1, 2, new String[] {"abc", ""}, List.of()).signs())
        .isEqualTo(2 + 16 + 3);
  }

  private static GridRow numbers(long number, int columns) {
    Cell[] cells = new Cell[columns];
    Arrays.fill(cells, new Cell.Numeric("1", null));
    return GridRow.ofCells(number, cells);
  }
}
