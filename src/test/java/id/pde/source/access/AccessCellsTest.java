package id.pde.source.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.source.layout.ReadLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessCellsTest {

  private static final Location HERE = new Location.Whole("db");

  private final AccessCells cells = new AccessCells(ReadLimits.DEFAULT);

  @Test
  void countsValuesThatHaveNoPlaceInATable() {
    assertThat(cells.cell("a", HERE)).isEqualTo(new Cell.Words("a"));
    assertThat(cells.unread()).isZero();
    assertThat(cells.cell(new byte[] {1}, HERE)).isEqualTo(Cell.BLANK);
    assertThat(cells.cell(List.of("of a type", "not known"), HERE)).isEqualTo(Cell.BLANK);
    assertThat(cells.unread()).isEqualTo(2);
  }
}
