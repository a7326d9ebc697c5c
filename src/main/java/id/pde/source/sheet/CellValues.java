package id.pde.source.sheet;

import id.pde.model.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;

/** Makes cells of what the XML says of them. Used by one thread. */
final class CellValues {

  private final SharedStrings strings;
  private final CellStyles styles;

  CellValues(SharedStrings strings, CellStyles styles) {
    this.strings = strings;
    this.styles = styles;
  }

  /**
   * A cell.
   *
   * @param formula whether it is calculated
   * @param value the value that the file holds
   */
  Cell cell(CellAttributes attributes, boolean formula, TextCollector value) {
    CellType type = attributes.type();
    if (value.isEmpty()) {
      // A formula that gave an empty text says so by its type; one without a value was never run.
      return formula && type != CellType.TEXT ? Cell.UNCALCULATED : Cell.BLANK;
    }
    return switch (type) {
      case NUMBER -> number(value, attributes.style());
      case SHARED -> indented(shared(value), styles.indent(attributes.style()));
      case TEXT, INLINE -> words(value.text(), attributes.style());
      case BOOLEAN -> new Cell.Logical(XmlPull.isTrue(value.word().toLowerCase(Locale.ROOT)));
      case ERROR -> new Cell.Failure(value.word());
      case DATE -> moment(value, attributes.style());
    };
  }

  private Cell number(TextCollector value, int style) {
    String exact = value.number();
    return exact == null ? words(value.text(), style) : styles.cell(exact, style);
  }

  private Cell shared(TextCollector value) {
    int index = value.whole();
    return strings.get(index < 0 ? Integer.parseInt(value.word()) : index);
  }

  private Cell words(String text, int style) {
    return text.isEmpty() ? Cell.BLANK : new Cell.Words(text, styles.indent(style));
  }

  /** A shared text in a cell that is indented. */
  static Cell indented(Cell shared, int indent) {
    return indent > 0 && shared instanceof Cell.Words words
        ? new Cell.Words(words.text(), indent)
        : shared;
  }

  /** Strict files may hold dates as ISO 8601. */
  private Cell moment(TextCollector value, int style) {
    String text = value.word();
    try {
      if (text.indexOf('T') > 0) {
        LocalDateTime moment = LocalDateTime.parse(text.replaceFirst("Z$", ""));
        boolean day = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new Cell.Moment(day ? moment.toLocalDate() : moment);
      }
      return new Cell.Moment(text.indexOf(':') > 0 ? LocalTime.parse(text) : LocalDate.parse(text));
    } catch (DateTimeException unusual) {
      return words(value.text(), style);
    }
  }
}
