package id.pde.source.markup;

import javax.xml.stream.XMLStreamException;

/** Finds the tables of an OpenDocument spreadsheet, and takes the styles on the way. */
final class OdsContent {

  private final XmlCursor cursor;
  private final OdsStyles styles;

  OdsContent(XmlCursor cursor, OdsStyles styles) {
    this.cursor = cursor;
    this.styles = styles;
  }

  /**
   * Moves to the beginning of the next sheet, over what is left of the last one.
   *
   * @return whether there is one
   */
  boolean next() throws XMLStreamException {
    while (true) {
      switch (cursor.step()) {
        case START -> {
          if (isSheet()) {
            return true;
          }
        }
        case DONE -> {
          return false;
        }
        case END, TEXT -> {
          // What frames the sheets.
        }
      }
    }
  }

  private boolean isSheet() throws XMLStreamException {
    switch (cursor.name()) {
      case "document", "document-content", "document-styles", "body", "spreadsheet" -> {
        return false;
      }
      case "styles", "automatic-styles" -> {
        styles.read(cursor);
        return false;
      }
      case "table" -> {
        if (!isCopyOfOtherFile()) {
          return true;
        }
        cursor.skip();
        return false;
      }
      default -> {
        // Links to other files, changes and charts hold tables that are no sheets.
        cursor.skip();
        return false;
      }
    }
  }

  /** LibreOffice keeps what formulas need of other files as tables named {@code 'file:...'#S}. */
  private boolean isCopyOfOtherFile() {
    String name = cursor.attribute("name");
    return name != null && name.startsWith("'") && name.indexOf("'#", 1) > 0;
  }
}
