package id.pde.source.layout;

import id.pde.mapping.HeadingIndex;
import id.pde.model.Field;
import java.util.List;
import java.util.TreeSet;

/**
 * A column of the mapping as the header search sees it.
 *
 * @param headings that may name it, alternatives of each other
 * @param values what its cells hold
 */
public record Wanted(String column, List<String> headings, Role role, Values values) {

  /** Holds anything. */
  public Wanted(String column, List<String> headings, Role role) {
    this(column, headings, role, Values.ANY);
  }

  /** What the cells of a column hold. */
  public enum Values {
    ANY,
    /** Numbers or identifiers of digits: a word such as "Jumlah" is none. */
    NUMBERS
  }

  /** How much a table without it is worth. */
  public enum Role {
    KEY,
    REQUIRED,
    OTHER
  }

  public Wanted {
    headings = List.copyOf(headings);
  }

  /** File columns (from 0) that the headings name: in full, or else by an end of their path. */
  int[] columns(List<Field> fields) {
    HeadingIndex index = new HeadingIndex(fields.stream().map(Field::heading).toList());
    TreeSet<Integer> found = new TreeSet<>();
    headings.forEach(
        heading ->
            index.find(heading).forEach(position -> found.add(fields.get(position).column() - 1)));
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
