package id.pde.source.layout.stage;

import id.pde.mapping.TableForm.Outline.By;
import id.pde.model.Cell;
import id.pde.model.Text;
import id.pde.normalise.Tidy;
import id.pde.source.layout.stage.OutlineRows.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads a hierarchy from the order of its rows: what is below a row follows it. */
final class OrderOutline implements Stage {

  private final OutlineRows rows;
  private final By by;

  /** The row above, the one above that in the hierarchy, and so on. */
  private final Deque<Step> path = new ArrayDeque<>();

  private @Nullable Waiting waiting;
  private long uneven;
  private long firstUneven;

  /** A row that others may stand below. */
  private record Step(long depth, String text) {}

  /** The last row: only the next one tells whether it has any below it. */
  private record Waiting(Draft draft, long depth, int level, @Nullable String parent) {}

  OrderOutline(OutlineRows rows, By by) {
    this.rows = rows;
    this.by = by;
  }

  @Override
  public void row(Draft draft) {
    if (!draft.issues().isEmpty() || !draft.filled(rows.field())) {
      // It says nothing about the rows around it.
      rows.passes(draft);
      return;
    }
    long depth = depth(draft);
    release(depth);
    long last = Long.MIN_VALUE;
    while (!path.isEmpty() && path.getLast().depth >= depth) {
      last = path.removeLast().depth;
    }
    if (by instanceof By.Indent && last != Long.MIN_VALUE && last != depth) {
      firstUneven = uneven++ == 0 ? draft.line() : firstUneven;
    }
    Step above = path.peekLast();
    waiting = new Waiting(draft, depth, path.size() + 1, above == null ? null : above.text);
    path.addLast(new Step(depth, Texts.line(rows.of(draft))));
    if (above == null && depth > 0 && rows.wantsParent() && by instanceof By.Matching) {
      draft.reject(
          rows.setting()
              .reject(
                  "outline.without-parent",
                  rows.setting().row(draft.line()),
                  new Text(
                      "di atas baris ini tidak ada baris kelompok",
                      "there is no group above this row"),
                  new Text(
                      "tulis baris kelompoknya di atas, atau ubah outline.by di pemetaan",
                      "write its group above it, or change outline.by in the mapping")));
    }
  }

  private void release(long nextDepth) {
    Waiting last = waiting;
    waiting = null;
    if (last != null) {
      rows.row(
          last.draft, last.level, last.parent, nextDepth > last.depth ? Role.GROUP : Role.LEAF);
    }
  }

  private long depth(Draft draft) {
    Cell cell = rows.of(draft);
    if (by instanceof By.Matching matching) {
      Matcher matcher = matching.pattern().matcher(Texts.line(cell));
      if (!matcher.find()) {
        return 0;
      }
      String rest = matcher.groupCount() > 0 ? matcher.group(1) : null;
      if (rest != null && !rest.isBlank()) {
        rows.rename(draft, Tidy.word(rest));
      }
      return 1;
    }
    if (!(cell instanceof Cell.Words words)) {
      return 0;
    }
    int blanks = 0;
    while (blanks < words.text().length() && Tidy.isBlank(words.text().charAt(blanks))) {
      blanks++;
    }
    // A step of the style is more than any blanks before the text.
    return 10_000L * words.indent() + blanks;
  }

  @Override
  public void gap() {
    rows.gap();
  }

  @Override
  public void end() {
    release(Long.MIN_VALUE);
    if (uneven > 0) {
      rows.setting()
          .note(
              "outline.uneven",
              rows.setting().row(firstUneven),
              new Text(
                  uneven + " baris menjorok tidak sejajar dengan baris mana pun di atasnya.",
                  uneven + " rows are indented unlike any row above them."),
              new Text(
                  "Samakan jorokan baris yang setingkat.",
                  "Give rows of one level the same indent."));
    }
    rows.end();
  }
}
