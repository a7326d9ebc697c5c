package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A column of the mapping as the header search sees it.
 *
 * @param headings that may name it, alternatives of each other
 */
public record Wanted(String column, List<String> headings, Role role) {

  /** How much a table without it is worth. */
  public enum Role {
    KEY,
    REQUIRED,
    OTHER
  }

  public Wanted {
    headings = List.copyOf(headings);
  }

  /** Whether one of the headings is among the forms of a row. */
  boolean in(Set<String> forms) {
    for (String heading : headings) {
      if (forms.contains(Headings.form(heading))) {
        return true;
      }
    }
    return false;
  }

  /** File columns (from 0) that the headings name: in full, or else by a last part. */
  int[] columns(List<Field> fields) {
    List<Integer> found = new ArrayList<>();
    for (Field field : fields) {
      if (names(field.heading())) {
        found.add(field.column() - 1);
      }
    }
    if (found.isEmpty()) {
      for (Field field : fields) {
        if (names(Headings.lastPart(field.heading()))) {
          found.add(field.column() - 1);
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean names(String heading) {
    String form = Headings.form(heading);
    return !form.isEmpty() && headings.stream().anyMatch(one -> Headings.form(one).equals(form));
  }
}
