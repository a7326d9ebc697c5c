package id.pde.normalise.period;

import id.pde.mapping.PeriodSpec.Part;
import id.pde.mapping.PeriodSpec.Wanted;
import id.pde.model.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Looks for one period in texts. */
final class PeriodSearch {

  private PeriodSearch() {}

  /** What came of it. */
  sealed interface Found {
    /** One period, or a part of one. */
    record One(PeriodParts parts) implements Found {}

    /** Nothing that can be read as one. */
    record None() implements Found {}

    /** Several that contradict each other. */
    record Several(List<PeriodParts> readings) implements Found {
      public Several {
        readings = List.copyOf(readings);
      }

      /** Whether one of the readings can be that period. */
      boolean allows(Period given) {
        PeriodParts whole = PeriodParts.of(given);
        return readings.stream().anyMatch(reading -> reading.and(whole).isPresent());
      }
    }
  }

  /** What the texts say together. */
  static Found in(List<String> texts, @Nullable Wanted wanted) {
    Set<PeriodParts> readings = new LinkedHashSet<>();
    for (String text : texts) {
      readings.addAll(wanted == null ? PeriodWords.read(text) : by(wanted, text));
    }
    return together(readings);
  }

  /** What the readings of one text say together. */
  static Found together(Set<PeriodParts> readings) {
    PeriodParts all = PeriodParts.NONE;
    for (PeriodParts reading : readings) {
      var both = all.and(reading);
      if (both.isEmpty()) {
        return new Found.Several(List.copyOf(readings));
      }
      all = both.get();
    }
    if (all.isNone()) {
      return new Found.None();
    }
    // "SEMESTER II 2024 (keadaan 31 Desember 2024)": which of them is meant?
    boolean mixed = all.day() > 0 && all.semester() + all.quarter() > 0;
    return mixed ? new Found.Several(List.copyOf(readings)) : new Found.One(all);
  }

  private static List<PeriodParts> by(Wanted wanted, String text) {
    List<PeriodParts> found = new ArrayList<>();
    Matcher matcher = wanted.pattern().matcher(text);
    while (matcher.find()) {
      if (wanted.groups().isEmpty()) {
        String words = matcher.group(matcher.groupCount());
        found.addAll(words == null ? List.of() : PeriodWords.read(words));
        continue;
      }
      PeriodParts parts = named(wanted, matcher);
      if (!parts.isNone()) {
        found.add(parts);
      }
    }
    return found;
  }

  /** None where a group holds what cannot be read: the pattern met something else. */
  private static PeriodParts named(Wanted wanted, Matcher matcher) {
    PeriodParts all = PeriodParts.NONE;
    for (Part part : wanted.groups()) {
      String text = matcher.group(part.name().toLowerCase(Locale.ROOT));
      if (text == null) {
        continue;
      }
      PeriodParts read = part(part, text);
      var both = read.isNone() ? Optional.<PeriodParts>empty() : all.and(read);
      if (both.isEmpty()) {
        return PeriodParts.NONE;
      }
      all = both.get();
    }
    return all;
  }

  private static PeriodParts part(Part part, String text) {
    return switch (part) {
      case TAHUN -> PeriodNumbers.year(text);
      case SEMESTER -> PeriodParts.ofSemester(PeriodNumbers.ordinal(text, 2));
      case TRIWULAN -> PeriodParts.ofQuarter(PeriodNumbers.ordinal(text, 4));
      case BULAN -> PeriodParts.ofMonth(0, PeriodNumbers.month(text));
      case TANGGAL -> date(text);
    };
  }

  /** The day of a month, or a whole date. */
  private static PeriodParts date(String text) {
    int day = text.strip().matches("\\d{1,2}") ? Integer.parseInt(text.strip()) : 0;
    if (day > 0) {
      return day > 31 ? PeriodParts.NONE : PeriodParts.ofDay(0, 0, day);
    }
    List<PeriodParts> read = PeriodWords.read(text);
    return read.size() == 1 ? read.get(0) : PeriodParts.NONE;
  }
}
