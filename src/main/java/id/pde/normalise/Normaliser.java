package id.pde.normalise;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.model.Cell;
import id.pde.model.Outcome;
import id.pde.model.Record;
import id.pde.model.Row;
import id.pde.normalise.Dating.Dated;
import id.pde.normalise.protect.Protection;
import id.pde.normalise.protect.Pseudonyms;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes typed records of the rows of one table. Keeps small caches: one instance per table, one
 * thread at a time.
 */
public final class Normaliser {

  private final Column[] columns;
  private final Findings findings;
  private final Protection protection;
  private final Dating dating;
  private final RowSoFar soFar = new RowSoFar();

  /** The columns in the order in which they are read: what others depend on comes first. */
  private final int[] order;

  /** How many of them are read before the row's period is known. */
  private final int undated;

  private final List<AgreementCheck> agreements;
  private final RecordFormulas formulas;
  private final KeyColumns keyed;

  /** Whether somebody asks afterwards what was read. */
  private final boolean shows;

  private @Nullable Object[] shown = new @Nullable Object[0];

  /** For rows without a period. */
  public Normaliser(Mapping mapping, CodeLists codes, Binding binding) {
    this(mapping, codes, binding, Dating.NONE);
  }

  public Normaliser(Mapping mapping, CodeLists codes, Binding binding, Dating dating) {
    this(mapping, codes, binding, new Surroundings(dating, Pseudonyms.NONE));
  }

  /**
   * What a row cannot say itself.
   *
   * @param dating tells its period
   * @param pseudonyms for columns with {@code protect: hmac}
   * @param shown who asks afterwards what was read
   */
  public record Surroundings(Dating dating, Pseudonyms pseudonyms, Shown shown) {

    /** Values are shown where the mapping has checks. */
    public Surroundings(Dating dating, Pseudonyms pseudonyms) {
      this(dating, pseudonyms, Shown.TO_CHECKS);
    }

    /** For whom {@link Normaliser#values} keeps what was read. */
    public enum Shown {
      /** For the checks of the mapping; where it has none nothing is kept. */
      TO_CHECKS,
      /** For somebody else, too. */
      ALWAYS
    }
  }

  public Normaliser(Mapping mapping, CodeLists codes, Binding binding, Surroundings surroundings) {
    this.dating = surroundings.dating();
    this.findings = new Findings(Sight.of(mapping, binding));
    this.protection = Protection.of(mapping, surroundings.pseudonyms());
    List<ColumnSpec> specs = mapping.columns();
    columns = new Column[specs.size()];
    for (int i = 0; i < columns.length; i++) {
      ColumnSpec spec = specs.get(i);
      Column.Context context =
          new Column.Context(
              mapping, spec, presence(mapping, spec), binding.header().origin(), soFar);
      columns[i] = Column.of(context, binding.field(i), codes);
    }
    ReadingOrder reading = ReadingOrder.of(mapping, codes);
    order = reading.columns();
    undated = reading.undated();
    agreements = AgreementCheck.of(mapping, codes);
    formulas = new RecordFormulas(mapping, codes, columns, soFar);
    keyed = new KeyColumns(mapping, columns);
    shows = surroundings.shown() == Surroundings.Shown.ALWAYS || !mapping.checks().isEmpty();
  }

  private static Column.Presence presence(Mapping mapping, ColumnSpec spec) {
    TargetSpec target = mapping.target();
    if (target.key().contains(spec.name())) {
      return target.terms().otherKey().isEmpty()
          ? Column.Presence.KEY
          : Column.Presence.REPLACEABLE;
    }
    boolean ofPart = target.terms().per().columns().contains(spec.name());
    return spec.required() || ofPart ? Column.Presence.REQUIRED : Column.Presence.OPTIONAL;
  }

  /** The typed record of a row, its columns protected, or all reasons why it is none. */
  public Outcome apply(Row row) {
    findings.start(row);
    @Nullable Object[] values = new @Nullable Object[columns.length];
    soFar.start(values);
    Record record = new Record(row, values);
    for (int i = 0; i < undated; i++) {
      read(row, order[i], values);
    }
    if (!findings.rejected()) {
      date(record);
    }
    for (int i = undated; i < order.length; i++) {
      read(row, order[i], values);
    }
    formulas.derive(soFar, findings);
    if (formulas.deletes(soFar, findings) && keyed.isComplete(soFar)) {
      shown = shows ? values.clone() : shown;
      protection.apply(values);
      return new Outcome.Deletes(record);
    }
    keyed.look(soFar, findings);
    for (AgreementCheck check : agreements) {
      findings.at(columns[check.column()]);
      check.look(soFar, findings);
    }
    formulas.check(soFar, findings);
    if (shows) {
      shown = values.clone();
    }
    if (findings.rejected()) {
      return new Outcome.Rejected(row, findings.issues());
    }
    protection.apply(values);
    return new Outcome.Accepted(record, findings.issues());
  }

