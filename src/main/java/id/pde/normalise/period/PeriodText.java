package id.pde.normalise.period;

import id.pde.model.Period;
import id.pde.normalise.period.PeriodSearch.Found;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text that is a period and nothing else: {@code TA 2019}, {@code 2018-Q4}, {@code Keadaan 31
 * Desember 2019}, {@code s.d. Juni 2024}, {@code Januari - Juni 2024}, {@code 2023*}.
 */
public final class PeriodText {

  /** What a mark behind a period says of its figures (BPS). */
  public enum Mark {
    /** Final, as far as the text says. */
    NONE,
    /** {@code 2023*}. */
    PROVISIONAL,
    /** {@code 2023**}. */
    VERY_PROVISIONAL,
    /** {@code 2023r}. */
    REVISED
  }

  /** What a text means. */
  public sealed interface Meaning {

    /** One period. */
    record One(Period period, Mark mark) implements Meaning {}

    /** A part of a period, and nothing that completes it: a month without a year. */
    record Incomplete(String shown) implements Meaning {}

    /** More than one. */
    record Several(String shown) implements Meaning {}

    /** No period. */
    record None() implements Meaning {}
  }

  private static final Pattern MARKED =
      Pattern.compile(
          "(.*?)\\s*(?:\\(?(\\*{1,2})\\)?|(?<=\\d)\\s*\\(?(R)\\)?|\\((?:ANGKA )?(SANGAT )?(SEMENTARA)\\))");

  private static final Pattern UNTIL =
      Pattern.compile(
          "(.*?)\\s*(?<![A-Z])(?:S[./ ]{0,2}D\\.?|SAMPAI(?: DENGAN)?|HINGGA)(?![A-Z])\\s*(.+)");

  private static final Pattern FROM_TO =
      Pattern.compile("(.+?)(?:\\s+[-\\u2013]\\s+|(?<=[A-Z]{3})[-\\u2013](?=[A-Z]{3}))(.+)");

  /** One year of school and no span of years. */
  private static final Pattern SCHOOL_YEAR =
      Pattern.compile(
          "(?:TAHUN (?:PELAJARAN|AJARAN|AKADEMIK)|TAPEL|T[. ]?P)[. ]*\\d{4} ?- ?\\d{4}");

  private static final Pattern NOP = Pattern.compile("(?<![A-Z])NOP(?![A-Z])");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** What may stand beside a period without changing it. */
  private static final Set<String> BESIDE =
      Set.of(
          "TAHUN",
          "THN",
          "TH",
          "TA",
          "T",
          "A",
          "P",
          "TP",
          "ANGGARAN",
          "FISKAL",
          "PELAJARAN",
          "AJARAN",
          "AKADEMIK",
          "BULAN",
          "BLN",
          "PERIODE",
          "KEADAAN",
          "KONDISI",
          "POSISI",
          "PER",
          "PADA",
          "TANGGAL",
          "TGL");

  private PeriodText() {}

  /**
   * Reads a text.
   *
   * @param within the period of the row, which may give the year; null: none is known
   */
  public static Meaning of(String tidy, @Nullable Period within) {
    Optional<Period> stored = stored(tidy);
    if (stored.isPresent()) {
      return new Meaning.One(stored.get(), Mark.NONE);
    }
    // Nothing else is meant here; in names and titles NOP is the number of a tax object.
    String text = NOP.matcher(tidy.toUpperCase(Locale.ROOT)).replaceAll("NOVEMBER");
    Matcher marked = MARKED.matcher(text);
    if (!marked.matches()) {
      return span(text, within, Mark.NONE);
    }
    boolean star = marked.group(2) != null;
    boolean very = star ? marked.group(2).length() > 1 : marked.group(4) != null;
    Mark mark = very ? Mark.VERY_PROVISIONAL : Mark.PROVISIONAL;
    return span(marked.group(1), within, marked.group(3) == null ? mark : Mark.REVISED);
  }

  /** A span as the warehouse holds it: 2024-01..2024-06. */
  private static Optional<Period> stored(String tidy) {
    int to = tidy.indexOf("..");
    if (to < 0) {
      return Optional.empty();
    }
    Optional<Period> last = Period.parse(tidy.substring(to + 2));
    return Period.parse(tidy.substring(0, to))
        .filter(first -> last.isPresent() && !first.start().isAfter(last.get().start()))
        .map(first -> Period.span(first, last.orElseThrow()));
  }

  private static Meaning span(String text, @Nullable Period within, Mark mark) {
    Matcher until = UNTIL.matcher(text);
    if (until.matches()) {
      return span(until.group(1), until.group(2), new Setting(within, mark));
    }
    if (SCHOOL_YEAR.matcher(text).matches()) {
      return meaning(parts(text), new Setting(within, mark));
    }
    Matcher fromTo = FROM_TO.matcher(text);
    if (fromTo.matches() && !(parts(fromTo.group(1)) instanceof Found.None)) {
      return span(fromTo.group(1), fromTo.group(2), new Setting(within, mark));
    }
    return meaning(parts(text), new Setting(within, mark));
  }

  private record Setting(@Nullable Period within, Mark mark) {}

  private static Meaning span(String from, String to, Setting setting) {
    Meaning last = meaning(parts(to), setting);
    if (!(last instanceof Meaning.One end)) {
      return last;
    }
    PeriodParts whole = PeriodParts.of(end.period());
    if (from.isBlank()) {
      Period start = whole.firstOfItsYear().period().orElse(null);
      return start == null ? new Meaning.None() : spanned(start, end);
    }
    if (!(parts(from) instanceof Found.One first)) {
      return meaning(parts(from), setting);
    }
    PeriodParts begun = first.parts().withYearOf(whole);
    Period start = begun.period().orElse(null);
    return start == null || !begun.isLike(whole) || start.start().isAfter(end.period().start())
        ? new Meaning.None()
        : spanned(start, end);
  }

  private static Meaning spanned(Period start, Meaning.One end) {
    return new Meaning.One(Period.span(start, end.period()), end.mark());
  }

  /** What the text holds, if there is nothing in it but periods. */
  private static Found parts(String text) {
    PeriodWords.Reading reading = PeriodWords.reading(text);
    List<String> beside =
        NO_WORD.splitAsStream(reading.rest()).filter(word -> !word.isEmpty()).toList();
    return BESIDE.containsAll(beside)
        ? PeriodSearch.together(new LinkedHashSet<>(reading.found()))
        : new Found.None();
  }

  private static Meaning meaning(Found found, Setting setting) {
    if (found instanceof Found.Several several) {
      return new Meaning.Several(
          several.readings().stream()
              .map(PeriodParts::shown)
              .distinct()
              .collect(Collectors.joining(", ")));
    }
    if (!(found instanceof Found.One one)) {
      return new Meaning.None();
    }
    Period period = one.parts().completed(setting.within()).orElse(null);
    return period == null
        ? new Meaning.Incomplete(one.parts().shown())
        : new Meaning.One(period, setting.mark());
  }
}
