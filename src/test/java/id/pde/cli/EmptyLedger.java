package id.pde.cli;

import id.pde.run.Ledger;
import id.pde.run.RunReport;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A ledger without runs. */
final class EmptyLedger implements Ledger {
  @Override
  public List<RunReport> runs(Filter filter) {
    return List.of();
  }

  @Override
  public @Nullable RunReport run(long run) {
    return null;
  }

  @Override
  public List<RunReport> runsOfClaim(UUID claim) {
    return List.of();
  }

  @Override
  public List<RunReport> unanswered() {
    return List.of();
  }

  @Override
  public void answered(long run) {}

  @Override
  public void rejects(long run, Consumer<RejectedRow> taker) {}
}
