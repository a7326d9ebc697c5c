package id.pde.receipt.annotate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies a sheet; the faulty cells get the number of another format, and cells and rows that are
 * empty so far come to be. Everything else stays to the sign.
 */
final class SheetEdit {

  /** What has to follow the drawing of comments (ECMA-376 part 1, 18.3.1.99). */
  private static final Set<String> BEHIND =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "AlternateContent",
          "webPublishItems",
          "tableParts",
          "extLst");

  private final NavigableMap<Integer, NavigableMap<Integer, CellMark>> rows;
  private final Styles styles;
  private final Asked asked;
  private final List<int[]> columnStyles = new ArrayList<>();
  private @Nullable String drawing;
  private String prefix = "";
  private int lastRow;

  /**
   * What else changes in the sheet.
   *
   * @param drawing the relation of the drawing of comments, if the sheet names none yet
   * @param relations the name space of relations
   * @param deselect whether another sheet is to be the selected one
   * @param again whether colours of an earlier answer go
   */
  record Asked(@Nullable String drawing, String relations, boolean deselect, boolean again) {}

  SheetEdit(SheetMarks marks, Styles styles, Asked asked) {
    this.rows = new TreeMap<>();
    marks.rows().forEach((row, cells) -> rows.put(row, new TreeMap<>(cells)));
    this.styles = styles;
    this.asked = asked;
    this.drawing = asked.drawing();
  }

  void write(RawXml xml, Writer out) throws IOException {
    int depth = 0;
    while (xml.next()) {
      RawXml.Kind kind = xml.kind();
      if (kind == RawXml.Kind.BEGIN || kind == RawXml.Kind.EMPTY) {
        if (depth == 0) {
          prefix = xml.prefix();
          xml.to(out);
        } else if (depth == 1) {
          top(xml, out);
        } else if (depth == 2 && xml.is("row")) {
          row(xml, out);
          continue;
        } else {
          inside(xml, out);
        }
      } else if (kind == RawXml.Kind.END) {
        if (depth == 2 && xml.is("sheetData")) {
          missingRows(Integer.MAX_VALUE, out);
        } else if (depth == 1) {
          draw(out);
        }
        xml.to(out);
      } else {
        xml.to(out);
      }
      depth += kind == RawXml.Kind.BEGIN ? 1 : kind == RawXml.Kind.END ? -1 : 0;
    }
  }

  private void top(RawXml xml, Writer out) throws IOException {
    if (BEHIND.contains(xml.name())) {
      draw(out);
    }
    if (xml.is("sheetData") && xml.kind() == RawXml.Kind.EMPTY) {
      out.write("<" + prefix + "sheetData>");
      missingRows(Integer.MAX_VALUE, out);
      out.write("</" + prefix + "sheetData>");
      return;
    }
    xml.to(out);
  }

  private void draw(Writer out) throws IOException {
    if (drawing != null) {
      out.write(
          "<"
              + prefix
              + "legacyDrawing xmlns:pder=\""
              + asked.relations()
              + "\" pder:id=\""
              + TagText.xml(drawing)
              + "\"/>");
      drawing = null;
    }
  }

  private void inside(RawXml xml, Writer out) throws IOException {
    if (xml.is("col")) {
      int style = TagText.number(xml.attribute("style"), 0);
      if (style > 0) {
        columnStyles.add(
            new int[] {
              TagText.number(xml.attribute("min"), 0),
              TagText.number(xml.attribute("max"), 0),
              style
            });
      }
    } else if (asked.deselect() && xml.is("sheetView") && xml.attribute("tabSelected") != null) {
      out.write(TagText.with(xml.raw(), "tabSelected", "0"));
      return;
    }
    xml.to(out);
  }

  /** The whole row, from its first tag to its last. */
  private void row(RawXml xml, Writer out) throws IOException {
    String tag = xml.raw();
    int number = TagText.number(TagText.attribute(tag, "r"), lastRow + 1);
    if (number <= lastRow && !rows.isEmpty()) {
      throw new IOException("rows out of order");
    }
    missingRows(number, out);
    lastRow = number;
    NavigableMap<Integer, CellMark> marks = rows.remove(number);
    if (xml.kind() == RawXml.Kind.EMPTY) {
      if (marks == null) {
        xml.to(out);
        return;
      }
      out.write(tag.substring(0, tag.length() - 2) + ">");
      missingCells(new Line(number, rowStyle(tag)), marks, Integer.MAX_VALUE, out);
      out.write("</" + prefix + "row>");
      return;
    }
    xml.to(out);
    cells(xml, new Line(number, rowStyle(tag)), marks == null ? new TreeMap<>() : marks, out);
  }

  /**
   * A row.
   *
   * @param style of its cells that are not there; -1: that of their columns
   */
  private record Line(int number, int style) {}

  private static int rowStyle(String tag) {
    String custom = TagText.attribute(tag, "customFormat");
    boolean own = "1".equals(custom) || "true".equals(custom);
    return own ? TagText.number(TagText.attribute(tag, "s"), 0) : -1;
  }

  private void cells(RawXml xml, Line line, NavigableMap<Integer, CellMark> marks, Writer out)
      throws IOException {
    boolean plain = marks.isEmpty() && !asked.again();
    int last = 0;
    int depth = 1;
    while (depth > 0) {
      if (!xml.next()) {
        throw new IOException("a row without end");
      }
      RawXml.Kind kind = xml.kind();
      if (plain) {
        xml.to(out);
      } else if (depth == 1 && xml.begins()) {
        if (xml.is("c")) {
          String tag = xml.raw();
          String address = TagText.attribute(tag, "r");
          int column = address == null ? last + 1 : Address.column(address);
          if (column <= last) {
            throw new IOException("cells out of order");
          }
          missingCells(line, marks, column, out);
          CellMark mark = marks.remove(column);
          out.write(mark == null ? cleared(tag) : coloured(tag, mark));
          last = column;
        } else {
          missingCells(line, marks, Integer.MAX_VALUE, out);
          xml.to(out);
        }
      } else {
        if (depth == 1 && kind == RawXml.Kind.END) {
          missingCells(line, marks, Integer.MAX_VALUE, out);
        }
        xml.to(out);
      }
      depth += kind == RawXml.Kind.BEGIN ? 1 : kind == RawXml.Kind.END ? -1 : 0;
    }
  }

  private String cleared(String tag) {
    int style = asked.again() ? TagText.number(TagText.attribute(tag, "s"), 0) : -1;
    return styles.isColoured(style)
        ? TagText.with(tag, "s", Integer.toString(styles.cleared(style)))
        : tag;
  }

  private String coloured(String tag, CellMark mark) {
    int style = TagText.number(TagText.attribute(tag, "s"), 0);
    return TagText.with(tag, "s", Integer.toString(styles.coloured(style, mark.warning())));
  }

  private void missingRows(int before, Writer out) throws IOException {
    while (!rows.isEmpty() && rows.firstKey() < before) {
      int number = rows.firstKey();
      NavigableMap<Integer, CellMark> marks = rows.remove(number);
      if (marks != null && number > lastRow) {
        out.write("<" + prefix + "row r=\"" + number + "\">");
        missingCells(new Line(number, -1), marks, Integer.MAX_VALUE, out);
        out.write("</" + prefix + "row>");
        lastRow = number;
      }
    }
  }

  private void missingCells(
      Line line, NavigableMap<Integer, CellMark> marks, int before, Writer out) throws IOException {
    while (!marks.isEmpty() && marks.firstKey() < before) {
      int column = marks.firstKey();
      CellMark mark = marks.remove(column);
      if (mark != null) {
        int style = styles.coloured(style(line, column), mark.warning());
        out.write(
            "<"
                + prefix
                + "c r=\""
                + Address.of(line.number(), column)
                + "\" s=\""
                + style
                + "\"/>");
      }
    }
  }

  private int style(Line line, int column) {
    if (line.style() >= 0) {
      return line.style();
    }
    for (int[] range : columnStyles) {
      if (range[0] <= column && column <= range[1]) {
        return range[2];
      }
    }
    return 0;
  }
}
