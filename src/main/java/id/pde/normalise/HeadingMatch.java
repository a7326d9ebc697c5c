package id.pde.normalise;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Drift;
import id.pde.mapping.HeadingIndex;
import id.pde.mapping.Headings;
import id.pde.mapping.Mapping;
import id.pde.mapping.TableForm;
import id.pde.mapping.TableForm.Outline;
import id.pde.mapping.VirtualField;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Matches the headings of one table with the columns of one mapping; used once. */
final class HeadingMatch {

  private final Mapping mapping;
  private final Header header;
  private final HeadingFaults faults;
  private final HeadingIndex headings;
  private final List<Issue> issues = new ArrayList<>();
  private final int[] fields;
  private final boolean[] used;

  HeadingMatch(Mapping mapping, Header header) {
    this.mapping = mapping;
    this.header = header;
    this.faults = new HeadingFaults(mapping, header);
    this.fields = new int[mapping.columns().size()];
    this.used = new boolean[header.fields().size()];
    this.headings = new HeadingIndex(header.fields().stream().map(Field::heading).toList());
    layoutHeadings()
        .forEach(heading -> headings.find(heading).forEach(field -> used[field] = true));
  }

  /** Headings that the layout needs, whether or not a column has a value from them. */
  private List<String> layoutHeadings() {
    TableForm table = mapping.source().table();
    List<String> headings = new ArrayList<>(table.fillDown());
    if (table.recordStarts() != null) {
      headings.add(table.recordStarts());
    }
    Outline outline = table.outline();
    if (outline != null) {
      headings.add(outline.of());
      Stream.of(outline.level(), outline.parent()).filter(Objects::nonNull).forEach(headings::add);
    }
    if (table.unpivot() != null) {
      headings.addAll(table.unpivot().names());
      headings.add(table.unpivot().value());
    }
    for (ColumnSpec column : mapping.columns()) {
      for (VirtualField field : column.virtual()) {
        headings.add(field.heading());
        if (field instanceof VirtualField.Join join) {
          headings.addAll(join.parts());
        }
      }
    }
    return headings;
  }

  Binding.Bound bound() {
    Arrays.fill(fields, -1);
    List<ColumnSpec> missing = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      if (!mapping.derives(mapping.columns().get(i).name()) && !find(i)) {
        missing.add(mapping.columns().get(i));
      }
    }
    // After all columns: only then is it known which headings are left over as candidates.
    List<Field> free = freeFields();
    for (ColumnSpec column : missing) {
      missing(column, free);
    }
    for (Field field : free) {
      unexpected(field);
    }
    boolean refused = issues.stream().anyMatch(issue -> issue.severity() == Severity.REFUSE);
    return refused
        ? new Binding.Bound.Misfit(issues)
        : new Binding.Bound.Fits(new Binding(header, fields), issues);
  }

  /** Whether the table has something for the column, be it too much. */
  private boolean find(int index) {
    ColumnSpec column = mapping.columns().get(index);
    Set<Integer> found = new LinkedHashSet<>();
    Integer made = null;
    boolean repeated = false;
    for (String alternative : column.from()) {
      List<Integer> matches = headings.find(alternative);
      if (isVirtual(column, alternative)) {
        made = made == null && !matches.isEmpty() ? matches.get(0) : made;
        continue;
      }
      if (matches.size() > 1 && !repeated) {
        issues.add(faults.duplicated(column, alternative, matches));
        repeated = true;
      }
      found.addAll(matches);
    }
    found.forEach(field -> used[field] = true);
    if (!repeated && found.size() > 1) {
      issues.add(faults.both(column, List.copyOf(found)));
    }
    if (found.size() == 1) {
      fields[index] = found.iterator().next();
    } else if (found.isEmpty() && made != null) {
      fields[index] = made;
    }
    return !found.isEmpty() || made != null;
  }

  /** What the reader makes only stands in for headings that the table lacks. */
  private static boolean isVirtual(ColumnSpec column, String alternative) {
    return column.virtual().stream().anyMatch(field -> field.heading().equals(alternative));
  }

  private List<Field> freeFields() {
    List<Field> free = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      Field field = header.fields().get(i);
      if (!used[i] && !Headings.form(field.heading()).isEmpty()) {
        free.add(field);
      }
    }
    return free;
  }

  private void missing(ColumnSpec column, List<Field> free) {
    boolean key = mapping.target().key().contains(column.name());
    if (key || column.required()) {
      issues.add(faults.missing(column, Severity.REFUSE, free));
      return;
    }
    Severity severity = severity(mapping.drift().missingColumns());
    if (severity != null) {
      issues.add(faults.missing(column, severity, free));
    }
  }

  private void unexpected(Field field) {
    Severity severity = severity(mapping.drift().newColumns());
    if (severity != null) {
      issues.add(faults.unexpected(field, severity));
    }
  }

  private static @Nullable Severity severity(Drift.Policy policy) {
    return switch (policy) {
      case IGNORE -> null;
      case WARN, HOLD -> Severity.WARN;
      case REFUSE -> Severity.REFUSE;
    };
  }
}
