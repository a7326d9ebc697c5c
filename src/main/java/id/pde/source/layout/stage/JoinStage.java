package id.pde.source.layout.stage;

import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.model.Cell;
import java.util.List;

/** Fills fields that are joined of others. */
final class JoinStage implements Stage {

  private final List<Joined> joins;
  private final Stage next;

  /** A field, and the fields it is made of. */
  record Joined(int field, List<Integer> parts, String separator, ReadAs read) {
    Joined {
      parts = List.copyOf(parts);
    }
  }

  JoinStage(List<Joined> joins, Stage next) {
    this.joins = List.copyOf(joins);
    this.next = next;
  }

  @Override
  public void row(Draft draft) {
    fill(joins, draft);
    next.row(draft);
  }

  static void fill(List<Joined> joins, Draft draft) {
    for (Joined join : joins) {
      fill(join, draft);
    }
  }

  private static void fill(Joined join, Draft draft) {
    StringBuilder text = new StringBuilder();
    long line = draft.line();
    for (int part : join.parts) {
      Cell cell = draft.cell(part);
      if (Texts.failed(cell)) {
        draft.put(join.field, cell, draft.line(part));
        return;
      }
      String piece = Texts.line(cell, join.read);
      if (piece.isEmpty()) {
        continue;
      }
      if (text.isEmpty()) {
        line = draft.line(part);
      } else {
        text.append(join.separator);
      }
      text.append(piece);
    }
    Cell cell = text.isEmpty() ? Cell.BLANK : new Cell.Words(text.toString());
    draft.put(join.field, cell, line);
  }

  @Override
  public void gap() {
    next.gap();
  }

  @Override
  public void end() {
    next.end();
  }
}
