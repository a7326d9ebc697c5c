package id.pde.guess;

import id.pde.mapping.Headings;
import id.pde.model.Field;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.run.RowSource.RowVisitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the evidence of all rows of a delivery. */
final class TableEvidence implements RowVisitor {

  /** Values that are remembered to find a key: 16 bytes each, 24 while a set grows. */
  private static final int REMEMBERED = 3_000_000;

  private static final int LOOK = 1 << 14;

  private static final int SHOWN = 3;

  private final ThinRows thinRows;
  private final Map<String, FieldEvidence> byForm = new LinkedHashMap<>();
  private final List<Header> tables = new ArrayList<>();
  private final List<FieldEvidence> absent = new ArrayList<>();
  private int[] fields = new int[0];
  private FieldEvidence[] present = new FieldEvidence[0];
  private final List<Location> thinAt = new ArrayList<>();
  private long rows;
  private long thin;
  private long rejected;
  private long filtered;
  private boolean forgot;

  TableEvidence(List<String> headings, ThinRows thinRows, TrialColumns columns) {
    this.thinRows = thinRows;
    for (String heading : headings) {
      byForm.put(Headings.form(heading), new FieldEvidence(heading, columns));
    }
  }

  @Override
  public void table(Header header) {
    tables.add(header);
    Map<String, Integer> found = new LinkedHashMap<>();
    for (int i = 0; i < header.fields().size(); i++) {
      Field field = header.fields().get(i);
      found.putIfAbsent(Headings.form(field.heading()), i);
    }
    absent.clear();
    List<FieldEvidence> here = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    byForm.forEach(
        (form, evidence) -> {
          Integer place = found.get(form);
          if (place == null) {
            absent.add(evidence);
          } else {
            evidence.table(header);
            here.add(evidence);
            places.add(place);
          }
        });
    present = here.toArray(FieldEvidence[]::new);
    fields = places.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void row(Row row) {
    if (thinRows.holds(row)) {
      thin(row);
      return;
    }
    rows++;
    for (int i = 0; i < present.length; i++) {
      present[i].see(row, fields[i]);
    }
    absent.forEach(FieldEvidence::absent);
    if (rows % LOOK == 0) {
      saveMemory();
    }
  }

  private void thin(Row row) {
    thin++;
    if (thinAt.size() < SHOWN) {
      thinAt.add(row.location(-1));
    }
    for (int i = 0; i < present.length; i++) {
      if (ThinRows.filled(row, fields[i])) {
        present[i].seeThin();
      }
    }
  }

  /** Names and free texts are given up as keys before short codes are. */
  private void saveMemory() {
    long remembered = fields().stream().mapToLong(FieldEvidence::remembered).sum();
    while (remembered > REMEMBERED) {
      FieldEvidence longest =
          fields().stream()
              .filter(field -> field.remembered() > 0)
              .max(Comparator.comparingInt(field -> field.forms().longest()))
              .orElseThrow();
      remembered -= longest.remembered();
      longest.forget();
      forgot = true;
    }
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    rejected++;
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    filtered++;
  }

  @Override
  public void note(Issue issue) {
    // A plan shows the notes; a proposal only needs the rows.
  }

  /** The fields in the order of the headings. */
  List<FieldEvidence> fields() {
    return List.copyOf(byForm.values());
  }

  List<Header> tables() {
    return List.copyOf(tables);
  }

  long rows() {
    return rows;
  }

  /** Rows that seem to be no data; they are not among the others. */
  long thin() {
    return thin;
  }

  /** Where the first of them stand. */
  List<Location> thinAt() {
    return List.copyOf(thinAt);
  }

  long rejected() {
    return rejected;
  }

  long filtered() {
    return filtered;
  }

  /** Whether some field was given up as a key because of its size. */
  boolean forgot() {
    return forgot;
  }
}
