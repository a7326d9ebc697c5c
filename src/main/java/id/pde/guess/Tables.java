package id.pde.guess;

import id.pde.mapping.Headings;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Row;
import id.pde.run.GridSource;
import id.pde.run.GridSource.Sheet;
import id.pde.run.GridSource.Title;
import id.pde.run.GridSource.Visibility;
import id.pde.run.SourceUnreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the tables of a file and tells which of its sheets belong together. */
final class Tables {

  /** A workbook with more sheets of one table is rare; looking at each takes time. */
  private static final int SHEETS = 120;

  private final GridSource grids;
  private final Path file;

  Tables(GridSource grids, Path file) {
    this.grids = grids;
    this.file = file;
  }

  /**
   * A sheet with a table.
   *
   * @param size of the sheet, in cells
   */
  record Table(String sheet, Header header, List<Row> first, long size) {
    Set<String> forms() {
      Set<String> forms = new HashSet<>();
      for (Field field : header.fields()) {
        String form = Headings.form(field.heading());
        if (!form.isEmpty()) {
          forms.add(form);
        }
      }
      return forms;
    }

    /** Whether both have mostly the same headings. */
    boolean like(Table other) {
      Set<String> both = new HashSet<>(forms());
      Set<String> all = new HashSet<>(forms());
      both.retainAll(other.forms());
      all.addAll(other.forms());
      return 10 * both.size() >= 6 * all.size();
    }
  }

  /**
   * What belongs to the proposal.
   *
   * @param chosen tables with mostly the same headings
   * @param others tables of visible sheets that differ
   * @param visible how many sheets people see
   */
  record Found(List<Table> chosen, List<Table> others, int visible) {}

  /**
   * Looks for the table.
   *
   * @param sheet a name; null: the sheets whose table is the largest
   * @throws SourceUnreadable where there is none
   */
  Found find(@Nullable String sheet) {
    List<Title> titles = grids.titles(file);
    if (sheet != null || titles.size() <= 1) {
      String name = titles.size() == 1 ? titles.get(0).name() : sheet;
      return new Found(List.of(look(sheet, name == null ? "" : name, 0)), List.of(), 1);
    }
    List<Sheet> visible =
        grids.sheets(file).stream().filter(one -> one.visibility() == Visibility.VISIBLE).toList();
    List<Table> tables = new ArrayList<>();
    SourceUnreadable first = null;
    for (Sheet one : visible.subList(0, Math.min(SHEETS, visible.size()))) {
      try {
        Table table = look(one.name(), one.name(), one.rows() * one.columns());
        if (table.forms().size() > 1 && !table.first().isEmpty()) {
          tables.add(table);
        }
      } catch (SourceUnreadable without) {
        first = first == null ? without : first;
      }
    }
    if (tables.isEmpty()) {
      if (first != null) {
        throw first;
      }
      return new Found(List.of(look(null, "", 0)), List.of(), visible.size());
    }
    return group(tables, visible.size());
  }

  private static Found group(List<Table> tables, int visible) {
    List<Table> best = List.of();
    long most = -1;
    for (Table seed : tables) {
      List<Table> alike = tables.stream().filter(seed::like).toList();
      long size = alike.stream().mapToLong(Table::size).sum();
      if (size > most) {
        best = alike;
        most = size;
      }
    }
    List<Table> chosen = best;
    List<Table> others = tables.stream().filter(table -> !chosen.contains(table)).toList();
    return new Found(chosen, others, visible);
  }

  private Table look(@Nullable String sheet, String name, long size) {
    Look look = new Look();
    try {
      grids.table(file, sheet, look);
    } catch (Look.Enough enough) {
      // The rows so far are all that is wanted.
    }
    Header header = look.header();
    return new Table(
        name,
        header == null ? new Header(Header.Origin.SHEET, name, 0, List.of()) : header,
        look.rows(),
        size);
  }
}