  /**
   * What was read of the row that was looked at last, in the order of the mapping, before anything
   * was protected; only for mappings with {@code checks}, or where it is {@link
   * Surroundings.Shown#ALWAYS} shown. The row may also have been rejected.
   */
  public @Nullable Object[] values() {
    return shown;
  }

  /**
   * The number that a row of the same table holds for a column although it is no data, such as a
   * total; null: none. Forgets the issues of the row before.
   */
  public @Nullable BigDecimal amount(Row row, int index) {
    Column column = columns[index];
    findings.start(row);
    findings.at(column);
    Object value = row.isText() ? ofText(row, column) : ofCell(row, column);
    if (value instanceof Long whole) {
      return BigDecimal.valueOf(whole);
    }
    return value instanceof BigDecimal decimal ? decimal : null;
  }

  private void read(Row row, int index, @Nullable Object[] values) {
    Column column = columns[index];
    findings.at(column);
    int before = findings.count();
    Object value = row.isText() ? ofText(row, column) : ofCell(row, column);
    values[index] = value;
    // A value that was refused has its issue already; one that was emptied needs this one too.
    if (value == null && column.isNeeded() && !findings.rejectedHere()) {
      findings.missing();
    }
    if (value == null && findings.count() > before) {
      soFar.markFaulty(index);
    }
  }

  private void date(Record record) {
    Dated dated = dating.of(record);
    soFar.speaksOf(dated.period());
    if (dated.fault() != null) {
      findings.first(dated.fault());
    }
    dated.notes().forEach(findings::add);
  }

  private @Nullable Object ofText(Row row, Column column) {
    int field = column.field();
    String text = field < 0 || field >= row.size() ? null : row.text(field);
    return text == null || text.isEmpty() ? null : read(text, column);
  }

  private @Nullable Object read(String text, Column column) {
    // Excel writes what it shows into a CSV: errors, and crosses where a column was too narrow.
    if (text.charAt(0) == '#' && CellFaults.isError(text)) {
      return column.reader() instanceof DeclaredWords words && words.knows(text)
          ? words.text(text, findings)
          : findings.invalid(CellFaults.error());
    }
    Pattern extract = column.spec().reading().extract();
    return extract == null
        ? column.reader().text(text, findings)
        : extracted(text, extract, column);
  }

  /** The part of the text that the mapping wants: the first group, else all that is found. */
  private @Nullable Object extracted(String text, Pattern extract, Column column) {
    String tidy = Tidy.text(text);
    if (tidy.isEmpty()) {
      return null;
    }
    if (column.reader() instanceof DeclaredWords words && words.knows(tidy)) {
      return words.text(tidy, findings);
    }
    Matcher matcher = extract.matcher(tidy);
    if (!matcher.find()) {
      return findings.invalid(CellFaults.noMatch(extract));
    }
    String part = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    return part == null || part.isEmpty() ? null : column.reader().text(part, findings);
  }

  private @Nullable Object ofCell(Row row, Column column) {
    int field = column.field();
    Cell cell = field < 0 || field >= row.size() ? Cell.BLANK : row.cell(field);
    if (cell instanceof Cell.Words words) {
      return words.text().isEmpty() ? null : read(words.text(), column);
    }
    if (column.readsText(cell)) {
      String text = column.shows() ? ShownText.of(cell) : cell.text();
      return text.isEmpty() ? null : read(text, column);
    }
    if (cell instanceof Cell.Numeric number) {
      return column.reader().number(number, findings);
    }
    if (cell instanceof Cell.Moment moment) {
      return column.reader().moment(moment, findings);
    }
    if (cell instanceof Cell.Logical logical) {
      return column.reader().logical(logical, findings);
    }
    if (cell instanceof Cell.Failure failure) {
      return column.reader() instanceof DeclaredWords words && words.knows(failure.error())
          ? words.text(failure.error(), findings)
          : findings.invalid(CellFaults.error());
    }
    return cell instanceof Cell.Uncalculated ? findings.invalid(CellFaults.uncalculated()) : null;
  }
}
