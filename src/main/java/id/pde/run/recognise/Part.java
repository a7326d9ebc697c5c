package id.pde.run.recognise;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.TableForm.Hidden;
import id.pde.model.Location;
import id.pde.run.GridSource.Visibility;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of a delivery that has an owner of its own.
 *
 * @param sheet its name; null: the delivery has no sheets
 * @param first whether no visible sheet stands before it
 */
record Part(@Nullable String sheet, Visibility visibility, boolean first) {

  /** A delivery that is one table. */
  static final Part WHOLE = new Part(null, Visibility.VISIBLE, true);

  boolean visible() {
    return visibility == Visibility.VISIBLE;
  }

  /**
   * Whether a mapping may take it. One that says nothing of sheets may take any that people see; if
   * it knows no headings, only the first.
   */
  boolean open(Mapping mapping) {
    String name = sheet;
    if (name == null) {
      return true;
    }
    SheetChoice choice = mapping.source().sheet();
    boolean seen = visible() || mapping.source().table().hidden() == Hidden.INCLUDE;
    if (choice instanceof SheetChoice.Named named) {
      return named.names().stream().anyMatch(one -> form(one).equals(form(name)));
    }
    if (choice instanceof SheetChoice.Matching matching) {
      return seen && matching.pattern().matcher(name).find();
    }
    boolean headless = mapping.source().table().header() instanceof HeaderSpec.None;
    return seen && (first || !headless || choice instanceof SheetChoice.All);
  }

  /** Whether the mapping reads it, too, when it is loaded by its name. */
  boolean ofOwnChoice(Mapping mapping) {
    return open(mapping) && (first || !(mapping.source().sheet() instanceof SheetChoice.First));
  }

  /** The mapping, reading nothing but this part. */
  Mapping only(Mapping mapping) {
    return sheet == null ? mapping : narrowed(mapping, List.of(sheet));
  }

  static Mapping narrowed(Mapping mapping, List<String> sheets) {
    return mapping.with(mapping.source().with(new SheetChoice.Named(sheets)));
  }

  Location place(String delivery) {
    return sheet == null ? new Location.Whole(delivery) : new Location.SheetCell(sheet, 0, 0);
  }

  private static String form(String name) {
    return name.strip().replaceAll("[\\s\\p{Zs}]+", " ").toLowerCase(Locale.ROOT);
  }
}
