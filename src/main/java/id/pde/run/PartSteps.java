package id.pde.run;

/** Passes on the steps of several runs of one delivery; rows are counted over all of them. */
final class PartSteps implements RunListener {

  private final RunListener listener;
  private long before;
  private long here;

  PartSteps(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public void reached(RunStep step) {
    if (step == RunStep.LOCKED) {
      before += here;
      here = 0;
    }
    listener.reached(step);
  }

  @Override
  public void rows(long read) {
    here = read;
    listener.rows(before + read);
  }
}
