package id.pde.source.joined;

import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import java.io.IOException;
import java.util.List;

/** A workbook with corrections laid over its rows. */
public final class CorrectedWorkbook implements Workbook {

  private final Workbook own;
  private final Corrections corrections;

  private CorrectedWorkbook(Workbook own, Corrections corrections) {
    this.own = own;
    this.corrections = corrections;
  }

  /** The workbook itself where there are no corrections. */
  public static Workbook of(Workbook own, Corrections corrections) {
    return corrections.isEmpty() ? own : new CorrectedWorkbook(own, corrections);
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws Exception {
    int behind = origin() == Header.Origin.SHEET ? 0 : 1;
    own.rows(
        sheet,
        new SheetTaker() {
          @Override
          public void hiddenColumns(int first, int last) {
            taker.hiddenColumns(first, last);
          }

          @Override
          public void row(GridRow row) {
            GridRow laid = corrections.over(sheet, row.number() + behind, row);
            // A row that was emptied is none any more, as if the file did not have it.
            if (laid == row || laid.firstFilled() >= 0) {
              taker.row(laid);
            }
          }
        });
  }

  @Override
  public List<Title> sheets() {
    return own.sheets();
  }

  @Override
  public List<Issue> notes() {
    return own.notes();
  }

  @Override
  public List<MergedRange> merged(int sheet) throws Exception {
    return own.merged(sheet);
  }

  @Override
  public Header.Origin origin() {
    return own.origin();
  }

  @Override
  public List<Issue> notes(int sheet) {
    return own.notes(sheet);
  }

  @Override
  public long walked() {
    return own.walked();
  }

  @Override
  public void close() throws IOException {
    own.close();
  }
}
