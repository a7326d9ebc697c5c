package id.pde.web.ask;

import id.pde.run.Exports.Workbook;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.run.ask.Asking.Question;
import id.pde.run.ask.Asking.Refusal;
import id.pde.run.ask.Stop;
import id.pde.web.City;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rows of a statement as a file, streamed; how it ended is kept beside the statement. */
public final class ExportFile {

  private static final Duration FETCH = Duration.ofMinutes(5);
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final City city;
  private final Desk desk;

  public ExportFile(City city, Desk desk) {
    this.city = city;
    this.desk = desk;
  }

  /** In which form. */
  public enum Form {
    CSV,
    XLSX
  }

  /**
   * Writes it.
   *
   * @param out stays open
   * @return why it is not whole; null: it is
   * @throws IOException when the reader went away
   */
  public @Nullable Refusal write(String who, Asked asked, Form form, OutputStream out)
      throws IOException {
    Counting counting = new Counting();
    boolean whole = false;
    try {
      Refusal refusal =
          form == Form.CSV
              ? csv(asked, counting, out)
              : workbook(asked, counting, city.as(who).workbook(out, "SQL"));
      whole = refusal == null;
      return refusal;
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } finally {
      asked.exported(new Asked.Export(form.name(), counting.rows, whole));
    }
  }

  private @Nullable Refusal csv(Asked asked, Counting counting, OutputStream out)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Refusal refusal = ask(asked, counting.to(new CsvRows(text)));
    if (refusal == null) {
      text.flush();
    }
    return refusal;
  }

  private @Nullable Refusal workbook(Asked asked, Counting counting, Workbook workbook) {
    try (workbook) {
      Refusal refusal = ask(asked, counting.to(workbook));
      if (refusal == null) {
        workbook.finish();
      }
      return refusal;
    }
  }

  private @Nullable Refusal ask(Asked asked, ResultVisitor visitor) {
    Stop stop = new Stop();
    Runnable free = desk.guard(stop, LIMIT);
    try {
      return city.asking()
          .ask(new Question(asked.statement(), FETCH, Long.MAX_VALUE), stop, visitor);
    } finally {
      free.run();
    }
  }

  /** Counts what passes. */
  private static final class Counting {

    private long rows;

    ResultVisitor to(ResultVisitor next) {
      return new ResultVisitor() {
        @Override
        public void columns(List<Column> columns) {
          next.columns(columns);
        }

        @Override
        public void row(List<@Nullable String> values) {
          next.row(values);
          rows++;
        }
      };
    }
  }
}
