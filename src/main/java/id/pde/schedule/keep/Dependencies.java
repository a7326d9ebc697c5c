package id.pde.schedule.keep;

import id.pde.mapping.Described;
import id.pde.mapping.Expectation;
import id.pde.mapping.Mapping;
import id.pde.model.Period;
import id.pde.run.MappingFiles;
import id.pde.run.Submissions;
import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Why;
import id.pde.schedule.Schedule;
import id.pde.schedule.expect.WantedPeriods;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets a fire wait until other datasets have an accepted load of the same period. The period is
 * that of a catch-up, else the last one that was over on the planned day, by {@code expected} of
 * what the schedule loads (or, where that says nothing, of what it waits for).
 */
public final class Dependencies implements Gate {

  private final MappingFiles mappings;
  private final Supplier<Submissions> submissions;

  public Dependencies(MappingFiles mappings, Supplier<Submissions> submissions) {
    this.mappings = mappings;
    this.submissions = submissions;
  }

  @Override
  public Optional<String> missing(Schedule rule, List<String> datasets, Ask ask) {
    for (String wanted : rule.terms().after()) {
      Optional<Period> period = period(rule, datasets, wanted, ask);
      boolean accepted =
          period
              .map(known -> WantedPeriods.isAccepted(known, submissions.get().of(List.of(wanted))))
              .orElse(false);
      if (!accepted) {
        String text = period.map(Period::text).orElse("?");
        return Optional.of(Why.of(Why.DATASET, wanted + " " + text));
      }
    }
    return Optional.empty();
  }

  private Optional<Period> period(Schedule rule, List<String> datasets, String wanted, Ask ask) {
    if (ask.period() != null) {
      return Period.parse(ask.period());
    }
    var day = ask.planned().atZone(rule.zone()).toLocalDate();
    return Stream.concat(datasets.stream(), Stream.of(wanted))
        .flatMap(dataset -> expectation(dataset).stream())
        .findFirst()
        .map(expected -> WantedPeriods.before(day, expected.every()));
  }

  private Optional<Expectation> expectation(String dataset) {
    Mapping mapping = mappings.find(dataset).mapping();
    return mapping == null ? Optional.empty() : of(mapping);
  }

  /** What a mapping expects, where periods are made of it. */
  static Optional<Expectation> of(Mapping mapping) {
    return Expectation.of(Described.of(mapping).expected())
        .filter(expected -> WantedPeriods.arePeriods(expected.every()));
  }
}
