package id.pde.receipt.annotate;

import id.pde.run.GridSource.CellVisitor;
import id.pde.run.GridSource.SheetVisitor;
import id.pde.run.GridSource.Title;
import id.pde.source.SentFile;
import java.util.List;

/** Copies the sheets of a large workbook as values. */
final class NamedSheets implements SheetVisitor {

  private final List<Title> titles;
  private final ValuesWorkbook values;

  NamedSheets(List<Title> titles, ValuesWorkbook values) {
    this.titles = List.copyOf(titles);
    this.values = values;
  }

  @Override
  public CellVisitor sheet(int index) {
    SentFile.Rows rows = values.sheet(titles.get(index).name(), false);
    return rows::row;
  }
}
