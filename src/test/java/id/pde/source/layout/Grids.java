package id.pde.source.layout;

import id.pde.mapping.TableForm;
import id.pde.mapping.TableForm.Blocks;
import id.pde.mapping.TableForm.End;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.TableForm.RowPatterns;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.model.Cell;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Wanted.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small grids for tests: one line per row, cells divided by a bar, and what a layout shows. */
final class Grids implements RowVisitor {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern DAY = Pattern.compile("#(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern RANGE = Pattern.compile("([A-Z]+)(\\d+):([A-Z]+)(\\d+)");

  final List<String> lines = new ArrayList<>();
  final List<Issue> notes = new ArrayList<>();
  int asked;

  Grids() {}

  /** Without a mapping. */
  static LayoutPlan plain() {
    return LayoutPlan.plain();
  }

  /** For headings that a mapping names; the first is the key. */
  static LayoutPlan wanting(String... headings) {
    return plan(form(new HeaderSpec.Auto(), null), headings);
  }

  static LayoutPlan plan(TableForm form, String... headings) {
    return new LayoutPlan(
        form,
        IntStream.range(0, headings.length)
            .mapToObj(
                i -> new Wanted(headings[i], List.of(headings[i]), i == 0 ? Role.KEY : Role.OTHER))
            .toList());
  }

  static TableForm form(HeaderSpec header, @Nullable String unpivot) {
    return form(header, unpivot, End.STOP, Blocks.ONE);
  }

  static TableForm form(HeaderSpec header, @Nullable String unpivot, End end, Blocks blocks) {
    TableForm plain = TableForm.PLAIN;
    RowPatterns stop = new RowPatterns(List.of(Pattern.compile("^Sumber")), List.of());
    return new TableForm(
        header,
        plain.skip(),
        stop,
        end,
        blocks,
        plain.hidden(),
        plain.fillDown(),
        plain.where(),
        unpivot == null ? null : new Unpivot(Pattern.compile(unpivot), List.of("nama"), "nilai"),
        plain.recordStarts(),
        plain.outline(),
        plain.kinds());
  }

  /** A sheet; the first line holds its merged ranges. */
  static Grids sheet(LayoutPlan plan, String merged, String... rows) {
    Grids seen = new Grids();
    Merges merges =
        () -> {
          seen.asked++;
          return ranges(merged);
        };
    TableLayout layout =
        new TableLayout(
            plan,
            new GridPlace("b.xlsx", Header.Origin.SHEET, "S"),
            seen,
            new TableLayout.Marks(new Ordinals(), merges));
    for (int i = 0; i < rows.length; i++) {
      Cell[] cells = Arrays.stream(rows[i].split("\\|", -1)).map(Grids::cell).toArray(Cell[]::new);
      if (!rows[i].isEmpty()) {
        layout.row(GridRow.ofCells(i + 1L, cells));
      }
    }
    return seen.ended(layout);
  }

  /** A text file. */
  static Grids text(LayoutPlan plan, String... rows) {
    Grids seen = new Grids();
    TableLayout layout =
        new TableLayout(plan, new GridPlace("b.csv", Header.Origin.TEXT, ""), seen, new Ordinals());
    for (int i = 0; i < rows.length; i++) {
      String[] texts = rows[i].split("\\|", -1);
      layout.row(GridRow.ofTexts(i + 1L, texts.length, texts, List.of()));
    }
    return seen.ended(layout);
  }

  private Grids ended(TableLayout layout) {
    SourceUnreadable missing = layout.end();
    if (missing != null) {
      lines.add(missing.issue().message().en() + " " + missing.issue().fix().en());
    }
    return this;
  }

  private static Cell cell(String text) {
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return new Cell.Moment(LocalDate.parse(day.group(1)));
    }
    if (NUMBER.matcher(text).matches()) {
      return new Cell.Numeric(text, null);
    }
    return text.isEmpty() ? Cell.BLANK : new Cell.Words(text.replace("~", "\n"));
  }

  private static List<MergedRange> ranges(String merged) {
    return RANGE
        .matcher(merged)
        .results()
        .map(
            found ->
                new MergedRange(
                    Long.parseLong(found.group(2)),
                    Long.parseLong(found.group(4)),
                    column(found.group(1)),
                    column(found.group(3))))
        .toList();
  }

  private static int column(String letters) {
    return letters.chars().reduce(0, (sum, letter) -> 26 * sum + letter - 'A' + 1) - 1;
  }

  /** The headings of the table, and its first row. */
  List<String> start() {
    return lines.stream().limit(2).toList();
  }

  @Override
  public void table(Header header) {
    lines.add(
        header.fields().stream()
            .map(field -> field.heading().isEmpty() ? "-" : field.heading())
            .collect(Collectors.joining("|")));
  }

  @Override
  public void row(Row row) {
    lines.add(shown(row));
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    lines.add("rejected " + shown(row));
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    lines.add(reason + " " + shown(row));
  }

  @Override
  public void note(Issue issue) {
    notes.add(issue);
    lines.add(issue.code() + " " + issue.location().shown());
  }

  private static String shown(Row row) {
    return row.line()
        + " "
        + IntStream.range(0, row.size())
            .mapToObj(field -> row.text(field) == null ? "" : row.text(field))
            .collect(Collectors.joining("|"));
  }
}
