package id.pde.source.layout.stage;

import id.pde.mapping.TableForm.Outline;
import id.pde.mapping.TableForm.Outline.Keep;
import id.pde.model.Cell;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/** What becomes of the rows of a hierarchy once it is known where each stands in it. */
final class OutlineRows {

  private final Setting setting;
  private final Header header;
  private final Outline outline;
  private final Places places;
  private final Stage next;
  private long without;
  private long firstWithout;

  /** Which field tells, and which take level and parent; -1: none does. */
  record Places(int of, int level, int parent) {}

  /** Whether other rows stand below a row. */
  enum Role {
    LEAF,
    GROUP
  }

  OutlineRows(Context context, Outline outline, Places places, Stage next) {
    this.setting = context.setting;
    this.header = context.header;
    this.outline = outline;
    this.places = places;
    this.next = next;
  }

  /**
   * The table.
   *
   * @param header of all its fields
   */
  record Context(Setting setting, Header header) {}

  Setting setting() {
    return setting;
  }

  /** The field that tells. */
  int field() {
    return places.of;
  }

  Cell of(Draft draft) {
    return draft.cell(places.of);
  }

  /** The text that tells where the row stands may lose the mark that told it. */
  void rename(Draft draft, String text) {
    draft.put(places.of, new Cell.Words(text), draft.line(places.of));
  }

  boolean wantsParent() {
    return places.parent >= 0;
  }

  int size() {
    return header.fields().size();
  }

  /** The heading of the field that tells. */
  String heading() {
    return header.fields().get(places.of).heading();
  }

  /** A row that no reading of hierarchies is asked about. */
  boolean passes(Draft draft) {
    if (!draft.issues().isEmpty()) {
      next.row(draft);
      return true;
    }
    if (draft.filled(places.of)) {
      return false;
    }
    if (draft.hidden()) {
      next.row(draft);
      return true;
    }
    firstWithout = without++ == 0 ? draft.line() : firstWithout;
    setting.filter(header, draft, FilterReason.GROUP);
    return true;
  }

  /**
   * A row whose place is known.
   *
   * @param parent the telling text of the row above it in the hierarchy; null: it is a root
   */
  void row(Draft draft, int level, @Nullable String parent, Role role) {
    if (places.level >= 0) {
      draft.put(places.level, new Cell.Numeric(Integer.toString(level), null));
    }
    if (places.parent >= 0) {
      draft.put(places.parent, parent == null ? Cell.BLANK : new Cell.Words(parent));
    }
    if (role == Role.GROUP && outline.keep() == Keep.LEAVES && !draft.hidden()) {
      setting.filter(header, draft, FilterReason.GROUP);
    } else {
      next.row(draft);
    }
  }

  void gap() {
    next.gap();
  }

  void end() {
    if (without > 0) {
      setting.note(
          "outline.without",
          setting.row(firstWithout),
          new Text(
              without + " baris tanpa " + heading() + " tidak termasuk susunan dan tidak dimuat.",
              without
                  + " rows without "
                  + heading()
                  + " are not part of the outline and not loaded."),
          new Text(
              "Tidak perlu apa-apa bila itu baris jumlah; bila data, isi " + heading() + ".",
              "Nothing to do if they are totals; if they are data, fill in " + heading() + "."));
    }
    next.end();
  }
}
