package id.pde.run.erase;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text file again without some of its records: their lines stay as empty ones, so that
 * every other line keeps its number; all other bytes stay as they are. Memory is one line.
 */
final class TextErasure {

  /** Stands where an identifier stood in a text that stays. */
  static final String GONE = "[DIHAPUS]";

  private final Map<Long, Long> records;
  private final @Nullable Pattern named;
  private final Hits hits;

  /** What becomes of lines that name the subject and are no record of it. */
  enum Hits {
    /** The name goes. */
    REPLACED,
    /** The line goes: nobody can say what else it tells. */
    BLANKED
  }

  /**
   * @param records the line where each record begins, from 1, and the line that it ends before
   * @param named how the subject is named; null: not at all
   */
  TextErasure(Map<Long, Long> records, @Nullable Pattern named, Hits hits) {
    this.records = Map.copyOf(records);
    this.named = named;
    this.hits = hits;
  }

  /** The encoding in which bytes go through unchanged; null: there is none that can be told. */
  static @Nullable Charset charset(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4_096);
      if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
        return StandardCharsets.UTF_16LE;
      }
      if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
        return StandardCharsets.UTF_16BE;
      }
      for (byte one : head) {
        if (one == 0) {
          return null;
        }
      }
      return StandardCharsets.ISO_8859_1;
    }
  }

  void write(Path from, Path to, Charset charset) throws IOException {
    try (BufferedReader in =
            new BufferedReader(new InputStreamReader(Files.newInputStream(from), charset));
        BufferedWriter out =
            new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(to), charset))) {
      Lines lines = new Lines(in);
      long end = 0;
      boolean quoted = false;
      for (String line = lines.next(); line != null; line = lines.next()) {
        Long bound = records.get(lines.number());
        if (bound != null) {
          end = bound;
          quoted = false;
        }
        if (bound != null || (quoted && lines.number() < end)) {
          quoted ^= line.chars().filter(sign -> sign == '"').count() % 2 == 1;
          out.write(kept(line));
        } else {
          quoted = false;
          out.write(cleaned(line));
        }
      }
    }
  }

  private String cleaned(String line) {
    if (named == null || !named.matcher(line).find()) {
      return line;
    }
    return hits == Hits.BLANKED ? kept(line) : named.matcher(line).replaceAll(GONE);
  }

  /** What stays of a line: its end, and a mark of the encoding at the start of the file. */
  private static String kept(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
      end--;
    }
    String mark = "";
    if (line.startsWith("\ufeff")) {
      mark = "\ufeff";
    } else if (line.startsWith("\u00ef\u00bb\u00bf")) {
      mark = "\u00ef\u00bb\u00bf";
    }
    return mark + line.substring(end);
  }

  /** Lines with their ends. */
  private static final class Lines {
    private final BufferedReader in;
    private long number;
    private int ahead = -2;

    Lines(BufferedReader in) {
      this.in = in;
    }

    long number() {
      return number;
    }

    @Nullable String next() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int sign = read(); sign >= 0; sign = read()) {
        line.append((char) sign);
        if (sign == '\r') {
          ahead = in.read();
          if (ahead == '\n') {
            line.append('\n');
            ahead = -2;
          }
        }
        if (sign == '\r' || sign == '\n') {
          break;
        }
      }
      number++;
      return line.isEmpty() ? null : line.toString();
    }

    private int read() throws IOException {
      if (ahead == -2) {
        return in.read();
      }
      int sign = ahead;
      ahead = -2;
      return sign;
    }
  }
}
