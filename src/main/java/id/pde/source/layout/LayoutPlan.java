package id.pde.source.layout;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.mapping.TableForm;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.TableForm.RowPatterns;
import java.util.List;

/**
 * What the layout looks for: headings, rows to skip, the end.
 *
 * @param table what the mapping's source says of the table
 * @param wanted the columns that headings of the file name
 */
public record LayoutPlan(TableForm table, List<Wanted> wanted) {

  public LayoutPlan {
    wanted = List.copyOf(wanted);
  }

  /** As the mapping says. */
  public static LayoutPlan of(Mapping mapping) {
    return new LayoutPlan(
        mapping.source().table(),
        mapping.columns().stream().map(column -> wanted(mapping, column)).toList());
  }

  /** Without a mapping: headings by content, every row below them. */
  public static LayoutPlan plain() {
    return new LayoutPlan(TableForm.PLAIN, List.of());
  }

  /** With the headings at another place. */
  public LayoutPlan with(HeaderSpec header) {
    return new LayoutPlan(table.with(header), wanted);
  }

  public HeaderSpec header() {
    return table.header();
  }

  public RowPatterns skip() {
    return table.skip();
  }

  public RowPatterns stop() {
    return table.stop();
  }

  private static Wanted wanted(Mapping mapping, ColumnSpec column) {
    Wanted.Role role = Wanted.Role.OTHER;
    if (mapping.target().key().contains(column.name())) {
      role = Wanted.Role.KEY;
    } else if (column.required()) {
      role = Wanted.Role.REQUIRED;
    }
    List<String> headings = column.from().isEmpty() ? List.of(column.name()) : column.from();
    return new Wanted(column.name(), headings, role);
  }
}
