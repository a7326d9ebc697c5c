package id.pde.source.sheet;

import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.GridRow;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** An open workbook. Used by one thread. */
public interface Workbook extends AutoCloseable {

  /** The sheets in the order of the workbook. */
  List<Title> sheets();

  /**
   * Shows the rows of a sheet that hold values, in order, hidden ones included.
   *
   * @param sheet from 0
   * @return what of them people do not see
   * @throws Exception whatever the format's parser throws at a damaged file
   */
  HiddenParts rows(int sheet, Consumer<GridRow> taker) throws Exception;

  @Override
  void close() throws IOException;

  /** A sheet as the workbook lists it. */
  record Title(String name, Visibility visibility) {}

  /**
   * Hidden rows that hold values, and hidden columns.
   *
   * @param firstRow from 1; 0: none
   * @param firstColumn from 1; 0: none
   */
  record HiddenParts(long rows, long firstRow, int columns, int firstColumn) {}
}
