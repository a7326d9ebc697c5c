package id.pde.run.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often data come, by the word that {@code expected.every} has for it. */
enum Frequency {
  HOUR("HOURLY", "Setiap jam"),
  DAY("DAILY", "Harian"),
  WEEK("WEEKLY", "Mingguan"),
  MONTH("MONTHLY", "Bulanan"),
  QUARTER("QUARTERLY", "Triwulanan"),
  SEMESTER("ANNUAL_2", "Semesteran"),
  YEAR("ANNUAL", "Tahunan"),
  SCHOOL_YEAR("ANNUAL", "Tahunan");

  private final String authority;
  private final String periodUpdate;

  Frequency(String authority, String periodUpdate) {
    this.authority = authority;
    this.periodUpdate = periodUpdate;
  }

  /** The frequency of a word; none: there is no word, or another one. */
  static Optional<Frequency> of(@Nullable String every) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(every))
        .findFirst();
  }

  /** In the EU authority list of frequencies, which DCAT-AP 3 prescribes. */
  String uri() {
    return "http://publications.europa.eu/resource/authority/frequency/" + authority;
  }

  /** As portals of Satu Data Indonesia write "Periode Update". */
  String periodUpdate() {
    return periodUpdate;
  }
}
