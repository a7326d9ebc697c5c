package id.pde.source.markup;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.pde.source.layout.ReadLimits;
import id.pde.source.sheet.NameCount;
import id.pde.source.sheet.PacedStream;
import id.pde.source.sheet.TagPace;
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

  /** No property that a program shows is longer (and no name, by far). */
  private static final int LINE = 255;

  /** Deepest seen in spreadsheets, with drawings and rich text, is about 25. */
  private static final int DEEPEST = 1_000;

  private final PacedStream stream;
  private final XMLStreamReader reader;
  private final NameCount names = new NameCount(TagPace.MOST_NAMES);
  private int depth;

  /** What the cursor stands on. */
  enum Step {
    START,
    END,
    TEXT,
    /** The end of the document. */
    DONE
  }

  private XmlCursor(PacedStream stream, XMLStreamReader reader) {
    this.stream = stream;
    this.reader = reader;
  }

  /** At the beginning of a document; closing the cursor closes the stream. */
  static XmlCursor open(InputStream stream, ReadLimits limits)
      throws IOException, XMLStreamException {
    // Of its own for each document: a factory keeps the names it met, and strangers may send many.
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    PacedStream paced = new PacedStream(stream, "xml", limits);
    InputStream buffered = new BufferedInputStream(paced, 1 << 16);
    try {
      passBlanks(buffered);
      return new XmlCursor(paced, reader(factory, buffered));
    } catch (XMLStreamException | RuntimeException broken) {
      buffered.close();
      throw broken;
    }
  }

  /**
   * Bytes that are no signs are met here, in whatever charset. One that Java lacks is left to the
   * parser to refuse.
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
          begin();
          return Step.START;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          stream.progress();
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

  private void begin() throws XMLStreamException {
    stream.progress();
    if (++depth > DEEPEST) {
      throw new XMLStreamException("nested too deeply");
    }
    boolean few = names.add(reader.getLocalName());
    for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
      few &= names.add(reader.getAttributeLocalName(i));
    }
    if (!few) {
      throw TagPace.names("xml");
    }
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
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  @Nullable String attribute(String space, String name) {
    return reader.getAttributeValue(space, name);
  }

  /** The signs of the text that the cursor stands on. */
  void text(CellText text) {
    // First the signs: only then are start and length known.
    char[] signs = reader.getTextCharacters();
    text.add(signs, reader.getTextStart(), reader.getTextLength());
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
