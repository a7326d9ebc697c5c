package id.pde.source.layout;

import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.run.GridSource.Visibility;
import java.io.IOException;
import java.util.List;

/** An open workbook of any format. Used by one thread. */
public interface Workbook extends AutoCloseable {

  /** The sheets in the order of the workbook. */
  List<Title> sheets();

  /** What is to know about the file as a whole. */
  default List<Issue> notes() {
    return List.of();
  }

  /**
   * Shows the rows of a sheet that hold values, in order, hidden ones included. Where the origin is
   * not cells, the first row, numbered 0, holds the headings, and the others carry the numbers that
   * their places show.
   *
   * @param sheet from 0
   * @throws Exception whatever the format's parser throws at a damaged file
   */
  void rows(int sheet, SheetTaker taker) throws Exception;

  /**
   * The merged ranges of a sheet, in no order; asked only where headings need them, and while no
   * rows are being shown or from within {@link SheetTaker#row}.
   *
   * @param sheet from 0
   * @throws Exception whatever the format's parser throws at a damaged file
   */
  List<MergedRange> merged(int sheet) throws Exception;

  /** How places in the sheets are written; anything but cells is records below known headings. */
  default Header.Origin origin() {
    return Header.Origin.SHEET;
  }

  /**
   * What there is to know about a sheet that is read nevertheless; asked after its rows were shown.
   *
   * @param sheet from 0
   */
  default List<Issue> notes(int sheet) {
    return List.of();
  }

  /** Bytes that are walked anew for each sheet; 0 where a sheet is read from its place. */
  default long walked() {
    return 0;
  }

  @Override
  void close() throws IOException;

  /** A sheet as the workbook lists it. */
  record Title(String name, Visibility visibility) {}
}
