package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The shared strings of a workbook. Used by one thread. */
final class SharedStrings implements AutoCloseable {

  private static final int CACHED = 1 << 16;

  /** Longer ones are rare, and would make the cache large. */
  private static final int CACHED_LENGTH = 200;

  private final TextCollector collector;
  private final TextStore store;
  private final Cell.@Nullable Words[] cache = new Cell.Words[CACHED];
  private final int[] cached = new int[CACHED];

  SharedStrings(ReadLimits limits) {
    this.collector = new TextCollector(limits.cellCharacters(), "sharedStrings");
    this.store = new TextStore(limits.sharedBytes());
  }

  /** Reads the part that holds them. */
  void read(XmlPull xml) throws XMLStreamException, IOException {
    boolean inText = false;
    int phonetic = 0;
    while (true) {
      switch (xml.next()) {
        case BEGIN -> {
          switch (xml.name()) {
            case "si" -> collector.clear();
            case "rPh" -> phonetic++;
            case "t" -> {
              inText = phonetic == 0;
              if (inText) {
                collector.begin(xml);
              }
            }
            default -> {}
          }
        }
        case END -> {
          switch (xml.name()) {
            case "si" -> store.add(collector.text());
            case "rPh" -> phonetic--;
            case "t" -> {
              inText = false;
              collector.end();
            }
            default -> {}
          }
        }
        case TEXT -> {
          if (inText) {
            xml.textTo(collector);
          }
        }
        case DONE -> {
          return;
        }
      }
    }
  }

  /** Adds the next one. */
  void add(String text) throws IOException {
    store.add(text);
  }

  /** A string as a cell; blank where it is empty. */
  Cell get(int index) {
    if (index < 0 || index >= store.size()) {
      throw new IllegalStateException("no shared string " + index);
    }
    int slot = index % CACHED;
    Cell.Words known = cache[slot];
    if (known != null && cached[slot] == index) {
      return known;
    }
    String text = store.get(index);
    if (text.isEmpty()) {
      return Cell.BLANK;
    }
    Cell.Words words = new Cell.Words(text);
    if (text.length() <= CACHED_LENGTH) {
      cache[slot] = words;
      cached[slot] = index;
    }
    return words;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
