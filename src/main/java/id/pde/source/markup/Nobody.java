package id.pde.source.markup;

import id.pde.source.layout.GridRow;
import id.pde.source.layout.SheetTaker;

/** Takes nothing, where only the merged ranges are asked for. */
final class Nobody implements SheetTaker {

  @Override
  public void hiddenColumns(int first, int last) {}

  @Override
  public void row(GridRow row) {}
}
