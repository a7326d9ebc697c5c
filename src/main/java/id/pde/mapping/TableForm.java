package id.pde.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the table stands in a grid and which of its rows are data.
 *
 * @param fillDown headings whose empty cells take the value above
 * @param where a record of which this does not hold is filtered; null: all are taken
 * @param unpivot columns that become rows; null: none
 * @param recordStarts heading of the field that is filled in the first row of every record; null:
 *     each row is a record
 * @param outline how rows stand below each other as in a list of contents; null: they do not
 * @param kinds what the first field says a row is; null: every row is data
 */
public record TableForm(
    HeaderSpec header,
    RowPatterns skip,
    RowPatterns stop,
    End end,
    Blocks blocks,
    Hidden hidden,
    List<String> fillDown,
    @Nullable Condition where,
    @Nullable Unpivot unpivot,
    @Nullable String recordStarts,
    @Nullable Outline outline,
    @Nullable Kinds kinds) {

  /** Headings by content, and every row below them. */
  public static final TableForm PLAIN =
      new TableForm(
          new HeaderSpec.Auto(),
          RowPatterns.NONE,
          RowPatterns.NONE,
          End.STOP,
          Blocks.ONE,
          Hidden.USUAL,
          List.of(),
          null,
          null,
          null,
          null,
          null);

  public TableForm {
    fillDown = List.copyOf(fillDown);
  }

  /** The headings of the fields that the reader makes of others. */
  public List<String> made() {
    List<String> made = new ArrayList<>();
    if (unpivot != null) {
      made.addAll(unpivot.names());
      made.add(unpivot.value());
    }
    if (outline != null) {
      Stream.of(outline.level(), outline.parent()).filter(Objects::nonNull).forEach(made::add);
    }
    return made;
  }

  public TableForm with(HeaderSpec other) {
    return new TableForm(
        other,
        skip,
        stop,
        end,
        blocks,
        hidden,
        fillDown,
        where,
        unpivot,
        recordStarts,
        outline,
        kinds);
  }

  public TableForm with(RowPatterns otherSkip, RowPatterns otherStop) {
    return new TableForm(
        header,
        otherSkip,
        otherStop,
        end,
        blocks,
        hidden,
        fillDown,
        where,
        unpivot,
        recordStarts,
        outline,
        kinds);
  }

  /** Where the headings stand. */
  public sealed interface HeaderSpec {
    /**
     * Found by content: the rows that name the mapping's columns best.
     *
     * @param depth how many rows the headings take; 0: found by content
     */
    record Auto(int depth, Fill fill) implements HeaderSpec {
      public Auto() {
        this(0, Fill.MERGED);
      }
    }

    /**
     * At a row.
     *
     * @param row of the sheet or line of the file, from 1
     * @param depth how many rows the headings take, downwards; 0: found by content
     */
    record AtRow(int row, int depth, Fill fill) implements HeaderSpec {}

    /** Nowhere; {@code fields} are the headings, in order. */
    record None(List<String> fields) implements HeaderSpec {
      public None {
        fields = List.copyOf(fields);
      }
    }
  }

  /** Which columns a heading above others covers. */
  public enum Fill {
    /** Those of its merged range. */
    MERGED,
    /** Every column up to the next heading of its row, too. */
    RIGHT
  }

  /**
   * Patterns tried on the first filled cell of a row.
   *
   * @param presets the product's own; they never take a row that fills the key's columns
   * @param declared those that the mapping writes; they take any row
   */
  public record RowPatterns(List<Pattern> presets, List<Pattern> declared) {
    public static final RowPatterns NONE = new RowPatterns(List.of(), List.of());

    public RowPatterns {
      presets = List.copyOf(presets);
      declared = List.copyOf(declared);
    }

    /** Whether one of the patterns finds something in a text. */
    public static boolean find(List<Pattern> patterns, String firstFilledCell) {
      for (Pattern pattern : patterns) {
        if (pattern.matcher(firstFilledCell).find()) {
          return true;
        }
      }
      return false;
    }
  }

  /** What ends a table besides {@code stop} and the end of its sheet. */
  public enum End {
    /** Nothing: blank rows are passed over. */
    STOP,
    /** The first blank row below a row of data. */
    BLANK_ROW
  }

  /** Whether the same headings come several times beside each other. */
  public enum Blocks {
    /** Once; twice is a fault of the delivery. */
    ONE,
    /** Every repetition holds rows of the one table. */
    BESIDE
  }

  /** What becomes of hidden rows, columns and sheets. */
  public enum Hidden {
    /** Rows and columns are read, sheets passed over, each with an issue. */
    USUAL,
    /** All are read as the others, with an issue. */
    INCLUDE,
    /** All are left out, with an issue; hidden rows count as filtered. */
    SKIP,
    /** The delivery is refused. */
    REFUSE
  }

  /**
   * Columns that become rows.
   *
   * @param columns finds the joined headings; its groups are the values of {@code names}, the whole
   *     heading where it has no group
   * @param names of the fields that the groups fill
   * @param value the field of the cell itself
   */
  public record Unpivot(Pattern columns, List<String> names, String value) {
    public Unpivot {
      names = List.copyOf(names);
    }
  }

  /**
   * Rows that stand below each other as in a list of contents.
   *
   * @param of heading of the field that tells
   * @param level name of a further field with the depth, from 1; null: none
   * @param parent name of a further field with the {@code of} of the row above in the hierarchy;
   *     null: none
   */
  public record Outline(
      String of, By by, Keep keep, @Nullable String level, @Nullable String parent) {

    /** How the field tells. */
    public sealed interface By {
      /** By the parts of a code: 5.1.02 is below 5.1. */
      record Code() implements By {}

      /** By the indent of its cell or the blanks before its text. */
      record Indent() implements By {}

      /** Texts that the pattern finds are one below the last one that it does not find. */
      record Matching(Pattern pattern) implements By {}
    }

    /** Which rows are data. */
    public enum Keep {
      /** Those with nothing below them; the others are sums of them and are filtered. */
      LEAVES,
      ALL
    }
  }

  /** What the first field says a row is; null patterns: there are none of that kind. */
  public record Kinds(@Nullable Pattern head, Pattern data, @Nullable Pattern tail) {}
}
