package id.pde.run;

import org.jspecify.annotations.Nullable;

/** Passes every step on once and in order, whoever of the rooms names it again. */
final class OrderedSteps implements RunListener {

  private final RunListener listener;
  private @Nullable RunStep last;

  OrderedSteps(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public void reached(RunStep step) {
    if (last != null && step.compareTo(last) <= 0) {
      return;
    }
    last = step;
    listener.reached(step);
  }

  @Override
  public void rows(long read) {
    listener.rows(read);
  }
}
