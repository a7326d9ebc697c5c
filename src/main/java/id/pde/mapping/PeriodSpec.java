package id.pde.mapping;

import id.pde.model.Location.FilePlace;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the period of a delivery stands.
 *
 * @param sources that complete each other; what an earlier one says counts
 * @param place of the block in the mapping file
 */
public record PeriodSpec(List<Source> sources, FilePlace place) {

  public PeriodSpec {
    sources = List.copyOf(sources);
  }

  /** Whether the rows themselves say it. */
  public boolean byRow() {
    return sources.stream().anyMatch(InColumn.class::isInstance);
  }

  /** Whether the name of the file or of its folder has a part in it. */
  public boolean outside() {
    return sources.stream().anyMatch(source -> source instanceof Named named && !named.inside());
  }

  /** Whether the bytes of the delivery have a part in it. */
  public boolean inContent() {
    return sources.stream().anyMatch(source -> !(source instanceof Named named) || named.inside());
  }

  /** One text, or several, in which a period is looked for. */
  public sealed interface Source {
    /** What to find; null: a period in words, wherever it stands in the text. */
    @Nullable Wanted wanted();
  }

  /** The name of the file, of its folder or of the sheet. */
  public record Named(VirtualField.Origin origin, @Nullable Wanted wanted) implements Source {
    boolean inside() {
      return origin == VirtualField.Origin.SHEET;
    }
  }

  /** The cells above the headings, one after the other. */
  public record Title(Wanted wanted) implements Source {}

  /** One cell above the headings, row and column from 1. */
  public record InCell(String name, int row, int column, @Nullable Wanted wanted)
      implements Source {}

  /** A column of the mapping: each row has its own. */
  public record InColumn(String column, @Nullable Wanted wanted) implements Source {}

  /**
   * What to find in a text.
   *
   * @param groups that the pattern names; none: its first group, else all that it finds, is a
   *     period in words
   */
  public record Wanted(Pattern pattern, Set<Part> groups) {
    public Wanted {
      groups = Set.copyOf(groups);
    }
  }

  /** A part of a period, under the name that a pattern's group has. */
  public enum Part {
    TAHUN,
    SEMESTER,
    TRIWULAN,
    BULAN,
    TANGGAL
  }
}
