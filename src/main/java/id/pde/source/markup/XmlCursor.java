package id.pde.source.markup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through XML of strangers: no document type, no entity, nothing from elsewhere. Names are
 * local ones: writers choose prefixes as they like. Used by one thread.
 */
final class XmlCursor implements AutoCloseable {

  private static final int LINE = 100;

  private final InputStream stream;
  private final XMLStreamReader reader;
  private int depth;

  /** What the cursor stands on. */
  enum Step {
    START,
    END,
    TEXT,
    /** The end of the document. */
    DONE
  }

  private XmlCursor(InputStream stream, XMLStreamReader reader) {
    this.stream = stream;
    this.reader = reader;
  }

  /** At the beginning of a document; closing the cursor closes the stream. */
  static XmlCursor open(InputStream stream) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    InputStream buffered = new BufferedInputStream(stream, 1 << 16);
    try {
      passBlanks(buffered);
      return new XmlCursor(buffered, reader(factory, buffered));
    } catch (XMLStreamException | RuntimeException broken) {
      buffered.close();
      throw broken;
    }
  }

  /**
   * Bytes that are no signs are met here: the JDK's parser tells the console of them. A charset
   * that Java lacks is left to the parser to refuse.
   */
  private static XMLStreamReader reader(XMLInputFactory factory, InputStream stream)
      throws IOException, XMLStreamException {
    Charset charset = XmlCharset.of(stream);
    return charset == null
        ? factory.createXMLStreamReader(stream)
        : factory.createXMLStreamReader(new InputStreamReader(stream, charset.newDecoder()));
  }

  /** Web programs send an empty line before the XML; parsers refuse a declaration behind it. */
  private static void passBlanks(InputStream stream) throws IOException {
    int sign;
    do {
      stream.mark(1);
      sign = stream.read();
    } while (sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t');
    stream.reset();
  }

  /** Moves on, over comments and the like. */
  Step step() throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          return Step.START;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return Step.END;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return Step.TEXT;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("document type or entity", reader.getLocation());
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
    return Step.DONE;
  }

  /**
   * Moves to the next child of an element, over all that stands in between.
   *
   * @param parent the depth of the element; 0: the document
   * @return whether there is one; if not, the element has ended
   */
  boolean child(int parent) throws XMLStreamException {
    while (true) {
      switch (step()) {
        case START -> {
          if (depth == parent + 1) {
            return true;
          }
        }
        case END -> {
          if (depth < parent) {
            return false;
          }
        }
        case DONE -> {
          return false;
        }
        case TEXT -> {
          // Between elements: only to be read by eye.
        }
      }
    }
  }

  /** Moves to the end of the element that has just begun. */
  void skip() throws XMLStreamException {
    int inside = depth;
    while (depth >= inside && step() != Step.DONE) {
      // Everything in it is passed.
    }
  }

  /** How many elements are open; the root is 1. */
  int depth() {
    return depth;
  }

  String name() {
    return reader.getLocalName();
  }

  boolean in(String space) {
    return space.equals(reader.getNamespaceURI());
  }

  /** By local name, whatever its space. */
  @Nullable String attribute(String name) {
    return reader.getAttributeValue(null, name);
  }

  @Nullable String attribute(String space, String name) {
    return reader.getAttributeValue(space, name);
  }

  /** The signs of the text that the cursor stands on. */
  void text(CellText text) {
    text.add(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  /** The text of the element that has just begun, to its end; more than a line is cut. */
  String words() throws XMLStreamException {
    StringBuilder words = new StringBuilder();
    int inside = depth;
    while (depth >= inside) {
      Step step = step();
      if (step == Step.DONE) {
        break;
      }
      if (step == Step.TEXT && words.length() < LINE) {
        words.append(reader.getText());
      }
    }
    return words.toString();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
