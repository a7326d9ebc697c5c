package id.pde.mapping;

import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to hold for the rows of a delivery together. */
public sealed interface DeliveryCheck {

  /** What every check has. */
  Label label();

  /**
   * How a check is named, and what follows where it does not hold.
   *
   * @param name its issues are {@code check.<name>}
   * @param severity reject only where single rows can be at fault
   * @param place in the mapping file
   */
  record Label(String name, Severity severity, FilePlace place) {}

  /**
   * A sum is the one that the delivery itself states.
   *
   * @param column whose values, as delivered, are added; null: rows are counted
   * @param by the column whose values tell where another sum begins; null: one sum
   * @param margin by which the two may differ
   */
  record Sum(
      Label label, @Nullable String column, Stated stated, @Nullable String by, BigDecimal margin)
      implements DeliveryCheck {}

  /** Where a delivery states a sum. */
  sealed interface Stated {
    /** In a row that is no data, below or above those that it adds. */
    record TotalRow() implements Stated {}

    /**
     * In the first or last record of the file, see {@code source.kinds}.
     *
     * @param field from 1
     */
    record InFrame(Frame frame, int field) implements Stated {}
  }

  /** Records that are about the file. */
  enum Frame {
    HEAD,
    TAIL
  }

  /**
   * A sum is close to that of the run of this mapping that was loaded last.
   *
   * @param column whose accepted values are added; null: accepted rows are counted
   * @param share of the earlier sum by which the two may differ, 0 to 1
   */
  record Within(Label label, @Nullable String column, BigDecimal share) implements DeliveryCheck {}

  /**
   * Every code of the column's list occurs.
   *
   * @param by for every value of that column anew; where it is the parent, only the codes below
   */
  record Complete(Label label, String column, @Nullable String by) implements DeliveryCheck {}

  /** Every value stands in a column of a table of the warehouse, or of this delivery. */
  record In(Label label, String column, String table, String other) implements DeliveryCheck {}

  /** No two rows have the same values; rows that lack one of them do not count. */
  record Unique(Label label, List<String> columns) implements DeliveryCheck {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /** No two rows have values of the same letters and digits: they may be the same thing. */
  record Duplicates(Label label, List<String> columns) implements DeliveryCheck {
    public Duplicates {
      columns = List.copyOf(columns);
    }
  }

  /**
   * No value lies far from the others (Tukey's fences: further than {@code beyond} times the
   * distance of the quartiles outside of these; that distance counts as 5 per cent of the median at
   * least). Fewer than 8 values are not judged.
   *
   * @param by the column whose values are judged each on their own; null: all together
   */
  record Outliers(Label label, String column, @Nullable String by, BigDecimal beyond)
      implements DeliveryCheck {}

  /** Whether single rows break it, rather than all of them together. */
  default boolean ofRows() {
    return this instanceof In
        || this instanceof Unique
        || this instanceof Duplicates
        || this instanceof Outliers;
  }
}
