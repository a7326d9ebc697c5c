package id.pde.cli;

import id.pde.run.timetable.Change.By;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who changes a schedule, and why. */
final class ScheduleOptions {

  @Option(names = "--who", paramLabel = "NAME", descriptionKey = "schedule-who")
  private @Nullable String who;

  @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "schedule-why")
  private @Nullable String why;

  /** A name that is given stands beside the account, for nobody has checked it. */
  By by(String account) {
    String name = who == null || who.isBlank() ? account : who.strip() + " (" + account + ")";
    return new By(name, why == null ? "" : why.strip());
  }
}
