package id.pde.schedule.keep;

import id.pde.run.timetable.Ask;
import id.pde.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/** Says what a fire waits for besides other fires. */
public interface Gate {

  /** Nothing is waited for. */
  Gate OPEN = (rule, datasets, ask) -> Optional.empty();

  /**
   * The dataset and period that are missing, or empty.
   *
   * @param datasets what the schedule loads
   */
  Optional<String> missing(Schedule rule, List<String> datasets, Ask ask);
}
