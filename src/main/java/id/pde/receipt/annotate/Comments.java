package id.pde.receipt.annotate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a sheet. Those of the agency stay; where a faulty cell has one, PDE's words are
 * added to it, except to one that stands for a conversation, which Excel keeps elsewhere.
 */
final class Comments {

  /** Whom PDE's comments name, and what its words begin with in those of others. */
  static final String AUTHOR = "PDE";

  /** Before the id of a conversation (MS-XLSX 2.1.2). */
  private static final String CONVERSATION = "tc=";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

  private final SheetMarks marks;
  private final Set<Long> there = new TreeSet<>();
  private final List<String> authors = new ArrayList<>();
  private final Set<String> old = new HashSet<>();

  Comments(SheetMarks marks) {
    this.marks = marks;
  }

  private static long key(int row, int column) {
    return row * 100_000L + column;
  }

  /** Whether a cell needs a comment, with its shape, that it does not have yet. */
  boolean isNew(int row, int column) {
    return !there.contains(key(row, column));
  }

  /** Learns which cells have a comment. */
  void look(RawXml xml) throws IOException {
    boolean author = false;
    StringBuilder name = new StringBuilder();
    while (xml.next()) {
      if (xml.is("author")) {
        author = xml.kind() == RawXml.Kind.BEGIN;
        if (!author) {
          authors.add(name.toString());
          name.setLength(0);
        }
      } else if (author) {
        name.append(xml.raw());
      } else if (xml.begins() && xml.is("comment")) {
        String cell = text(xml.attribute("ref"));
        if (isOwn(xml)) {
          old.add(cell);
        } else {
          there.add(key(Address.row(cell), Address.column(cell)));
        }
      }
    }
  }

  /** The cells whose comments of an earlier answer go. */
  Set<String> old() {
    return Set.copyOf(old);
  }

  private boolean isOwn(RawXml comment) {
    return author(comment).equals(AUTHOR);
  }

  private String author(RawXml comment) {
    int number = TagText.number(comment.attribute("authorId"), -1);
    return number >= 0 && number < authors.size() ? authors.get(number) : "";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** A part for a sheet without comments. */
  static void fresh(SheetMarks marks, boolean strict, Writer out) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"");
    out.write(strict ? STRICT : MAIN);
    out.write("\"><authors><author>" + AUTHOR + "</author></authors><commentList>");
    new Comments(marks).own("", 0, out);
    out.write("</commentList></comments>");
  }

  /** Copies the part with PDE's words. */
  void write(RawXml xml, Writer out) throws IOException {
    String prefix = "";
    boolean first = true;
    while (xml.next()) {
      if (first && xml.begins()) {
        prefix = xml.prefix();
        first = false;
      }
      if (xml.is("authors") && xml.kind() != RawXml.Kind.BEGIN) {
        String author = "<" + prefix + "author>" + AUTHOR + "</" + prefix + "author>";
        boolean empty = xml.kind() == RawXml.Kind.EMPTY;
        out.write(empty ? "<" + prefix + "authors>" : "");
        out.write(author + "</" + prefix + "authors>");
      } else if (xml.is("commentList") && xml.kind() != RawXml.Kind.BEGIN) {
        boolean empty = xml.kind() == RawXml.Kind.EMPTY;
        out.write(empty ? "<" + prefix + "commentList>" : "");
        own(prefix, authors.size(), out);
        out.write("</" + prefix + "commentList>");
      } else if (xml.is("comment") && xml.kind() == RawXml.Kind.BEGIN) {
        comment(xml, prefix, out);
      } else {
        xml.to(out);
      }
    }
  }

  /** One of theirs, with words of PDE where its cell is at fault; one of PDE's goes. */
  private void comment(RawXml xml, String prefix, Writer out) throws IOException {
    String cell = text(xml.attribute("ref"));
    boolean own = isOwn(xml);
    CellMark mark = marks.at(Address.row(cell), Address.column(cell));
    String words = mark == null || author(xml).startsWith(CONVERSATION) ? null : mark.text();
    boolean run = false;
    while (true) {
      boolean end = xml.kind() == RawXml.Kind.END;
      run = (xml.is("r") || xml.is("rPh")) ? !end : run;
      // Plain text has no room for more: it becomes a run.
      boolean bare = words != null && !own && !run && xml.is("t");
      boolean behind =
          (xml.begins() && (xml.is("rPh") || xml.is("phoneticPr"))) || (end && xml.is("text"));
      if (words != null && behind) {
        out.write(own ? "" : run(prefix, "\n\n[" + AUTHOR + "] " + words));
        words = null;
      }
      if (!own) {
        out.write(bare && xml.begins() ? "<" + prefix + "r>" : "");
        xml.to(out);
        out.write(bare && xml.kind() != RawXml.Kind.BEGIN ? "</" + prefix + "r>" : "");
      }
      if (end && xml.is("comment")) {
        return;
      }
      if (!xml.next()) {
        throw new IOException("a comment without end");
      }
    }
  }

  private void own(String prefix, int author, Writer out) throws IOException {
    for (Map.Entry<Integer, NavigableMap<Integer, CellMark>> row : marks.rows().entrySet()) {
      for (Map.Entry<Integer, CellMark> cell : row.getValue().entrySet()) {
        if (isNew(row.getKey(), cell.getKey())) {
          out.write(
              "<"
                  + prefix
                  + "comment ref=\""
                  + Address.of(row.getKey(), cell.getKey())
                  + "\" authorId=\""
                  + author
                  + "\"><"
                  + prefix
                  + "text>"
                  + run(prefix, cell.getValue().text())
                  + "</"
                  + prefix
                  + "text></"
                  + prefix
                  + "comment>");
        }
      }
    }
  }

  private static String run(String prefix, String words) {
    return "<"
        + prefix
        + "r><"
        + prefix
        + "rPr><"
        + prefix
        + "sz val=\"9\"/><"
        + prefix
        + "rFont val=\"Tahoma\"/></"
        + prefix
        + "rPr><"
        + prefix
        + "t xml:space=\"preserve\">"
        + TagText.cell(words)
        + "</"
        + prefix
        + "t></"
        + prefix
        + "r>";
  }
}
