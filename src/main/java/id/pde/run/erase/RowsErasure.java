package id.pde.run.erase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a route again (gzipped NDJSON: columns as an object, each row as an array) without
 * some of them. A row that goes stays as an empty array, so that the others keep their numbers.
 */
final class RowsErasure {

  /** Right within a text and as a number. */
  private static final String GONE = "0";

  private RowsErasure() {}

  /**
   * Does it.
   *
   * @param rows their numbers, from 1
   * @param named how the subject is named in other rows; null: not at all
   */
  static void write(Path from, Path to, Set<Long> rows, @Nullable Pattern named)
      throws IOException {
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(from)), StandardCharsets.UTF_8));
        Writer out =
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8)) {
      long row = 0;
      boolean first = true;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        row += line.startsWith("[") ? 1 : 0;
        if (!first) {
          out.write('\n');
        }
        first = false;
        if (line.startsWith("[") && rows.contains(row)) {
          out.write("[]");
        } else {
          out.write(named == null ? line : named.matcher(line).replaceAll(GONE));
        }
      }
    }
  }
}
