package id.pde.web.page;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import id.pde.run.explain.ColumnSource;
import id.pde.run.explain.Lineage.Column;
import id.pde.run.explain.Lineage.Filled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column with where it comes from and where it goes.
 *
 * @param title null: the mapping gives none
 * @param from in words; headings as the mapping has them
 * @param usedBy columns of the table that are calculated from it
 */
public record LineageLine(
    Column column,
    @Nullable Text title,
    @Nullable Text description,
    List<Text> from,
    List<String> usedBy) {

  public LineageLine {
    from = List.copyOf(from);
    usedBy = List.copyOf(usedBy);
  }

  /** The columns of a table as one mapping fills it. */
  static List<LineageLine> of(Filled filled, Mapping mapping) {
    List<LineageLine> lines = new ArrayList<>();
    for (Column column : filled.columns()) {
      int index = mapping.column(column.name());
      ColumnSpec spec = index < 0 ? null : mapping.columns().get(index);
      lines.add(
          new LineageLine(
              column,
              spec == null ? null : spec.title(),
              spec == null ? null : spec.description(),
              column.sources().stream().map(LineageLine::words).toList(),
              filled.columns().stream()
                  .filter(other -> other.uses().contains(column.name()))
                  .map(Column::name)
                  .toList()));
    }
    return lines;
  }

  private static Text words(ColumnSource source) {
    String headings = String.join(" + ", source.headings());
    String pattern = source.pattern() == null ? "" : "/" + source.pattern().pattern() + "/";
    return switch (source.kind()) {
      case HEADING, JOIN, ORIGIN -> new Text(headings, headings);
      case TITLE -> new Text("judul tabel " + pattern, "title " + pattern);
      case UNPIVOT_NAME -> new Text("judul kolom " + pattern, "headings " + pattern);
      case UNPIVOT_VALUE -> new Text("sel di bawah " + pattern, "cells below " + pattern);
      case OUTLINE -> new Text("susunan " + headings, "outline of " + headings);
    };
  }
}
