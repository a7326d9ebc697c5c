package id.pde.source.layout;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec.HeaderSpec;
import id.pde.mapping.SourceSpec.RowPatterns;
import java.util.List;

/** What the layout looks for: headings, rows to skip, the end. */
public record LayoutPlan(
    HeaderSpec header, RowPatterns skip, RowPatterns stop, List<Wanted> wanted) {

  private static final RowPatterns NONE = new RowPatterns(List.of(), false);

  public LayoutPlan {
    wanted = List.copyOf(wanted);
  }

  /** As the mapping says. */
  public static LayoutPlan of(Mapping mapping) {
    List<Wanted> wanted =
        mapping.columns().stream().map(column -> wanted(mapping, column)).toList();
    return new LayoutPlan(
        mapping.source().header(), mapping.source().skip(), mapping.source().stop(), wanted);
  }

  /** Without a mapping: headings by content, every row below them. */
  public static LayoutPlan plain() {
    return new LayoutPlan(new HeaderSpec.Auto(), NONE, NONE, List.of());
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
