package id.pde.cli;

import id.pde.run.ApprovalRefused;
import id.pde.run.BackupRefused;
import id.pde.run.MappingInvalid;
import id.pde.run.ReplayRefused;
import id.pde.run.RunReport;
import id.pde.run.RunStopped;
import id.pde.run.TableBusy;
import id.pde.run.TargetRefused;
import id.pde.run.TargetUnavailable;
import java.util.Comparator;
import java.util.List;

/** What the shell gets back; scripts rely on the numbers. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int REJECTS = 3;
  static final int REFUSED = 4;
  static final int NOT_FOUND = 5;
  static final int UNREACHABLE = 6;
  static final int BUSY = 7;
  static final int WAITING = 8;

  private ExitCode() {}

  /** Of several runs of one delivery: that of the run that ended worst. */
  static int of(List<RunReport> reports) {
    return reports.stream()
        .max(Comparator.comparing(report -> report.outcome().weight()))
        .map(ExitCode::of)
        .orElse(DONE);
  }

  static int of(RunReport report) {
    return switch (report.outcome()) {
      case LOADED, DUPLICATE -> DONE;
      case LOADED_WITH_REJECTS -> REJECTS;
      case REFUSED -> REFUSED;
      case FAILED -> FAILED;
      case WAITING -> isBusy(report) ? BUSY : WAITING;
    };
  }

  static int of(RunStopped stopped) {
    // Java 17 has no pattern switch; the order does not matter, the classes are disjoint.
    if (stopped instanceof MappingInvalid) {
      return USAGE;
    }
    if (stopped instanceof TargetUnavailable) {
      return UNREACHABLE;
    }
    if (stopped instanceof TargetRefused) {
      return FAILED;
    }
    if (stopped instanceof BackupRefused refused) {
      return switch (refused.kind()) {
        case MISUSE -> USAGE;
        case MISSING -> NOT_FOUND;
        case BUSY -> BUSY;
        case REFUSED -> REFUSED;
      };
    }
    if (stopped instanceof ReplayRefused refused && refused.gone()) {
      return NOT_FOUND;
    }
    if (stopped instanceof ApprovalRefused refused && refused.gone()) {
      return NOT_FOUND;
    }
    return stopped instanceof TableBusy ? BUSY : REFUSED;
  }

  private static boolean isBusy(RunReport report) {
    return report.issues().stream().anyMatch(issue -> issue.code().equals(TableBusy.CODE));
  }
}
