package id.pde.run.catalogue;

import id.pde.mapping.Mapping;

/**
 * Counts of persons that are too small to be shown: whoever knows one of the few learns of the
 * others. Every output that leaves the warehouse for the public asks here.
 *
 * <p>Fewer than 5 is a common threshold of statistical disclosure control for tables of counts (the
 * threshold rule for frequency tables, Handbook on Statistical Disclosure Control, ESSnet SDC
 * 2010). Zero tells of nobody and is shown.
 */
public final class SmallCounts {

  /** Counts from 1 to one less than this are hidden. */
  public static final long THRESHOLD = 5;

  private SmallCounts() {}

  /** Whether a number of persons may not be shown. */
  public static boolean isHidden(long count) {
    return count > 0 && count < THRESHOLD;
  }

  /** A number of persons as it may be shown: {@code <5} for 1 to 4. */
  public static String shown(long count) {
    return isHidden(count) ? "<" + THRESHOLD : Long.toString(count);
  }

  /**
   * Whether rows of a dataset are about persons: a column is personal, be it protected or dropped.
   */
  public static boolean countsPersons(Mapping mapping) {
    return mapping.columns().stream().anyMatch(column -> !column.dataClass().open());
  }
}
