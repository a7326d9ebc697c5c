package id.pde.normalise;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Invalid;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The issues of one row, gathered while its columns are read. Used again for every row. */
final class Findings {

  private static final int KEPT = 200;
  private static final int QUOTED = 60;

  private final Sight sight;
  private final List<Issue> issues = new ArrayList<>();
  private boolean rejected;
  private boolean rejectedHere;
  private @Nullable Row row;
  private @Nullable Column column;

  Findings(Sight sight) {
    this.sight = sight;
  }

  void start(Row next) {
    row = next;
    rejected = false;
    if (!issues.isEmpty()) {
      issues.clear();
    }
  }

  void at(Column next) {
    column = next;
    rejectedHere = false;
  }

  /** Whether the current column has had the row rejected. */
  boolean rejectedHere() {
    return rejectedHere;
  }

  boolean rejected() {
    return rejected;
  }

  /** How many issues the row has so far. */
  int count() {
    return issues.size();
  }

  List<Issue> issues() {
    return issues.isEmpty() ? List.of() : List.copyOf(issues);
  }

  /** The value cannot be read: what follows is the column's policy. Null, the value left out. */
  @Nullable Object invalid(Fault fault) {
    Column at = column();
    boolean empty =
        at.spec().policies().invalid() == Invalid.EMPTY
            || at.presence() == Column.Presence.REPLACEABLE;
    add(fault, empty ? Severity.WARN : Severity.REJECT, at);
    return null;
  }

  /** The value is taken, with a remark. */
  void warn(Fault fault) {
    add(fault, Severity.WARN, column());
  }

  /** The row cannot be loaded, whatever the column says about invalid values. */
  @Nullable Object reject(Fault fault) {
    add(fault, Severity.REJECT, column());
    return null;
  }

  /** A record must not lack this value. */
  void missing() {
    Column at = column();
    String name = at.spec().name();
    boolean key = at.presence() == Column.Presence.KEY;
    Text message =
        key
            ? new Text("kolom kunci " + name + " kosong", "key column " + name + " is empty")
            : new Text("kolom wajib " + name + " kosong", "required column " + name + " is empty");
    Text fix =
        new Text(
            "isi sel ini di berkas sumber, lalu kirim lagi",
            "fill in this cell in the source file, then send it again");
    String rule = (key ? "key" : "required") + " at " + at.spec().place().shown();
    put(
        new Issue(
            "required.missing",
            Severity.REJECT,
            row().location(at.field()),
            name,
            null,
            open(at),
            rule,
            message,
            fix));
  }

  /** Why the whole row cannot be loaded; stands before what its columns say. */
  void first(Issue issue) {
    rejected |= issue.severity() != Severity.WARN;
    issues.add(0, issue);
  }

  /** An issue of the whole row. */
  void add(Issue issue) {
    rejected |= issue.severity() != Severity.WARN;
    issues.add(issue);
  }

  /**
   * The values of the row break a rule.
   *
   * @param at the column at whose cell the issue stands; null: at the row
   */
  void broken(@Nullable Column at, Severity severity, String code, Advice advice) {
    if (at == null) {
      add(Issue.of(code, severity, row().location(-1), advice));
      return;
    }
    rejected |= severity != Severity.WARN;
    issues.add(
        new Issue(
            code,
            severity,
            row().location(at.field()),
            at.spec().name(),
            kept(raw(at), at),
            open(at),
            advice.rule(),
            advice.message(),
            advice.fix()));
  }

  private void add(Fault fault, Severity severity, Column at) {
    ColumnSpec spec = at.spec();
    boolean open = open(at);
    String raw = raw(at);
    Text subject =
        open && raw != null && !raw.isEmpty()
            ? Text.same("\"" + quoted(raw) + "\"")
            : new Text("nilai ini", "this value");
    Text detail = open ? fault.detail() : Text.same("");
    Text message =
        new Text(
            subject.id() + " " + fault.says().id() + detail.id(),
            subject.en() + " " + fault.says().en() + detail.en());
    put(
        new Issue(
            fault.code(),
            severity,
            row().location(at.field()),
            spec.name(),
            kept(raw, at),
            open,
            at.rule(),
            message,
            fault.fix()));
  }

  /** What the delivery holds; a calculated column has nothing there. */
  private @Nullable String raw(Column at) {
    int field = at.field();
    return field < 0 || field >= row().size() ? null : row().text(field);
  }

  /** Whether the values of a column may stand in issues. */
  boolean open(Column at) {
    return sight.open(at.spec(), at.field());
  }

  private @Nullable String kept(@Nullable String raw, Column at) {
    if (raw == null) {
      return null;
    }
    return sight.unprotected(at.spec(), at.field()) ? cut(raw, KEPT) : Issue.REDACTED;
  }

  private void put(Issue issue) {
    rejectedHere |= issue.severity() != Severity.WARN;
    rejected |= rejectedHere;
    issues.add(issue);
  }

  /** A value as a message may show it. */
  static String quoted(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value instanceof String text ? "\"" + quoted(text) + "\"" : value.toString();
  }

  private static String quoted(String raw) {
    String tidy = Tidy.word(raw).replace('\0', '\uFFFD');
    String cut = cut(tidy, QUOTED);
    return cut.length() < tidy.length() ? cut + "..." : cut;
  }

  /** Never between the halves of a pair. */
  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  private Row row() {
    if (row == null) {
      throw new IllegalStateException("no row was started");
    }
    return row;
  }

  private Column column() {
    if (column == null) {
      throw new IllegalStateException("no column was named");
    }
    return column;
  }
}
