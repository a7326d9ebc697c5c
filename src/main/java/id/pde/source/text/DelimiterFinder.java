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

  /** Stand in times, names and remarks as well: only headings speak for them, or every record. */
  private static final List<Character> RARE = List.of('^', '~', ':', ' ');

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
  static Dialect find(String sample, Dialect form, LayoutPlan plan) {
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
      return named.dialect();
    }
    List<Candidate> even =
        Stream.concat(
                candidates.stream().filter(one -> one.width() > 1 && one.fit() >= STEADY),
                rare.stream().filter(Candidate::throughout))
            .toList();
    return even.stream()
        .filter(one -> even.stream().noneMatch(other -> other.dividesBefore(one)))
        .max(Comparator.comparingDouble(Candidate::score))
        .map(Candidate::dialect)
        .orElseGet(() -> mostDividing(candidates, rare).orElseGet(() -> form.with(Dialect.NONE)));
  }

  /** No even division: still a table if most records are divided, with rows that are at fault. */
  private static Optional<Dialect> mostDividing(List<Candidate> candidates, List<Candidate> rare) {
    return candidates.stream()
        .filter(one -> one.divided() >= STEADY)
        .max(Comparator.comparingDouble(Candidate::divided))
        .or(() -> candidates.stream().filter(Candidate::alike).findFirst())
        .or(() -> rare.stream().filter(Candidate::everywhere).findFirst())
        .map(Candidate::dialect);
  }

  private static Candidate candidate(String sample, Dialect plain, LayoutPlan plan) {
    Dialect dialect = Padding.isEverywhere(sample, plain) ? plain.padded() : plain;
    List<GridRow> records = withoutComments(LooseRecords.of(sample, dialect, SAMPLED));
    if (DecimalColumn.is(records)) {
      dialect = plain.with(Dialect.NONE);
      records = LooseRecords.of(sample, dialect, SAMPLED);
    }
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
        dialect,
        headings,
        fit(records, width),
        width,
        first(records, width),
        divided(records),
        alike && usual > 2 && divided(records) * records.size() > 1.5,
        QuoteCount.of(sample, dialect),
        RareDelimiter.speaksForItself(records, dialect));
  }

  /** Remarks of programs between the records say nothing about what divides those. */
  private static List<GridRow> withoutComments(List<GridRow> records) {
    List<GridRow> others = records.stream().filter(one -> !one.text(0).startsWith("#")).toList();
    return others.isEmpty() ? records : others;
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

  /** The first record of that width. */
  private static int first(List<GridRow> records, int width) {
    int first = 0;
    while (first < records.size() && records.get(first).width() != width) {
      first++;
    }
    return first;
  }

  /** Share of the records of that width, from the first one that has it: titles stand above. */
  private static double fit(List<GridRow> records, int width) {
    int first = first(records, width);
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
   * @param first record of that width
   * @param divided share of records that it divides
   * @param alike whether it divides several records, all into the same number of fields, three or
   *     more: remarks between the lines of a table do not look so
   * @param quotes what they do under that delimiter
   * @param convincing whether the fields look as if they were divided on purpose
   */
  private record Candidate(
      Dialect dialect,
      int headings,
      double fit,
      int width,
      int first,
      double divided,
      boolean alike,
      QuoteCount quotes,
      boolean convincing) {

    /** Even records, more of them divided, and quotes that end where fields do. */
    double score() {
      return fit * Math.log(width + 1.0) * quotes.share();
    }

    /** It divides the headings as well as the rows, the other one only the decimals below. */
    boolean dividesBefore(Candidate other) {
      return fit == 1 && quotes.stray() == 0 && first < other.first;
    }

    boolean everywhere() {
      return convincing && width > 1 && fit == 1 && quotes.stray() == 0;
    }

    /** A sign that hardly stands in texts, or at which quotes end, may outweigh a usual one. */
    boolean throughout() {
      boolean common = dialect.delimiter() == ':' || dialect.delimiter() == ' ';
      return everywhere() && (!common || quotes.closed() > 1);
    }
  }
}
