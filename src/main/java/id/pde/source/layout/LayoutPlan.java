package id.pde.source.layout;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.TableForm.RowPatterns;
import java.util.List;

/** What the layout looks for: headings, rows to skip, the end. */
public record LayoutPlan(
    HeaderSpec header, RowPatterns skip, RowPatterns stop, List<Wanted> wanted) {

  public LayoutPlan {
    wanted = List.copyOf(wanted);
  }

  /** As the mapping says. */
  public static LayoutPlan of(Mapping mapping) {
    List<Wanted> wanted =
        mapping.columns().stream().map(column -> wanted(mapping, column)).toList();
    return new LayoutPlan(
        mapping.source().table().header(),
        mapping.source().table().skip(),
        mapping.source().table().stop(),
        wanted);
  }

  /** Without a mapping: headings by content, every row below them. */
  public static LayoutPlan plain() {
    return new LayoutPlan(new HeaderSpec.Auto(), RowPatterns.NONE, RowPatterns.NONE, List.of());
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
