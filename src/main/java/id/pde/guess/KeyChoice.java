package id.pde.guess;

import id.pde.mapping.Headings;
import id.pde.mapping.Identifier;
import id.pde.model.Field;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.model.Text;
import id.pde.run.RowSource.RowVisitor;
import id.pde.source.layout.Tidy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the columns that tell the rows apart. Used once. */
final class KeyChoice {

  /** A name may stand once by chance; that few rows prove nothing. */
  private static final int ENOUGH_ROWS = 30;

  /** More would take too much memory side by side. */
  private static final int JOINED_ROWS = 300_000;

  /** The number of a person, school, tax object or business, or of a report. */
  private static final int STRONG = 4;

  private static final int LONGEST = 64;
  private static final int JOINABLE = 6;

  private final TableEvidence evidence;
  private final ThinRows thinRows;
  private final List<ColumnDraft> columns;
  private final Map<String, FieldEvidence> fields = new HashMap<>();
  private final List<Text> remarks = new ArrayList<>();

  KeyChoice(TableEvidence evidence, ThinRows thinRows, List<ColumnDraft> columns) {
    this.evidence = evidence;
    this.thinRows = thinRows;
    this.columns = columns;
    evidence.fields().forEach(field -> fields.put(field.heading(), field));
  }

  /**
   * The key; no names: rows are only added.
   *
   * @param names of columns
   */
  record Key(List<String> names, List<Text> remarks) {}

  /** How the rows are shown once more, where one column is not enough. */
  interface Rows {
    void show(RowVisitor visitor);
  }

  Key choose(Rows rows) {
    Optional<ColumnDraft> single =
        columns.stream()
            .filter(column -> field(column).unique() && mayBeKey(column))
            .max(Comparator.comparingInt(KeyChoice::rank));
    if (single.isPresent()) {
      ColumnDraft best = single.get();
      if (rank(best) == 0 || evidence.rows() < ENOUGH_ROWS) {
        alone(best);
      }
      return new Key(List.of(best.name()), remarks);
    }
    Optional<ColumnDraft> strong =
        columns.stream()
            .filter(column -> field(column).fewRepeats() > 0 && mayBeKey(column))
            .filter(column -> rank(column) >= STRONG)
            .max(Comparator.comparingInt(KeyChoice::rank));
    if (strong.isPresent()) {
      String name = strong.get().name();
      long repeats = field(strong.get()).fewRepeats();
      remarks.add(
          Remarks.of(
              repeats + " baris mengulang " + name + "; yang berbeda isinya akan ditolak",
              repeats + " rows repeat " + name + "; those that differ will be rejected"));
      return new Key(List.of(name), remarks);
    }
    Optional<ColumnDraft> moment =
        columns.stream().filter(column -> field(column).unique() && isMoment(column)).findFirst();
    if (moment.isPresent()) {
      alone(moment.get());
      return new Key(List.of(moment.get().name()), remarks);
    }
    nearly();
    List<String> joined = joined(rows);
    if (joined.isEmpty()) {
      remarks.add(
          Remarks.of(
              evidence.forgot()
                  ? "tidak ada kolom kunci yang dapat dipastikan pada sebanyak ini baris"
                  : "tidak ada kolom yang terisi dan berbeda di semua baris; baris hanya ditambahkan",
              evidence.forgot()
                  ? "no key can be told for so many rows"
                  : "no column is filled and different in all rows; rows are only added"));
    } else {
      String names = String.join(" + ", joined);
      remarks.add(
          Remarks.of(
              "hanya bersama-sama berbeda di semua baris: " + names,
              "only together different in all rows: " + names));
    }
    return new Key(joined, remarks);
  }

  private void alone(ColumnDraft column) {
    remarks.add(
        Remarks.of(
            column.name() + " terisi dan berbeda di semua " + evidence.rows() + " baris",
            column.name() + " is filled and different in all " + evidence.rows() + " rows"));
  }

  /** Whether a row of a series is told by it: a row for each year or day. */
  private boolean isMoment(ColumnDraft column) {
    boolean year =
        column.type().equals("integer") && new Heading(column.heading()).has("tahun", "year");
    return year || column.type().equals("date");
  }

