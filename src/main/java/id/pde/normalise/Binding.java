package id.pde.normalise;

import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Issue;
import java.util.List;

/** Which field of one source table feeds which column of the mapping. */
public final class Binding {

  private final Header header;
  private final int[] fields;

  Binding(Header header, int[] fields) {
    this.header = header;
    this.fields = fields;
  }

  /** Whether the headings of a table fit a mapping. */
  public sealed interface Bound {

    /** They do; the notes are warnings about missing or new headings. */
    record Fits(Binding binding, List<Issue> notes) implements Bound {
      public Fits {
        notes = List.copyOf(notes);
      }
    }

    /** They do not: the table cannot be loaded. */
    record Misfit(List<Issue> faults) implements Bound {
      public Misfit {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Finds the field of every column. A heading matches by its full joined path, or by its last part
   * where that is unique.
   */
  public static Bound bind(Mapping mapping, Header header) {
    return new HeadingMatch(mapping, header).bound();
  }

  public Header header() {
    return header;
  }

  /** The field of a column of the mapping, or -1 where the table lacks it. */
  public int field(int column) {
    return fields[column];
  }
}
