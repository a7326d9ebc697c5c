package id.pde.normalise;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.Headings;
import id.pde.mapping.Mapping;
import id.pde.mapping.PersonalHeading;
import id.pde.mapping.VirtualField;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.normalise.Binding.Bound;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a table may be seen outside the archive. Closed are the fields that feed a column
 * which is personal or protected, their parts where they are joined, and fields that feed no column
 * and look personal or have no heading.
 */
public final class Sight {

  private final BitSet closed;
  private final BitSet hidden;

  /**
   * @param hidden those of the closed fields that feed a protected column
   */
  private Sight(BitSet closed, BitSet hidden) {
    this.closed = closed;
    this.hidden = hidden;
  }

  /** Of a table that fits the mapping. */
  public static Sight of(Mapping mapping, Binding binding) {
    Header header = binding.header();
    BitSet closed = new BitSet();
    BitSet hidden = new BitSet();
    BitSet fed = new BitSet();
    for (int i = 0; i < mapping.columns().size(); i++) {
      int field = binding.field(i);
      if (field >= 0) {
        fed.set(field);
        if (!mapping.columns().get(i).open()) {
          closed.set(field);
        }
        if (mapping.columns().get(i).protect() != Protect.NONE) {
          hidden.set(field);
        }
      }
    }
    Set<String> parts = parts(mapping);
    for (int i = 0; i < header.fields().size(); i++) {
      String heading = header.fields().get(i).heading();
      if (parts.contains(Headings.form(heading)) || (!fed.get(i) && looksPersonal(heading))) {
        closed.set(i);
      }
    }
    return new Sight(closed, hidden);
  }

  /** Of any table: nothing of one that does not fit may be seen. */
  public static Sight of(Mapping mapping, Header header) {
    if (Binding.bind(mapping, header) instanceof Bound.Fits fits) {
      return of(mapping, fits.binding());
    }
    BitSet all = new BitSet();
    all.set(0, header.fields().size());
    return new Sight(all, all);
  }

  /**
   * Whether the values of a field may stand in issues.
   *
   * @param column that the field feeds; it may lack a field of its own
   */
  public boolean open(ColumnSpec column, int field) {
    return column.open() && (field < 0 || !closed.get(field));
  }

  /** Whether the values of a field feed no protected column. */
  boolean unprotected(ColumnSpec column, int field) {
    return column.protect() == Protect.NONE && (field < 0 || !hidden.get(field));
  }

  /** The row with every closed value replaced; places stay. */
  public Row redacted(Row row) {
    @Nullable String[] texts = new @Nullable String[row.size()];
    for (int i = 0; i < texts.length; i++) {
      String text = row.text(i);
      boolean seen = text == null || text.isEmpty() || (i < known(row) && !closed.get(i));
      texts[i] = seen ? text : Issue.REDACTED;
    }
    return Row.ofTexts(row.header(), row.ordinal(), row.line(), texts);
  }

  /** What stands beyond the headings feeds nothing and has no name. */
  private static int known(Row row) {
    return row.header().fields().size();
  }

  private static boolean looksPersonal(String heading) {
    return heading.isBlank() || PersonalHeading.looksPersonal(heading);
  }

  private static Set<String> parts(Mapping mapping) {
    Set<String> parts = new HashSet<>();
    for (ColumnSpec column : mapping.columns()) {
      if (column.open()) {
        continue;
      }
      for (VirtualField field : column.virtual()) {
        if (field instanceof VirtualField.Join join) {
          join.parts().forEach(part -> parts.add(Headings.form(part)));
        }
      }
    }
    return parts;
  }
}
