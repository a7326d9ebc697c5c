package id.pde.run.check;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.DeliveryCheck;
import id.pde.mapping.DeliveryCheck.Duplicates;
import id.pde.mapping.DeliveryCheck.In;
import id.pde.mapping.DeliveryCheck.Outliers;
import id.pde.mapping.DeliveryCheck.Unique;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.check.CheckResult.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for what single rows break. */
public final class RowFindings {

  private final Mapping mapping;

  public RowFindings(Mapping mapping) {
    this.mapping = mapping;
  }

  /** How the check came out. */
  public static CheckResult result(RowFinding finding) {
    DeliveryCheck check = finding.check();
    Verdict verdict =
        !finding.comparable()
            ? Verdict.OPEN
            : finding.faults() == 0 ? Verdict.HELD : Verdict.BROKEN;
    return new CheckResult(
        check.label().name(), check.label().severity(), verdict, null, null, finding.faults());
  }

  /** The examples of a finding, each as an issue; of a check that rejects rows there are none. */
  public List<Issue> issues(RowFinding finding) {
    return finding.examples().stream()
        .map(
            example ->
                issue(
                    finding.check(),
                    place(example.row()),
                    example.value(),
                    example.other() == null ? null : place(example.other())))
        .toList();
  }

  /** There is no table to compare with. */
  public Issue nothingToCompare(RowFinding finding, String delivery) {
    In in = (In) finding.check();
    String there = in.table() + "." + in.other();
    return Issue.of(
        "check." + in.label().name(),
        Severity.WARN,
        new Location.Whole(delivery),
        new Advice(
            rule(in),
            new Text(
                "pemeriksaan " + in.label().name() + ": " + there + " belum ada di gudang data",
                "check " + in.label().name() + ": " + there + " is not in the warehouse yet"),
            new Text(
                "muat dahulu datanya, lalu jalankan kiriman ini lagi",
                "load those data first, then run this delivery again")));
  }

  /** A row that a check rejects. */
  public Issue rejected(DeliveryCheck check, Row row) {
    return issue(check, row.location(-1), null, null);
  }

  private Issue issue(
      DeliveryCheck check, Location place, @Nullable String value, @Nullable Location other) {
    String column = column(check);
    @Nullable ColumnSpec spec =
        column == null ? null : mapping.columns().get(mapping.column(column));
    boolean open = spec == null || spec.open();
    String shown = value == null || !open ? "" : " \"" + value + "\"";
    Text what = what(check, shown, other);
    String name = check.label().name();
    return new Issue(
        "check." + name,
        check.label().severity(),
        place,
        column,
        open ? value : null,
        open,
        rule(check),
        new Text("pemeriksaan " + name + ": " + what.id(), "check " + name + ": " + what.en()),
        fix(check));
  }

  private static String rule(DeliveryCheck check) {
    return check.label().name() + " at " + check.label().place().shown();
  }

  private static @Nullable String column(DeliveryCheck check) {
    if (check instanceof In in) {
      return in.column();
    }
    if (check instanceof Outliers outliers) {
      return outliers.column();
    }
    List<String> columns = columns(check);
    return columns.size() == 1 ? columns.get(0) : null;
  }

  private static List<String> columns(DeliveryCheck check) {
    if (check instanceof Unique unique) {
      return unique.columns();
    }
    return check instanceof Duplicates duplicates ? duplicates.columns() : List.of();
  }

  private static Text what(DeliveryCheck check, String shown, @Nullable Location other) {
    String names = String.join(", ", columns(check));
    Text there = other == null ? new Text("baris lain", "another row") : Text.same(other.shown());
    if (check instanceof In in) {
      return new Text(
          in.column() + shown + " tidak ada di " + in.table() + "." + in.other(),
          in.column() + shown + " is not in " + in.table() + "." + in.other());
    }
    if (check instanceof Outliers outliers) {
      return new Text(
          outliers.column() + shown + " jauh dari nilai lainnya",
          outliers.column() + shown + " is far from the other values");
    }
    return check instanceof Unique
        ? new Text(names + " sama dengan " + there.id(), names + " is the same as in " + there.en())
        : new Text(
            "mungkin sama dengan " + there.id() + " menurut " + names,
            "may be the same as " + there.en() + ", going by " + names);
  }

  private static Text fix(DeliveryCheck check) {
    if (check instanceof In) {
      return new Text(
          "perbaiki nilainya, atau muat dahulu data yang ditunjuknya",
          "correct the value, or load first the data that it points to");
    }
    if (check instanceof Outliers) {
      return new Text(
          "periksa angka dan satuannya; bila benar, biarkan",
          "check the number and its unit; if it is right, let it be");
    }
    return new Text(
        "periksa kedua baris; bila memang berbeda, biarkan",
        "check both rows; if they are two things, let them be");
  }

  /** {@code KETAPANG!17} or {@code 17}. */
  private static Location place(String reference) {
    int mark = reference.lastIndexOf('!');
    try {
      long line = Long.parseLong(reference.substring(mark + 1));
      return mark < 0
          ? new Location.Line(line, 0, null)
          : new Location.SheetCell(reference.substring(0, mark), line, 0);
    } catch (NumberFormatException noNumber) {
      return new Location.Whole(reference);
    }
  }
}
