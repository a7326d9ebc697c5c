package id.pde.source.markup;

import id.pde.model.Cell;
import id.pde.source.markup.CellText.Blanks;
import id.pde.source.sheet.Numbers;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of a table of a web page. What Excel writes beside the text ({@code x:num}) is
 * the exact value; everything else is text. Used by one thread.
 */
final class HtmlCell {

  private static final Set<String> LINES =
      Set.of("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "pre", "dd");

  private final HtmlStyles styles;
  private final CellText text;

  HtmlCell(HtmlStyles styles, CellText text) {
    this.styles = styles;
    this.text = text;
  }

  /**
   * A cell.
   *
   * @param column from 0
   */
  Cell read(Element cell, long row, int column) {
    text.begin(row, column);
    String shown = text(cell);
    if (cell.hasAttr("x:err")) {
      return new Cell.Failure(cell.attr("x:err").isEmpty() ? shown : cell.attr("x:err"));
    }
    if (cell.hasAttr("x:bool")) {
      String word = cell.attr("x:bool");
      return new Cell.Logical(HtmlStyles.isTrue(word.isEmpty() ? shown : word));
    }
    if (cell.hasAttr("x:num")) {
      String given = cell.attr("x:num");
      String exact = Numbers.plain((given.isEmpty() ? shown : given).strip());
      if (exact != null) {
        return styles.number(exact, cell);
      }
    }
    if (cell.hasAttr("x:str") && !cell.attr("x:str").isEmpty()) {
      text.room(cell.attr("x:str").length());
      return words(cell.attr("x:str"));
    }
    return words(shown);
  }

  /** Web programs fill empty cells with a blank that does not break. */
  private static Cell words(String found) {
    boolean blank =
        found.chars().allMatch(sign -> sign == '\u00A0' || Character.isWhitespace(sign));
    return blank ? Cell.BLANK : new Cell.Words(found);
  }

  /** The text of an element as people see it: a line break where the page shows one. */
  String text(Element element) {
    text.paragraph(Blanks.JOINED);
    element.filter(new Visible());
    return trimmed(text.text());
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to).replace(" \n", "\n");
  }

  private static boolean isBlank(char sign) {
    return sign == ' ' || sign == '\n';
  }

  /** Gathers what is seen; tables within are sheets of their own. */
  private final class Visible implements NodeFilter {
    private boolean lineEnds;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        add(words.getWholeText());
        return FilterResult.CONTINUE;
      }
      if (depth == 0 || !(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      String name = element.normalName();
      if (name.equals("table") || styles.hides(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (name.equals("br")) {
        text.raw('\n', 1);
      }
      lineEnds |= LINES.contains(name);
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(@Nullable Node node, int depth) {
      lineEnds |= node instanceof Element element && LINES.contains(element.normalName());
      return FilterResult.CONTINUE;
    }

    private void add(String words) {
      if (lineEnds && !words.isBlank()) {
        text.raw('\n', 1);
        lineEnds = false;
      }
      text.add(words.toCharArray(), 0, words.length());
    }
  }

  /** The text of a caption, on one line. */
  String line(Element element) {
    text.begin(0, 0);
    return text(element).replace('\n', ' ');
  }
}
