package id.pde.guess;

import id.pde.codes.CodeList;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Identifier;
import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.model.Row;
import id.pde.source.layout.Tidy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all values of one field say about it. Memory does not grow with the rows, but for a key. */
final class FieldEvidence {

  private static final int FEW = 1000;

  private final String heading;
  private final Trial nik;
  private final @Nullable Trial identifier;
  private final Trial truth;
  private final NumberTrials numbers;
  private final DateTrials dates;
  private final FormTrials forms;
  private final List<CodeTrial> lists = new ArrayList<>();
  private final ValueForms looks = new ValueForms();
  private final Map<String, Long> noValues = new LinkedHashMap<>();
  private final HashedSet some = new HashedSet();
  private @Nullable HashedSet all = new HashedSet();
  private long values;
  private long blanks;
  private long nothings;
  private long thin;
  private long yes;
  private long repeats;

  FieldEvidence(String heading, TrialColumns columns) {
    this.heading = heading;
    nik = columns.of(heading, new ColumnType.NikType());
    Identifier named = new Heading(heading).identifier();
    identifier = named == null ? null : columns.of(heading, new ColumnType.IdentifierType(named));
    truth = columns.of(heading, new ColumnType.BooleanType());
    numbers = new NumberTrials(columns, heading);
    dates = new DateTrials(columns, heading);
    forms = new FormTrials(columns, heading);
    columns.codes().lists().values().stream()
        .sorted(Comparator.comparing(CodeList::name))
        .forEach(list -> lists.add(new CodeTrial(list, columns, heading)));
  }

  /** Takes the next table of the delivery. */
  void table(Header header) {
    nik.table(header);
    if (identifier != null) {
      identifier.table(header);
    }
    truth.table(header);
    numbers.table(header);
    dates.table(header);
    forms.table(header);
    lists.forEach(list -> list.table(header));
  }

  /** The table at hand does not have the field. */
  void absent() {
    blanks++;
    all = null;
  }

  void see(Row row, int field) {
    String raw = row.text(field);
    String tidy = raw == null ? "" : Tidy.line(raw);
    if (tidy.isEmpty()) {
      absent();
      return;
    }
    if (NoValueWords.contains(tidy)) {
      noValues.merge(tidy, 1L, Long::sum);
      all = null;
      return;
    }
    if (NoValueWords.isNothing(tidy)) {
      nothings++;
      all = null;
      return;
    }
    values++;
    if (all != null && !all.add(tidy)) {
      repeats++;
      all = repeats < 20 || 30 * repeats < values ? all : null;
    }
    if (some.size() < FEW) {
      some.add(tidy);
    }
    looks.see(tidy, row.cell(field));
    tries(row, field, tidy);
  }

  /** The field is filled in a row that seems to be no data. */
  void seeThin() {
    thin++;
  }

  private void tries(Row row, int field, String tidy) {
    if (nik.alive()) {
      nik.see(row);
    }
    if (identifier != null && identifier.alive()) {
      identifier.see(row);
    }
    if (truth.alive() && Boolean.TRUE.equals(truth.see(row))) {
      yes++;
    }
    boolean words =
        row.cell(field) instanceof Cell.Words || row.cell(field) instanceof Cell.Numeric;
    if (words) {
      numbers.see(row, tidy);
    }
    dates.see(row, field);
    forms.see(row, field, tidy);
    for (CodeTrial list : lists) {
      list.see(row, tidy);
    }
  }

  String heading() {
    return heading;
  }

  /** How many values are there, words for "no value" not counted. */
  long values() {
    return values;
  }

  /** Whether every row has a value, and every value stands once. */
  boolean unique() {
    return all != null && values > 0 && repeats == 0;
  }

  /** How many values stood before, where that are few and every row has a value; else 0. */
  long fewRepeats() {
    return all != null && always() && 30 * repeats <= values ? repeats : 0;
  }

  /** Memory that the values take as long as they may be a key. */
  int remembered() {
    return all == null ? 0 : all.size();
  }

  void forget() {
    all = null;
  }

  /** Whether every row has a value. */
  boolean always() {
    return blanks == 0 && noValues.isEmpty() && nothings == 0 && values > 0;
  }

  /** How many different values there are; counts no further than 1000. */
  int different() {
    return some.size();
  }

  /** Words for "no value", as they are written, and how often each comes. */
  Map<String, Long> noValues() {
    return Map.copyOf(noValues);
  }

  /** How many values say "Nihil". */
  long nothings() {
    return nothings;
  }

  /** In how many rows it is filled that seem to be no data. */
  long thin() {
    return thin;
  }

  /** How many values mean yes. */
  long yes() {
    return yes;
  }

  Trial nik() {
    return nik;
  }

  /** Of the identifier that the heading names; null: it names none. */
  @Nullable Trial identifier() {
    return identifier;
  }

  Trial truth() {
    return truth;
  }

  NumberTrials numbers() {
    return numbers;
  }

  DateTrials dates() {
    return dates;
  }

  List<CodeTrial> lists() {
    return List.copyOf(lists);
  }

  ValueForms forms() {
    return looks;
  }

  FormTrials periodsAndPoints() {
    return forms;
  }
}
