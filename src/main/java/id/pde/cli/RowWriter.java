package id.pde.cli;

import id.pde.model.Cell;
import id.pde.run.GridSource.TableVisitor;

/** Prints rows to stdout: bare ones, or a table with its headings. */
interface RowWriter extends TableVisitor {

  void cells(long number, Cell[] cells);
}
