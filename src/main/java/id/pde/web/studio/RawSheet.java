package id.pde.web.studio;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Headings;
import id.pde.mapping.Mapping;
import id.pde.mapping.PersonalHeading;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.run.GridSource.Sheet;
import id.pde.run.GridSource.Visibility;
import id.pde.web.Workshop.RawRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first rows of a sheet as they stand, without what belongs to persons. */
public final class RawSheet {

  private static final int CELLS = 40;
  private static final int LONGEST = 60;
  private static final Pattern NUMBER = Pattern.compile("\\d{6,}");

  private RawSheet() {}

  /** The sheet that somebody asked for, else the one of the table, else the first visible one. */
  public static @Nullable Sheet shown(List<Sheet> sheets, String look, List<Header> tables) {
    String name = look.isEmpty() && !tables.isEmpty() ? tables.get(0).table() : look;
    return sheets.stream()
        .filter(sheet -> sheet.name().equals(name))
        .findFirst()
        .or(
            () ->
                sheets.stream()
                    .filter(sheet -> sheet.visibility() == Visibility.VISIBLE)
                    .findFirst())
        .orElse(null);
  }

  /** The headings that were read on a sheet; null: none were. */
  public static @Nullable Header header(List<Header> tables, Sheet sheet) {
    return tables.stream()
        .filter(table -> table.table().equals(sheet.name()))
        .findFirst()
        .orElse(null);
  }

  /**
   * The rows with closed columns covered: by the mapping where one reads the table; until then long
   * numbers are covered wherever they stand.
   *
   * @param header of the table as it is read; null: it is not known
   */
  public static List<RawRow> of(
      List<RawRow> rows, @Nullable Header header, @Nullable Mapping mapping) {
    Set<Integer> closed = header == null ? Set.of() : closed(header, mapping);
    return rows.stream().map(row -> covered(row, closed, header)).toList();
  }

  private static RawRow covered(RawRow row, Set<Integer> closed, @Nullable Header header) {
    boolean heading = header != null && row.number() <= header.line();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(CELLS, row.cells().size()); i++) {
      String text = row.cells().get(i);
      boolean covers = !heading && !text.isEmpty() && closed.contains(i + 1);
      cells.add(
          covers
              ? Issue.REDACTED
              : shortened(header == null ? NUMBER.matcher(text).replaceAll("...") : text));
    }
    return new RawRow(row.number(), cells);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "...";
  }

  private static Set<Integer> closed(Header header, @Nullable Mapping mapping) {
    Set<Integer> closed = new HashSet<>();
    for (Field field : header.fields()) {
      String form = Headings.form(field.heading());
      boolean covers = form.isEmpty() || PersonalHeading.looksPersonal(field.heading());
      if (mapping != null) {
        for (ColumnSpec column : mapping.columns()) {
          covers |=
              !column.open()
                  && column.from().stream().anyMatch(from -> speaksOf(form, Headings.form(from)));
        }
      }
      if (covers) {
        closed.add(field.column());
      }
    }
    return closed;
  }

  /** A heading is named by its whole path or by its last part. */
  private static boolean speaksOf(String heading, String from) {
    return heading.equals(from) || heading.endsWith("/" + from) || heading.endsWith(" / " + from);
  }
}
