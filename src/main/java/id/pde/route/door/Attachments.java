package id.pde.route.door;

import id.pde.run.FileNames;
import id.pde.run.Inbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files of a mail, also of mails that were attached to it, each with a name of its own. */
final class Attachments {

  /** Mails within mails within mails. */
  private static final int DEEPEST = 5;

  private static final int MOST = 100;

  /** What data come in; a letter or a picture beside them is none. */
  private static final Set<String> ENDINGS =
      Set.of(
          "csv", "txt", "tsv", "json", "xml", "htm", "html", "xls", "xlsx", "xlsm", "ods", "dbf",
          "mdb", "accdb", "zip");

  private final List<Attachment> files = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int parts;

  private Attachments() {}

  /**
   * A file.
   *
   * @param name one plain segment; no two of one mail are equal
   */
  record Attachment(String name, Part part) {}

  /**
   * In the order of the mail.
   *
   * @throws MessagingException also where it is deeper or has more parts than any honest one
   */
  static List<Attachment> of(Part mail) throws MessagingException, IOException {
    Attachments found = new Attachments();
    found.walk(mail, 0);
    return found.files;
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || ++parts > MOST) {
      throw new MessagingException("a mail of too many parts");
    }
    if (part.isMimeType("multipart/*")) {
      Multipart many = (Multipart) part.getContent();
      for (int i = 0; i < many.getCount(); i++) {
        walk(many.getBodyPart(i), depth + 1);
      }
    } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner) {
      walk(inner, depth + 1);
    } else {
      String name = name(part);
      if (isData(name)) {
        files.add(new Attachment(unlike(name), part));
      }
    }
  }

  private static boolean isData(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** As its sender named it, less every folder; empty: it has none. */
  private static String name(Part part) throws MessagingException {
    String written = part.getFileName();
    if (written == null) {
      return "";
    }
    String decoded = written;
    try {
      decoded = MimeUtility.decodeText(written);
    } catch (UnsupportedEncodingException unknown) {
      // Its bytes are what is known of it.
    }
    String last =
        decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
    StringBuilder plain = new StringBuilder();
    last.strip()
        .codePoints()
        .forEach(
            sign ->
                plain.appendCodePoint(
                    Character.isISOControl(sign)
                            || Character.getType(sign) == Character.SURROGATE
                            || Character.getType(sign) == Character.FORMAT
                        ? '_'
                        : sign));
    String name = plain.toString();
    // A name that folders pass over would never be loaded.
    String open = Inbox.isBeside(name) ? "_" + name.replaceFirst("^[.~]+", "") : name;
    return FileNames.segment(open);
  }

  /** The second of a name is {@code a (2).csv}. */
  private String unlike(String name) {
    int dot = name.lastIndexOf('.');
    String ending = name.substring(dot);
    String start = name.substring(0, dot);
    String one = FileNames.with(start, ending);
    for (int number = 2; !names.add(one.toLowerCase(Locale.ROOT)); number++) {
      one = FileNames.with(start, " (" + number + ")" + ending);
    }
    return one;
  }
}
