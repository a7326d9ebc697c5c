package id.pde.route;

import id.pde.model.Issue;
import id.pde.run.FileFaults;
import id.pde.run.RunStopped;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;

/** Sends a message down its route and says what went wrong, without values of the data. */
final class Failures {

  private Failures() {}

  /** Empty: the message came through. */
  static Optional<String> of(DefaultConsumer consumer, Exchange exchange) {
    try {
      consumer.getProcessor().process(exchange);
    } catch (Exception failed) {
      exchange.setException(failed);
    }
    Optional<String> failure = Optional.ofNullable(exchange.getException()).map(Failures::words);
    consumer.releaseExchange(exchange, false);
    return failure;
  }

  /** The message of a foreign exception may hold values: only its kind is told. */
  private static String words(Throwable failed) {
    if (failed instanceof RunStopped stopped) {
      return words(stopped.issue());
    }
    Issue ofFile = FileFaults.of(failed);
    if (ofFile != null && ofFile.code().equals(FileFaults.NO_SPACE)) {
      return words(ofFile);
    }
    StringBuilder kinds = new StringBuilder(failed.getClass().getSimpleName());
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      kinds.append(" <- ").append(cause.getClass().getSimpleName());
    }
    return kinds.toString();
  }

  private static String words(Issue issue) {
    return issue.code() + ": " + issue.message().en();
  }
}
