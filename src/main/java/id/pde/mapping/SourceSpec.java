package id.pde.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the table stands in the delivery.
 *
 * @param files name patterns by which a dropped file is recognised ({@code *penduduk*})
 * @param charset a charset name that is obeyed strictly; empty: by content
 * @param delimiter empty: by content
 * @param decimal the decimal mark of numbers written as text; null: not declared
 */
public record SourceSpec(
    Format format,
    List<String> files,
    Optional<String> charset,
    Optional<Character> delimiter,
    char quote,
    @Nullable Character decimal,
    SheetChoice sheet,
    HeaderSpec header,
    RowPatterns skip,
    RowPatterns stop) {

  public SourceSpec {
    files = List.copyOf(files);
  }

  /** A format that this version reads. */
  public enum Format {
    AUTO,
    CSV,
    XLSX,
    XLS,
    /** Records that a route handed over. */
    ROWS
  }

  /** Which sheets hold the table. */
  public sealed interface SheetChoice {
    /** The first visible sheet. */
    record First() implements SheetChoice {}

    /** Every visible sheet that has the table. */
    record All() implements SheetChoice {}

    /** The named sheets, case-blind, in the order of the workbook. */
    record Named(List<String> names) implements SheetChoice {
      public Named {
        names = List.copyOf(names);
      }
    }

    /** Sheets whose name the pattern finds. */
    record Matching(Pattern pattern) implements SheetChoice {}
  }

  /** Where the headings stand. */
  public sealed interface HeaderSpec {
    /** Found by content: the row that names the mapping's columns best. */
    record Auto() implements HeaderSpec {}

    /** At this row (1-based). */
    record AtRow(int row) implements HeaderSpec {}

    /** Nowhere; {@code fields} are the headings, in order. */
    record None(List<String> fields) implements HeaderSpec {
      public None {
        fields = List.copyOf(fields);
      }
    }
  }

  /**
   * Patterns tried on the first filled cell of a row.
   *
   * @param declared whether the mapping wrote them; defaults never take a row that fills the key's
   *     columns
   */
  public record RowPatterns(List<Pattern> patterns, boolean declared) {
    public RowPatterns {
      patterns = List.copyOf(patterns);
    }

    public boolean find(String firstFilledCell) {
      for (Pattern pattern : patterns) {
        if (pattern.matcher(firstFilledCell).find()) {
          return true;
        }
      }
      return false;
    }
  }
}
