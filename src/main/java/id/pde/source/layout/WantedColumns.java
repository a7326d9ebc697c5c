package id.pde.source.layout;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Headings;
import id.pde.mapping.Mapping;
import id.pde.mapping.TableForm;
import id.pde.mapping.TableForm.Outline;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.mapping.VirtualField;
import id.pde.source.layout.Wanted.Role;
import id.pde.source.layout.Wanted.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mapping wants to find among the headings of a file, and nothing that the reader makes. */
final class WantedColumns {

  private final Mapping mapping;

  /** Forms of headings that no cell of the file holds. */
  private final Set<String> made = new HashSet<>();

  private final List<Wanted> wanted = new ArrayList<>();

  private WantedColumns(Mapping mapping) {
    this.mapping = mapping;
  }

  static List<Wanted> of(Mapping mapping) {
    return new WantedColumns(mapping).collect();
  }

  private List<Wanted> collect() {
    TableForm table = mapping.source().table();
    Unpivot unpivot = table.unpivot();
    if (unpivot != null) {
      unpivot.names().forEach(this::isMade);
      isMade(unpivot.value());
    }
    Outline outline = table.outline();
    if (outline != null) {
      isMade(outline.level());
      isMade(outline.parent());
    }
    for (ColumnSpec column : mapping.columns()) {
      column.virtual().forEach(field -> isMade(field.heading()));
    }
    mapping.columns().forEach(this::column);
    table.fillDown().forEach(this::further);
    further(table.recordStarts());
    further(outline == null ? null : outline.of());
    return wanted;
  }

  private void isMade(@Nullable String heading) {
    if (heading != null) {
      made.add(Headings.form(heading));
    }
  }

  private void column(ColumnSpec column) {
    if (mapping.derives(column.name())) {
      return;
    }
    List<String> written = column.from().isEmpty() ? List.of(column.name()) : column.from();
    List<String> headings =
        written.stream().filter(heading -> !made.contains(Headings.form(heading))).toList();
    if (!headings.isEmpty()) {
      wanted.add(new Wanted(column.name(), headings, role(column), values(column)));
    }
    boolean alternative = column.from().size() > 1;
    for (VirtualField field : column.virtual()) {
      parts(field)
          .filter(part -> !made.contains(Headings.form(part)))
          // A column that may as well come from elsewhere is not missing without the parts.
          .forEach(
              part ->
                  wanted.add(
                      new Wanted(
                          column.name(), List.of(part), alternative ? Role.OTHER : role(column))));
    }
  }

  private static Stream<String> parts(VirtualField field) {
    return field instanceof VirtualField.Join join ? join.parts().stream() : Stream.of();
  }

  private Role role(ColumnSpec column) {
    if (mapping.target().key().contains(column.name())) {
      return Role.KEY;
    }
    return column.required() ? Role.REQUIRED : Role.OTHER;
  }

  private static Values values(ColumnSpec column) {
    boolean numbers =
        column.type() instanceof ColumnType.IntegerType
            || column.type() instanceof ColumnType.DecimalType
            || column.type() instanceof ColumnType.NikType;
    return numbers && column.reading().values().isEmpty() ? Values.NUMBERS : Values.ANY;
  }

  /** A heading that no column names; without it the rows below are still what they are. */
  private void further(@Nullable String heading) {
    if (heading == null || made.contains(Headings.form(heading))) {
      return;
    }
    String form = Headings.form(heading);
    boolean known =
        wanted.stream()
            .flatMap(one -> one.headings().stream())
            .anyMatch(one -> Headings.form(one).equals(form));
    if (!known) {
      wanted.add(new Wanted(heading, List.of(heading), Role.OTHER));
    }
  }
}
