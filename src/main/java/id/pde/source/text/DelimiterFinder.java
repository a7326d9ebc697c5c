package id.pde.source.text;

import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.HeaderMatch;
import id.pde.source.layout.LayoutPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the delimiter by content: the one under which the mapping's headings appear, else the one
 * that divides the records most evenly.
 */
final class DelimiterFinder {

  private static final List<Character> CANDIDATES = List.of(';', ',', '\t', '|', Dialect.NONE);

  /** Stand in times, ranges and remarks as well: only headings speak for them, or every record. */
  private static final List<Character> RARE = List.of('^', '~', ':');

  private static final int SAMPLED = 200;
  private static final double STEADY = 0.7;

  private DelimiterFinder() {}

  /** Spreadsheet programs obey, and some exports write, a first line {@code sep=;}. */
  static Optional<Character> declaredInside(String sample) {
    String start = sample.startsWith("\"") ? sample.substring(1) : sample;
    boolean declares =
        start.length() >= 5 && start.regionMatches(true, 0, "sep=", 0, 4) && endsLine(start, 5);
    return declares ? Optional.of(start.charAt(4)) : Optional.empty();
  }

  private static boolean endsLine(String start, int at) {
    int end = at < start.length() && start.charAt(at) == '"' ? at + 1 : at;
    return end == start.length() || start.charAt(end) == '\n' || start.charAt(end) == '\r';
  }

  /**
   * The delimiter of a text.
   *
   * @param form whose quote and escape are known
   */
  static char find(String sample, Dialect form, LayoutPlan plan) {
    List<Candidate> candidates =
        CANDIDATES.stream().map(sign -> candidate(sample, form.with(sign), plan)).toList();
    List<Candidate> rare =
        RARE.stream().map(sign -> candidate(sample, form.with(sign), plan)).toList();
    Candidate named =
        Stream.concat(candidates.stream(), rare.stream())
            .max(
                Comparator.comparingInt(Candidate::headings)
                    .thenComparingDouble(Candidate::fit)
                    .thenComparingInt(Candidate::width))
            .orElseThrow();
    if (named.headings() > 0) {
      return named.delimiter();
    }
    return candidates.stream()
        .filter(one -> one.width() > 1 && one.fit() >= STEADY)
        .max(Comparator.comparingDouble(one -> one.fit() * Math.log(one.width() + 1.0)))
        .map(Candidate::delimiter)
        .orElseGet(() -> mostDividing(candidates, rare));
  }

  /** No even division: still a table if most records are divided, with rows that are at fault. */
  private static char mostDividing(List<Candidate> candidates, List<Candidate> rare) {
    return candidates.stream()
        .filter(one -> one.divided() >= STEADY)
        .max(Comparator.comparingDouble(Candidate::divided))
        .or(() -> candidates.stream().filter(Candidate::alike).findFirst())
        .or(() -> rare.stream().filter(Candidate::everywhere).findFirst())
        .map(Candidate::delimiter)
        .orElse(Dialect.NONE);
  }

  private static Candidate candidate(String sample, Dialect dialect, LayoutPlan plan) {
    List<GridRow> records = LooseRecords.of(sample, dialect, SAMPLED);
    int width = usualWidth(records);
    int headings = 0;
    if (plan.header() instanceof HeaderSpec.None none) {
      width = none.fields().size();
    } else {
      for (GridRow record : records) {
        int named = HeaderMatch.of(record, plan.wanted()).columns();
        if (named > headings) {
          headings = named;
          width = record.width();
        }
      }
    }
    int usual = usualWidth(records);
    boolean alike = records.stream().allMatch(one -> one.width() == usual || one.width() == 1);
    return new Candidate(
        dialect.delimiter(),
        headings,
        fit(records, width),
        width,
        divided(records),
        alike && usual > 2 && divided(records) * records.size() > 1.5);
  }

  private static int usualWidth(List<GridRow> records) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    records.stream()
        .filter(one -> one.width() > 1)
        .forEach(one -> counts.merge(one.width(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  /** Share of the records of that width, from the first one that has it: titles stand above. */
  private static double fit(List<GridRow> records, int width) {
    int first = 0;
    while (first < records.size() && records.get(first).width() != width) {
      first++;
    }
    long fitting = records.stream().filter(one -> one.width() == width).count();
    int counted = records.size() - Math.min(first, records.size() / 2);
    return counted == 0 ? 0 : (double) fitting / counted;
  }

  private static double divided(List<GridRow> records) {
    long divided = records.stream().filter(one -> one.width() > 1).count();
    return records.isEmpty() ? 0 : (double) divided / records.size();
  }

  /**
   * A delimiter on trial.
   *
   * @param headings how many columns of the mapping one record names
   * @param fit share of records as wide as the header, or as most
   * @param divided share of records that it divides
   * @param alike whether it divides several records, all into the same number of fields, three or
   *     more: remarks between the lines of a table do not look so
   */
  private record Candidate(
      char delimiter, int headings, double fit, int width, double divided, boolean alike) {

    /** Times have two colons in every record, so that one is not asked. */
    boolean everywhere() {
      return delimiter != ':' && width > 2 && fit == 1;
    }
  }
}
