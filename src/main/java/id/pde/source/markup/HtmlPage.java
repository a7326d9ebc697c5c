package id.pde.source.markup;

import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalInt;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Walks through a web page and hands out the rows of its tables as they are complete; what was
 * handed out is taken from the tree, so that the page is never in memory as a whole.
 */
final class HtmlPage {

  /** Pages that lay out their text by tables have dozens. */
  private static final int TABLES = 10_000;

  private final Path file;
  private final HtmlCharset charset;
  private final Location whole;
  private final ReadLimits limits;

  HtmlPage(Path file, HtmlCharset charset, Location whole, ReadLimits limits) {
    this.file = file;
    this.charset = charset;
    this.whole = whole;
    this.limits = limits;
  }

  /** Takes the parts of a page; tables are numbered from 0 in the order of their first part. */
  interface Taker {

    /** A row, complete. */
    void row(int table, Element row);

    /** The caption of a table. */
    void caption(int table, Element caption);

    /** The columns of a table, one element for one or several. */
    void column(int table, Element column);

    /** Rules of style. */
    void style(String rules);

    /** Whether this table was the last one that is wanted. */
    boolean isEnough(int complete);
  }

  void walk(Taker taker) throws IOException {
    try (PacedReader reader = new PacedReader(charset.open(file), whole, limits);
        StreamParser stream = new StreamParser(Parser.htmlParser()).parse(reader, "")) {
      Walk walk = new Walk(taker);
      Iterator<Element> elements = stream.iterator();
      while (!walk.enough && elements.hasNext()) {
        walk.element(elements.next());
        reader.progress();
      }
    } catch (CharacterCodingException undecodable) {
      throw undecodable(undecodable);
    } catch (UncheckedIOException wrapped) {
      if (wrapped.getCause() instanceof CharacterCodingException) {
        throw undecodable(wrapped);
      }
      throw wrapped;
    }
  }

  /** The beginning of the page as it is written. */
  String head(int length) throws IOException {
    char[] signs = new char[length];
    try (Reader reader = charset.open(file)) {
      return new String(signs, 0, Math.max(0, reader.read(signs)));
    } catch (CharacterCodingException undecodable) {
      throw undecodable(undecodable);
    }
  }

  private SourceUnreadable undecodable(Throwable cause) {
    String name = charset.charset().name();
    return Faults.unreadable(
        "charset.undecodable",
        whole,
        new Advice(
            "source.charset",
            new Text(
                "Isi berkas ini tidak dapat dibaca sebagai " + name + ".",
                "The content of this file cannot be read as " + name + "."),
            new Text(
                "Simpan berkas sebagai UTF-8, atau tulis \"charset\" yang benar di pemetaan.",
                "Save the file as UTF-8, or write the right \"charset\" in the mapping.")),
        cause);
  }

  /** One walk: which tables are open, and what is done with the parts. */
  private final class Walk {
    private final Taker taker;
    private final Map<Element, Integer> open = new HashMap<>();
    private int tables;
    private boolean enough;

    Walk(Taker taker) {
      this.taker = taker;
    }

    void element(Element element) {
      switch (element.normalName()) {
        case "html", "head", "body", "#root" -> {
          return;
        }
        case "style" -> taker.style(element.data());
        case "tr" -> number(element).ifPresent(table -> taker.row(table, element));
        case "caption" -> number(element).ifPresent(table -> taker.caption(table, element));
        case "col" -> number(element).ifPresent(table -> taker.column(table, element));
        case "table" -> {
          Integer complete = open.remove(element);
          enough = complete != null && taker.isEnough(complete);
          if (isPartOfRow(element)) {
            element.remove();
          }
        }
        default -> {
          // Looked at with its row, or of no use.
        }
      }
      if (!isPartOfRow(element)) {
        prune(element);
      }
    }

    private OptionalInt number(Element part) {
      Element table = part.parent();
      while (table != null && !table.normalName().equals("table")) {
        table = table.parent();
      }
      if (table == null) {
        return OptionalInt.empty();
      }
      Integer known = open.get(table);
      if (known != null) {
        return OptionalInt.of(known);
      }
      if (tables == TABLES) {
        throw Faults.limit(
            "limit.tables",
            whole,
            new Text(
                "Halaman ini memuat lebih dari " + TABLES + " tabel, batas yang dibaca.",
                "This page holds more than " + TABLES + " tables, the limit."),
            null);
      }
      open.put(table, tables);
      return OptionalInt.of(tables++);
    }
  }

  private static boolean isPartOfRow(Element element) {
    for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
      String name = parent.normalName();
      // Lengths first: a page may nest hundreds of elements around each of a million.
      if ((name.length() == 2 && name.equals("tr"))
          || (name.length() == 7 && name.equals("caption"))) {
        return true;
      }
    }
    return false;
  }

  /** Takes an element away, and the texts and comments before it. */
  private static void prune(Element element) {
    for (Node before = element.previousSibling();
        before != null;
        before = element.previousSibling()) {
      before.remove();
    }
    element.remove();
  }
}
