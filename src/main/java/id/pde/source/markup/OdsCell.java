package id.pde.source.markup;

import id.pde.model.Cell;
import id.pde.source.markup.CellText.Blanks;
import id.pde.source.sheet.Numbers;
import java.time.LocalDate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of an OpenDocument table: the value that the file holds, not how it is shown.
 * Used by one thread.
 */
final class OdsCell {

  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String CALC =
      "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

  /** OpenOffice 3 and others write an error as a number 0, or as a text, that shows these words. */
  private static final Pattern ERROR =
      Pattern.compile("#N/A|#DIV/0!|#VALUE!|#REF!|#NAME\\?|#NUM!|#NULL!|Err:\\d{3}");

  /** A time of day that is shown as a date stands on day 0. */
  private static final LocalDate NO_DAY = LocalDate.of(1899, 12, 30);

  private final OdsStyles styles;
  private final CellText text;

  OdsCell(OdsStyles styles, CellText text) {
    this.styles = styles;
    this.text = text;
  }

  /**
   * What the file says of a cell.
   *
   * @param value the number, day, time or truth; null: none is given
   * @param string the text in an attribute, which goes before the paragraphs; null: none
   */
  private record Given(
      String type,
      @Nullable String value,
      @Nullable String string,
      boolean formula,
      boolean error) {}

  /**
   * The cell that has just begun, to its end.
   *
   * @param style where the cell names none of its own
   */
  Cell read(XmlCursor cursor, @Nullable String style) throws XMLStreamException {
    Given given = given(cursor);
    String own = cursor.attribute("style-name");
    content(cursor);
    if (given.string() != null) {
      text.room(given.string().length());
    }
    return cell(given, own == null ? style : own);
  }

  private static Given given(XmlCursor cursor) {
    String named = cursor.attribute(OFFICE, "value-type");
    String type = named == null ? "" : named;
    String value =
        switch (type) {
          case "float", "percentage", "currency" -> cursor.attribute(OFFICE, "value");
          case "date" -> cursor.attribute(OFFICE, "date-value");
          case "time" -> cursor.attribute(OFFICE, "time-value");
          case "boolean" -> cursor.attribute(OFFICE, "boolean-value");
          default -> null;
        };
    return new Given(
        type,
        value,
        cursor.attribute(OFFICE, "string-value"),
        cursor.attribute("formula") != null,
        "error".equals(cursor.attribute(CALC, "value-type")));
  }

  /** Paragraphs; notes, drawings and tables within the cell are not its value. */
  private void content(XmlCursor cursor) throws XMLStreamException {
    int cell = cursor.depth();
    while (true) {
      switch (cursor.step()) {
        case START -> {
          boolean words = cursor.in(TEXT);
          if (words && (cursor.name().equals("p") || cursor.name().equals("h"))) {
            // LibreOffice writes runs of blanks in rich text as they are, and reads them so, though
            // OpenDocument 1.3, 6.1.2 would join them.
            text.paragraph(Blanks.WRAPPED);
            paragraph(cursor);
          } else if (!words || !cursor.name().startsWith("list")) {
            cursor.skip();
          }
        }
        case END -> {
          if (cursor.depth() < cell) {
            return;
          }
        }
        case TEXT -> {
          // Blanks between paragraphs.
        }
        case DONE -> {
          return;
        }
      }
    }
  }

  private void paragraph(XmlCursor cursor) throws XMLStreamException {
    int paragraph = cursor.depth();
    while (true) {
      switch (cursor.step()) {
        case START -> inline(cursor);
        case END -> {
          if (cursor.depth() < paragraph) {
            return;
          }
        }
        case TEXT -> cursor.text(text);
        case DONE -> {
          return;
        }
      }
    }
  }

  private void inline(XmlCursor cursor) throws XMLStreamException {
    if (!cursor.in(TEXT)) {
      cursor.skip();
      return;
    }
    switch (cursor.name()) {
      case "s" -> text.raw(' ', (int) OdsTable.count(cursor.attribute("c"), 1));
      case "tab" -> text.raw('\t', 1);
      case "line-break" -> text.raw('\n', 1);
      case "note", "ruby-text" -> cursor.skip();
      default -> {
        // Spans, links and fields hold text of the cell.
      }
    }
  }

  private Cell cell(Given given, @Nullable String style) {
    if (given.error() || (given.formula() && ERROR.matcher(shown(given)).matches())) {
      return new Cell.Failure(shown(given).isEmpty() ? "#VALUE!" : shown(given));
    }
    String value = given.value();
    if (value == null) {
      return words(given);
    }
    return switch (given.type()) {
      case "date" -> IsoTimes.moment(value.strip(), NO_DAY);
      case "time" -> IsoTimes.time(value.strip());
      case "boolean" -> new Cell.Logical(value.strip().equals("true"));
      case "percentage" -> percentage(value.strip());
      default -> {
        String exact = Numbers.plain(value.strip());
        yield exact == null ? new Cell.Words(value) : styles.number(exact, style);
      }
    };
  }

  private static Cell percentage(String value) {
    String exact = Numbers.plain(value);
    return exact == null ? new Cell.Words(value) : new Cell.Numeric(exact, "0%");
  }

  /** The text in an attribute goes before the paragraphs (OpenDocument 1.3, 19.383). */
  private String shown(Given given) {
    String string = given.string();
    return string == null || (string.isEmpty() && given.error()) ? text.text() : string;
  }

  private Cell words(Given given) {
    String shown = shown(given);
    if (!shown.isEmpty()) {
      return new Cell.Words(shown);
    }
    // A formula that gave an empty text has a paragraph for it; one without a value was never run.
    boolean ran = given.type().equals("string") && (given.string() != null || text.hasParagraph());
    return given.formula() && !ran ? Cell.UNCALCULATED : Cell.BLANK;
  }
}
