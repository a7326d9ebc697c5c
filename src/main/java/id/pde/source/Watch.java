package id.pde.source;

import org.jspecify.annotations.Nullable;

/** Remembers what the taker of rows threw, so that it is not taken for a fault of the file. */
final class Watch {

  private @Nullable RuntimeException exception;
  private @Nullable Error error;

  /** Calls into the taker. */
  void run(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException thrown) {
      exception = thrown;
      throw thrown;
    } catch (Error thrown) {
      error = thrown;
      throw thrown;
    }
  }

  void rethrowOwn() {
    if (error != null) {
      throw error;
    }
    if (exception != null) {
      throw exception;
    }
  }
}
