package id.pde.source;

import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.RowSource.RowVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes down what a reader shows, one line each. */
class Seen implements RowVisitor {

  final List<String> lines = new ArrayList<>();
  final List<Issue> issues = new ArrayList<>();
  final List<Row> rows = new ArrayList<>();

  @Override
  public void table(Header header) {
    lines.add(
        "table "
            + header.table()
            + "@"
            + header.line()
            + " "
            + header.fields().stream()
                .map(field -> field.column() + ":" + field.heading())
                .collect(Collectors.joining("|")));
  }

  @Override
  public void row(Row row) {
    rows.add(row);
    lines.add("row " + shown(row));
  }

  @Override
  public void rejected(Row row, List<Issue> found) {
    issues.addAll(found);
    String codes =
        found.stream()
            .map(issue -> issue.code() + " " + issue.location().shown())
            .collect(Collectors.joining("; "));
    lines.add("rejected " + shown(row) + " <- " + codes);
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    lines.add(reason + " " + shown(row));
  }

  @Override
  public void note(Issue issue) {
    issues.add(issue);
    lines.add("note " + issue.code() + " " + issue.location().shown());
  }

  private static String shown(Row row) {
    return row.ordinal()
        + "@"
        + row.reference()
        + " "
        + IntStream.range(0, row.size())
            .mapToObj(field -> String.valueOf(row.text(field)))
            .collect(Collectors.joining("|"));
  }
}
