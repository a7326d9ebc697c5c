package id.pde.receipt.annotate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The boxes that comments are shown in: Excel wants one for each in a drawing of a format of its
 * own (VML, ECMA-376 part 4, 19.5). Theirs stay as they are.
 */
final class CommentShapes {

  /** Ids are given out in blocks of this size, whose numbers the drawing lists. */
  private static final int BLOCK = 1024;

  private static final Pattern ROW = Pattern.compile("<x:Row>\\s*(\\d+)\\s*</x:Row>");
  private static final Pattern COLUMN = Pattern.compile("<x:Column>\\s*(\\d+)\\s*</x:Column>");

  private static final String TYPE =
      "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\""
          + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
          + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

  private static final String SPACES =
      " xmlns:v=\"urn:schemas-microsoft-com:vml\""
          + " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
          + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";

  private final List<int[]> cells = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  /** For the cells that have no comment yet. */
  CommentShapes(SheetMarks marks, Comments comments) {
    for (Map.Entry<Integer, NavigableMap<Integer, CellMark>> row : marks.rows().entrySet()) {
      for (Map.Entry<Integer, CellMark> cell : row.getValue().entrySet()) {
        if (comments.isNew(row.getKey(), cell.getKey())) {
          cells.add(new int[] {row.getKey(), cell.getKey()});
          lines.add(lines(cell.getValue().text()));
        }
      }
    }
  }

  private static int lines(String text) {
    return text.lines().mapToInt(line -> 1 + line.length() / 38).sum();
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /** A drawing of its own. */
  void fresh(int number, Writer out) throws IOException {
    int blocks = cells.size() / BLOCK + 1;
    // Blocks of one sheet stay apart from those of the next.
    int first = (number - 1) * 16 + 1;
    String listed =
        IntStream.range(first, first + blocks)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    out.write("<xml" + SPACES + "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"");
    out.write(listed + "\"/></o:shapelayout>" + TYPE);
    shapes(first * BLOCK, out);
    out.write("</xml>");
  }

  /**
   * Copies a drawing with the boxes added.
   *
   * @param old cells whose boxes go, since their comments go
   */
  void write(RawXml xml, Set<String> old, Writer out) throws IOException {
    int highest = BLOCK;
    boolean typed = false;
    StringBuilder shape = new StringBuilder();
    boolean within = false;
    while (xml.next()) {
      if (xml.begins()) {
        String id = xml.attribute("id");
        typed |= "_x0000_t202".equals(id) && xml.is("shapetype");
        highest = Math.max(highest, Math.max(number(id), number(xml.attribute("spid"))));
      }
      if (xml.is("xml") && xml.kind() == RawXml.Kind.END) {
        out.write(typed ? "" : TYPE.replace("<v:shapetype", "<v:shapetype" + SPACES));
        shapes(highest, out);
      }
      within |= xml.is("shape") && xml.kind() == RawXml.Kind.BEGIN;
      if (!within) {
        xml.to(out);
        continue;
      }
      shape.append(xml.raw());
      if (xml.is("shape") && xml.kind() == RawXml.Kind.END) {
        out.write(old.contains(cell(shape)) ? "" : shape.toString());
        shape.setLength(0);
        within = false;
      }
    }
    out.write(shape.toString());
  }

  /** The cell that a box belongs to; empty: none. */
  private static String cell(CharSequence shape) {
    Matcher row = ROW.matcher(shape);
    Matcher column = COLUMN.matcher(shape);
    return row.find() && column.find()
        ? Address.of(TagText.number(row.group(1), 0) + 1, TagText.number(column.group(1), 0) + 1)
        : "";
  }

  private static int number(@Nullable String id) {
    int from = id == null ? -1 : id.lastIndexOf("_s");
    return id == null || from < 0 ? 0 : TagText.number(id.substring(from + 2), 0);
  }

  private void shapes(int after, Writer out) throws IOException {
    int id = after;
    for (int i = 0; i < cells.size(); i++) {
      int row = cells.get(i)[0] - 1;
      int column = cells.get(i)[1] - 1;
      int height = Math.min(Math.max(lines.get(i) + 1, 4), 16);
      out.write(
          "<v:shape"
              + SPACES
              + " id=\"_x0000_s"
              + ++id
              + "\" type=\"#_x0000_t202\" style=\"position:absolute;width:240pt;height:"
              + height * 13
              + "pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
              + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
              + "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/>"
              + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
              + "<x:Anchor>"
              + (column + 1)
              + ",15,"
              + row
              + ",2,"
              + (column + 5)
              + ",15,"
              + (row + height)
              + ",4"
              + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>"
              + row
              + "</x:Row><x:Column>"
              + column
              + "</x:Column></x:ClientData></v:shape>");
    }
  }
}
