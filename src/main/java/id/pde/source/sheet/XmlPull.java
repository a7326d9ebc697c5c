package id.pde.source.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Pulls XML of strangers event by event, names by their local part (transitional and strict files
 * differ in their name spaces only): no document type, no entity, nothing from elsewhere, no
 * nesting without end.
 */
final class XmlPull implements AutoCloseable {

  /** Deepest seen in workbooks is about 15. */
  private static final int DEEPEST = 500;

  private final PacedStream stream;
  private final NameCount names = new NameCount(TagPace.MOST_NAMES);
  private final XMLStreamReader2 reader;
  private int depth;
  private boolean partKeepsSpace;

  /** Of the element that begins or ends; asked for more often than it changes. */
  private String name = "";

  /** What was met. */
  enum Event {
    BEGIN,
    END,
    TEXT,
    DONE
  }

  /** Takes the elements of a small part. */
  interface Taker {
    void begin(String name, XmlPull at) throws XMLStreamException;

    default void end(String name) {}
  }

  private XmlPull(PacedStream stream, XMLStreamReader2 reader) {
    this.stream = stream;
    this.reader = reader;
  }

  /** Begins to read a stream; closing does not close the stream. */
  static XmlPull open(PacedStream stream) throws XMLStreamException {
    // Of its own for each part: a factory keeps the names it met, and strangers may send many.
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return new XmlPull(stream, (XMLStreamReader2) factory.createXMLStreamReader(stream));
  }

  /** Shows every element of a part. */
  static void parse(PacedStream stream, Taker taker) throws XMLStreamException {
    try (XmlPull pull = open(stream)) {
      for (Event event = pull.next(); event != Event.DONE; event = pull.next()) {
        if (event == Event.BEGIN) {
          taker.begin(pull.name(), pull);
        } else if (event == Event.END) {
          taker.end(pull.name());
        }
      }
    }
  }

  Event next() throws XMLStreamException {
    stream.progress();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new XMLStreamException("nested too deeply");
          }
          name = reader.getLocalName();
          if (depth == 1) {
            partKeepsSpace = "preserve".equals(attribute("space"));
          }
          countNames();
          return Event.BEGIN;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          name = reader.getLocalName();
          return Event.END;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return Event.TEXT;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return Event.DONE;
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        case XMLStreamConstants.DTD -> throw doctype(stream.part());
        default -> throw new XMLStreamException("not expected in a workbook");
      }
    }
  }

  /** The parser keeps every name that it met: a part of nothing but new names fills the memory. */
  private void countNames() {
    boolean few = names.add(name);
    for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
      few &= names.add(reader.getAttributeLocalName(i));
    }
    if (!few) {
      throw TagPace.names(stream.part());
    }
  }

  /** Entities grow and reach elsewhere; no program that makes workbooks writes a document type. */
  private static SourceUnreadable doctype(String part) {
    return Faults.unreadable(
        "file.doctype",
        new Location.Whole(part),
        new Advice(
            "file.doctype",
            new Text(
                "Bagian ini memuat DOCTYPE, yang tidak pernah ada di buku kerja dan tidak dibaca.",
                "This part holds a DOCTYPE, which workbooks never have and which is not read."),
            new Text(
                "Buka berkas di Excel, simpan sebagai .xlsx yang baru, lalu kirim lagi.",
                "Open the file in Excel, save it as a new .xlsx and send it again.")),
        null);
  }

  /** Of the element that begins or ends. */
  String name() {
    return name;
  }

  /** The text goes to a collector. */
  void textTo(TextCollector collector) {
    // First the signs: only then are start and length known.
    char[] signs = reader.getTextCharacters();
    collector.add(signs, reader.getTextStart(), reader.getTextLength());
  }

  int attributes() {
    return reader.getAttributeCount();
  }

  String attributeName(int index) {
    return reader.getAttributeLocalName(index);
  }

  String attribute(int index) {
    return reader.getAttributeValue(index);
  }

  /** Gives the signs of an attribute to a decoder, without a string in between. */
  void attributeTo(int index, TypedValueDecoder decoder) throws XMLStreamException {
    reader.getAttributeAs(index, decoder);
  }

  /** An attribute by its local name; null where it is missing. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Whether blanks at the edges of this element's text are meant: it says so, or the part does. */
  boolean keepsSpace() {
    String space = attribute("space");
    return space == null ? partKeepsSpace : space.equals("preserve");
  }

  /** A flag as XML Schema writes it. */
  static boolean isTrue(@Nullable String flag) {
    return "1".equals(flag) || "true".equals(flag);
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }
}
