package id.pde.run.explain;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Headings;
import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.TableForm.Outline;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.mapping.VirtualField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a column is read from.
 *
 * @param headings as the mapping writes them; empty where a pattern or the file itself says it
 * @param pattern that finds it; null: the headings do
 */
public record ColumnSource(Kind kind, List<String> headings, @Nullable Pattern pattern) {

  /** What it is. */
  public enum Kind {
    /** A field of the table. */
    HEADING,
    /** Several fields in one. */
    JOIN,
    /** A text above the table. */
    TITLE,
    /** A part of the headings of columns that become rows. */
    UNPIVOT_NAME,
    /** The cells of columns that become rows. */
    UNPIVOT_VALUE,
    /** The place of a row in a list of contents. */
    OUTLINE,
    /** The name of the file, folder or sheet. */
    ORIGIN
  }

  public ColumnSource {
    headings = List.copyOf(headings);
  }

  /** All that a column may be read from; each stands in for the others. */
  static List<ColumnSource> of(Mapping mapping, ColumnSpec column) {
    List<ColumnSource> sources = new ArrayList<>();
    for (String heading : column.from()) {
      column.virtual().stream()
          .filter(field -> field.heading().equals(heading))
          .findFirst()
          .map(ColumnSource::made)
          .ifPresentOrElse(sources::add, () -> sources.addAll(inTable(mapping, heading)));
    }
    return sources;
  }

  private static ColumnSource made(VirtualField field) {
    if (field instanceof VirtualField.Join join) {
      return new ColumnSource(Kind.JOIN, join.parts(), null);
    }
    if (field instanceof VirtualField.Title title) {
      return new ColumnSource(Kind.TITLE, List.of(), title.pattern());
    }
    return new ColumnSource(Kind.ORIGIN, List.of(field.heading()), null);
  }

  /** A heading may stand in the file, or be one that the layout makes, in any of its layouts. */
  private static Set<ColumnSource> inTable(Mapping mapping, String heading) {
    Set<ColumnSource> found = new LinkedHashSet<>();
    SourceSpec source = mapping.source();
    List<SourceSpec> layouts = source.layouts().isEmpty() ? List.of(source) : source.layouts();
    Set<String> patterns = new LinkedHashSet<>();
    for (SourceSpec layout : layouts) {
      ColumnSource made = ofLayout(layout, heading);
      String form = made.kind + " " + (made.pattern == null ? "" : made.pattern.pattern());
      if (patterns.add(form)) {
        found.add(made);
      }
    }
    return found;
  }

  private static ColumnSource ofLayout(SourceSpec layout, String heading) {
    Unpivot unpivot = layout.table().unpivot();
    if (unpivot != null && isOne(unpivot.names(), heading)) {
      return new ColumnSource(Kind.UNPIVOT_NAME, List.of(), unpivot.columns());
    }
    if (unpivot != null && isOne(List.of(unpivot.value()), heading)) {
      return new ColumnSource(Kind.UNPIVOT_VALUE, List.of(), unpivot.columns());
    }
    Outline outline = layout.table().outline();
    if (outline != null
        && isOne(
            Stream.of(outline.level(), outline.parent()).filter(Objects::nonNull).toList(),
            heading)) {
      return new ColumnSource(Kind.OUTLINE, List.of(outline.of()), null);
    }
    return new ColumnSource(Kind.HEADING, List.of(heading), null);
  }

  private static boolean isOne(List<String> names, String heading) {
    return names.stream().anyMatch(name -> Headings.form(name).equals(Headings.form(heading)));
  }

  /** Whether a field with that heading goes into the column. */
  boolean takes(String heading) {
    if (kind == Kind.UNPIVOT_NAME || kind == Kind.UNPIVOT_VALUE) {
      return pattern != null && pattern.matcher(heading).find();
    }
    String form = Headings.form(heading);
    String last = Headings.form(Headings.lastPart(heading));
    return !form.isEmpty()
        && headings.stream()
            .flatMap(one -> Stream.of(Headings.form(one), Headings.form(Headings.lastPart(one))))
            .anyMatch(one -> one.equals(form) || one.equals(last));
  }
}