  /** Columns that ought to be the key, and are not. */
  private void nearly() {
    for (ColumnDraft column : columns) {
      Heading heading = new Heading(column.heading());
      if (heading.keyRank() > STRONG && field(column).values() > 0) {
        long missing = evidence.rows() - field(column).values();
        remarks.add(
            missing > 0
                ? Remarks.of(
                    column.name() + " kosong di " + missing + " baris",
                    column.name() + " is empty in " + missing + " rows")
                : Remarks.of(
                    column.name() + " berulang, jadi bukan kunci",
                    column.name() + " repeats, so it is no key"));
      }
    }
  }

  private FieldEvidence field(ColumnDraft column) {
    return Objects.requireNonNull(fields.get(column.heading()), "evidence of each column");
  }

  private boolean mayBeKey(ColumnDraft column) {
    boolean named =
        List.of("text", "nik").contains(column.type())
            || Identifier.of(column.type()).isPresent()
            || column.type().startsWith("code");
    boolean whole = column.type().equals("integer") && new Heading(column.heading()).keyRank() > 0;
    return (named || whole)
        && field(column).forms().longest() <= LONGEST
        && !new Heading(column.heading()).countsRows();
  }

  private static int rank(ColumnDraft column) {
    return new Heading(column.heading()).keyRank();
  }

  private boolean mayJoin(ColumnDraft column) {
    // A day that does not exist rejects its row; without a key all rows came twice.
    boolean moment = List.of("date", "period").contains(column.type());
    boolean year =
        column.type().equals("integer")
            && new Heading(column.heading())
                .has("tahun", "bulan", "rt", "rw", "year", "month", "umur");
    // Names of people change and repeat.
    boolean person = column.dataClass() != null && rank(column) == 0;
    return (mayBeKey(column) || moment || year) && !person && field(column).always();
  }

  private List<String> joined(Rows rows) {
    List<ColumnDraft> some =
        columns.stream()
            .filter(column -> mayJoin(column) && field(column).different() > 1)
            .sorted(Comparator.comparingInt(column -> -rank(column)))
            .limit(JOINABLE)
            .toList();
    if (some.size() < 2 || evidence.rows() > JOINED_ROWS || evidence.rows() < 2) {
      return List.of();
    }
    Together together = new Together(some, thinRows);
    rows.show(together);
    return together.smallest();
  }

  /** Tries pairs and triples of columns side by side. */
  private static final class Together implements RowVisitor {

    private final List<ColumnDraft> columns;
    private final ThinRows thinRows;
    private final List<int[]> sets = new ArrayList<>();
    private final List<HashedSet> seen = new ArrayList<>();
    private int[] fields = new int[0];

    Together(List<ColumnDraft> columns, ThinRows thinRows) {
      this.columns = columns;
      this.thinRows = thinRows;
      int count = columns.size();
      for (int a = 0; a < count; a++) {
        for (int b = a + 1; b < count; b++) {
          sets.add(new int[] {a, b});
        }
      }
      for (int a = 0; a < count; a++) {
        for (int b = a + 1; b < count; b++) {
          for (int c = b + 1; c < count; c++) {
            sets.add(new int[] {a, b, c});
          }
        }
      }
      sets.forEach(set -> seen.add(new HashedSet()));
    }

    @Override
    public void table(Header header) {
      Map<String, Integer> found = new HashMap<>();
      for (int i = 0; i < header.fields().size(); i++) {
        Field field = header.fields().get(i);
        found.putIfAbsent(Headings.form(field.heading()), i);
      }
      fields =
          columns.stream()
              .mapToInt(column -> found.getOrDefault(Headings.form(column.heading()), -1))
              .toArray();
    }

    @Override
    public void row(Row row) {
      if (thinRows.holds(row)) {
        return;
      }
      String[] texts = new String[fields.length];
      for (int i = 0; i < fields.length; i++) {
        String text = fields[i] < 0 ? null : row.text(fields[i]);
        texts[i] = text == null ? "" : Tidy.line(text);
      }
      for (int i = sets.size() - 1; i >= 0; i--) {
        StringBuilder joined = new StringBuilder();
        for (int at : sets.get(i)) {
          joined.append(texts[at]).append('\u001F');
        }
        if (!seen.get(i).add(joined.toString())) {
          sets.remove(i);
          seen.remove(i);
        }
      }
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      // Is not loaded.
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      // Is not loaded.
    }

    @Override
    public void note(Issue issue) {
      // Says nothing about keys.
    }

    List<String> smallest() {
      List<String> names = new ArrayList<>();
      if (!sets.isEmpty()) {
        for (int at : sets.get(0)) {
          names.add(columns.get(at).name());
        }
      }
      return names;
    }
  }
}
