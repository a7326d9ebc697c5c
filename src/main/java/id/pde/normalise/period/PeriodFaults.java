package id.pde.normalise.period;

import id.pde.mapping.Mapping;
import id.pde.mapping.PeriodSpec;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Period;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.normalise.period.PeriodSearch.Found;
import java.util.List;
import java.util.stream.Collectors;

/** The words about periods. */
final class PeriodFaults {

  private final String rule;

  PeriodFaults(Mapping mapping) {
    PeriodSpec spec = mapping.period();
    this.rule = spec == null ? "period" : "period at " + spec.place().shown();
  }

  /** A source says nothing, or too much. */
  Issue unknown(SpokenPeriod one, Severity severity) {
    if (one.found() instanceof Found.Several several) {
      String readings = shown(several.readings());
      return Issue.of(
          "period.ambiguous",
          severity,
          one.place(),
          advice(
              new Text(
                  "Ada beberapa periode di " + one.name().id() + ": " + readings + ".",
                  "There are several periods in " + one.name().en() + ": " + readings + "."),
              new Text(
                  "Tulis satu periode saja di sana, beri --period, atau tentukan bagiannya dengan"
                      + " pattern di pemetaan.",
                  "Write only one period there, give --period, or say which part is meant with pattern"
                      + " in the mapping.")));
    }
    return Issue.of(
        "period.missing",
        severity,
        one.place(),
        advice(
            new Text(
                "Periode tidak ditemukan di " + one.name().id() + ".",
                "No period was found in " + one.name().en() + "."),
            new Text(
                "Tulis periodenya di sana, misalnya MARET 2025, TW I 2025, SEM II 2024 atau 2025-03;"
                    + " atau beri --period.",
                "Write the period there, such as MARET 2025, TW I 2025, SEM II 2024 or 2025-03; or give"
                    + " --period.")));
  }

  /** All sources together are no period yet: a month without a year. */
  Issue incomplete(SpokenPeriod first, PeriodParts parts, Severity severity) {
    return Issue.of(
        "period.incomplete",
        severity,
        first.place(),
        advice(
            new Text(
                "Periode di " + first.name().id() + " belum lengkap: " + parts.shown() + ".",
                "The period in " + first.name().en() + " is not whole: " + parts.shown() + "."),
            new Text(
                "Lengkapi dengan tahunnya, beri --period, atau tambahkan sumber lain pada period di"
                    + " pemetaan.",
                "Complete it with its year, give --period, or add another source to period in the"
                    + " mapping.")));
  }

  /** The file says otherwise than its sender. */
  Issue differs(SpokenPeriod first, List<PeriodParts> readings, Period given) {
    String said = shown(readings);
    return Issue.of(
        "period.differs",
        Severity.REFUSE,
        first.place(),
        advice(
            new Text(
                "Periode yang diberikan "
                    + given.text()
                    + ", tetapi kiriman ini menyebut "
                    + said
                    + ".",
                "The period given is " + given.text() + ", but this delivery says " + said + "."),
            new Text(
                "Kirim berkas yang benar, atau jalankan tanpa --period bila kiriman ini yang benar.",
                "Send the right file, or run without --period if this delivery is right.")));
  }

  /** Two sources contradict each other; the earlier one counts. */
  Issue disagrees(SpokenPeriod later, PeriodParts said, PeriodParts kept) {
    return Issue.of(
        "period.disagrees",
        Severity.WARN,
        later.place(),
        new Advice(
            rule,
            new Text(
                "Periode tidak sama: "
                    + later.name().id()
                    + " menyebut "
                    + said.shown()
                    + ", yang dipakai "
                    + kept.shown()
                    + ".",
                "The periods differ: "
                    + later.name().en()
                    + " says "
                    + said.shown()
                    + "; used is "
                    + kept.shown()
                    + "."),
            new Text(
                "Periksa mana yang benar; urutan from di pemetaan menentukan yang dipakai.",
                "See which one is right; the order of from in the mapping decides which is"
                    + " used.")));
  }

  /** A table after several of other periods has the period of one of them. */
  Issue repeated(Location sheet, Period period) {
    return Issue.of(
        "period.repeated",
        Severity.WARN,
        sheet,
        new Advice(
            rule,
            new Text(
                "Periode " + period.text() + " sudah ada di lembar lain kiriman ini.",
                "The period " + period.text() + " is that of another sheet of this delivery."),
            new Text(
                "Periksa judul dan nama lembar ini; mungkin disalin dari lembar lain.",
                "See to the titles and the name of this sheet; they may be copied from the"
                    + " other.")));
  }

  private Advice advice(Text message, Text fix) {
    return new Advice(rule, message, fix);
  }

  private static String shown(List<PeriodParts> readings) {
    return readings.stream().map(PeriodParts::shown).distinct().collect(Collectors.joining(", "));
  }
}
