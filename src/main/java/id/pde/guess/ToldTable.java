package id.pde.guess;

import id.pde.guess.Tables.Found;
import id.pde.guess.Tables.Table;
import id.pde.model.Field;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.RowSource.RowVisitor;
import java.util.ArrayList;
import java.util.List;

/** The tables of a file whose layout was told, with the first rows of each. */
final class ToldTable implements RowVisitor {

  private static final int TABLES = 120;

  private final List<Look> looks = new ArrayList<>();
  private boolean full;

  @Override
  public void table(Header header) {
    if (looks.size() == TABLES) {
      throw new Look.Enough();
    }
    Look look = new Look();
    look.header(
        new Header(
            header.origin(), header.table(), header.line(), ofFile(header), header.captions()));
    looks.add(look);
    full = false;
  }

  /** Without what PDE itself knows of a file. */
  private static List<Field> ofFile(Header header) {
    return header.fields().stream().filter(field -> !field.heading().startsWith("$")).toList();
  }

  @Override
  public void row(Row row) {
    if (full) {
      return;
    }
    try {
      looks.get(looks.size() - 1).row(row);
    } catch (Look.Enough enough) {
      full = true;
    }
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    // Says nothing about the headings.
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    // Says nothing about the headings.
  }

  @Override
  public void note(Issue issue) {
    // The proposal itself is read once more, and says so.
  }

  Found found() {
    List<Table> tables = new ArrayList<>();
    for (Look look : looks) {
      Header header = look.header();
      if (header != null) {
        long size = (long) look.rows().size() * header.fields().size();
        tables.add(new Table(header.table(), header, look.rows(), size));
      }
    }
    if (tables.isEmpty()) {
      tables.add(new Table("", new Header(Header.Origin.SHEET, "", 0, List.of()), List.of(), 0));
    }
    return new Found(tables, List.of(), tables.size());
  }
}
