package id.pde.schedule.keep;

import id.pde.mapping.Expectation;
import id.pde.mapping.Mapping;
import id.pde.model.Period;
import id.pde.run.MappingFiles;
import id.pde.run.Submissions;
import id.pde.schedule.expect.Board;
import id.pde.schedule.expect.WantedPeriods;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the periods that a schedule should have loaded and has not. */
public final class CatchUp {

  private final MappingFiles mappings;
  private final Submissions submissions;

  public CatchUp(MappingFiles mappings, Submissions submissions) {
    this.mappings = mappings;
    this.submissions = submissions;
  }

  /**
   * The periods without an accepted load, the oldest first; empty where nothing that the schedule
   * loads says what it expects.
   *
   * @param periods so many are looked back
   */
  public Optional<List<Period>> missing(List<String> datasets, Board board, int periods) {
    Set<Period> missing = new LinkedHashSet<>();
    boolean known = false;
    for (String dataset : datasets) {
      Mapping mapping = mappings.find(dataset).mapping();
      Optional<Expectation> expected =
          mapping == null ? Optional.empty() : Dependencies.of(mapping);
      if (expected.isPresent()) {
        known = true;
        missing.addAll(
            WantedPeriods.missing(
                board, expected.get(), submissions.of(List.of(dataset)), periods));
      }
    }
    return known ? Optional.of(new ArrayList<>(missing)) : Optional.empty();
  }
}
