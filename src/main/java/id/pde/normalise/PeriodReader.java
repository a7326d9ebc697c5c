package id.pde.normalise;

import id.pde.model.Cell;
import id.pde.model.Period;
import id.pde.model.Text;
import id.pde.normalise.period.PeriodText;
import id.pde.normalise.period.PeriodText.Mark;
import id.pde.normalise.period.PeriodText.Meaning;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Periods, in their canonical form; a year that is missing is taken from the period of the row. */
final class PeriodReader implements ColumnReader {

  private static final Text NAME = new Text("periode", "a period");

  private final Column.Context context;

  PeriodReader(Column.Context context) {
    this.context = context;
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    String tidy = Tidy.word(raw);
    if (tidy.isEmpty()) {
      return null;
    }
    String quoted = tidy.startsWith("'") ? tidy.substring(1) : tidy;
    Meaning meaning = PeriodText.of(quoted, context.row().period());
    if (meaning instanceof Meaning.One one) {
      remark(one.mark(), findings);
      return one.period().text();
    }
    if (meaning instanceof Meaning.Incomplete part) {
      return findings.invalid(incomplete(part.shown()));
    }
    return findings.invalid(
        meaning instanceof Meaning.Several several ? several(several.shown()) : invalid(tidy));
  }

  private static void remark(Mark mark, Findings findings) {
    switch (mark) {
      case NONE -> {
        // Nothing to say.
      }
      case PROVISIONAL -> findings.warn(marked("provisional", "sementara", "provisional"));
      case VERY_PROVISIONAL ->
          findings.warn(marked("provisional", "sangat sementara", "very provisional"));
      case REVISED -> findings.warn(marked("revised", "hasil revisi", "revised"));
    }
  }

  private static Fault marked(String code, String indonesian, String english) {
    return new Fault(
        "period." + code,
        new Text("bertanda angka " + indonesian, "is marked as " + english),
        new Text(
            "tidak perlu diperbaiki; kirim lagi bila angkanya sudah tetap",
            "nothing to correct; send it again once the figures are final"));
  }

  private Fault incomplete(String shown) {
    return new Fault(
        "period.incomplete",
        new Text("tidak menyebut tahunnya", "does not say its year"),
        new Text(": " + shown, ": " + shown),
        new Text(
            "tulis tahunnya di sel, atau nyatakan period di " + context.file(),
            "write the year in the cell, or declare period in " + context.file()));
  }

  private static Fault several(String shown) {
    return new Fault(
        "period.ambiguous",
        new Text("menyebut beberapa periode", "names several periods"),
        new Text(": " + shown, ": " + shown),
        new Text(
            "tulis satu periode saja di sel, misalnya 2024-03 atau TW I 2024",
            "write one period in the cell, such as 2024-03 or TW I 2024"));
  }

  private Fault invalid(String tidy) {
    return new Fault(
        "period.invalid",
        new Text("bukan periode", "is not a period"),
        NumberFaults.isNoValueWord(tidy)
            ? NumberFaults.noValueFix(context)
            : new Text(
                "tulis misalnya 2024, MARET 2024, TW I 2024, SEM II 2024, TP 2024/2025",
                "write for example 2024, MARET 2024, TW I 2024, SEM II 2024, TP 2024/2025"));
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    return text(cell.text(), findings);
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    if (cell.value() instanceof LocalDate day) {
      return day.toString();
    }
    if (cell.value() instanceof OffsetDateTime moment) {
      return moment.toLocalDate().toString();
    }
    return cell.value() instanceof LocalDateTime moment
        ? moment.toLocalDate().toString()
        : findings.invalid(CellFaults.otherKind("period.invalid", NAME));
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return findings.invalid(CellFaults.otherKind("period.invalid", NAME));
  }

  @Override
  public @Nullable Object declared(String value, Findings findings) {
    // The mapping was checked: this is a period.
    return Period.parse(value).map(Period::text).orElseThrow();
  }
}
