package id.pde.run;

import id.pde.mapping.Secret;
import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what stands in a file, without a mapping. */
public interface GridSource {

  /** The same, trying these passwords, in this order, on files that are locked. */
  GridSource with(List<Secret> passwords);

  /**
   * The sheets of a workbook in its order; a text file is one sheet without a name.
   *
   * @throws SourceUnreadable where the file cannot be read
   * @throws LimitExceeded where a limit protects the machine
   */
  List<Sheet> sheets(Path file);

  /**
   * Names and visibility of the sheets, in the order of the workbook, without reading them; a text
   * file is one sheet without a name.
   *
   * @throws SourceUnreadable where the file cannot be read
   * @throws LimitExceeded where a limit protects the machine
   */
  List<Title> titles(Path file);

  /** A sheet as the workbook lists it. */
  record Title(String name, Visibility visibility) {}

  /**
   * Visits the bare grid of a sheet from A1, hidden parts included. Rows come in order; those that
   * the sheet leaves out come as rows without cells. Trailing blank cells and rows are left out.
   *
   * @param choice which sheet; asked once the file is open, so that it is opened only once
   */
  void raw(Path file, SheetChooser choice, CellVisitor visitor);

  /**
   * The same.
   *
   * @param sheet from 0, in the order of the workbook
   */
  default void raw(Path file, int sheet, CellVisitor visitor) {
    raw(file, titles -> sheet, visitor);
  }

  /**
   * Visits the bare grids of all sheets in the order of the workbook, which is opened once for all.
   *
   * @throws SourceUnreadable where a sheet cannot be read, after those before it were visited
   */
  void every(Path file, SheetVisitor visitor);

  /**
   * Visits the table as PDE sees it without a mapping: headings found by content, blank and
   * numbering rows passed.
   *
   * @param sheet a name, case-blind; null: the first visible one
   */
  void table(Path file, @Nullable String sheet, TableVisitor visitor);

  /**
   * A sheet.
   *
   * @param index from 0, in the order of the workbook
   * @param rows number of the last row with a value
   * @param columns number of the last column with a value
   */
  record Sheet(int index, String name, Visibility visibility, long rows, int columns) {}

  /** Whether people see a sheet. */
  enum Visibility {
    VISIBLE,
    HIDDEN,
    /** Hidden so that only a macro brings it back. */
    VERY_HIDDEN
  }

  /** Says which sheet is wanted. */
  interface SheetChooser {
    /**
     * The index of a sheet, from 0.
     *
     * @param titles of all sheets, in the order of the workbook
     */
    int of(List<Title> titles);
  }

  /** Takes bare rows. */
  interface CellVisitor {
    /**
     * A row.
     *
     * @param number from 1; for a text file the physical line where it starts
     */
    void row(long number, Cell[] cells);
  }

  /** Takes one sheet after the other. */
  interface SheetVisitor {
    /**
     * The taker of the next sheet's rows.
     *
     * @param index from 0, in the order of the workbook
     */
    CellVisitor sheet(int index);

    /**
     * A member of a bundle cannot be read; those after it are visited all the same.
     *
     * @param index of the first sheet that was, or would have been, its own; the next sheet gets it
     */
    default void refused(String member, int index, Issue issue) {
      throw new SourceUnreadable(issue, null);
    }
  }

  /** Takes a table. */
  interface TableVisitor {
    void header(Header header);

    void row(Row row);
  }
}
