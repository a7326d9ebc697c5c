package id.pde.cli;

import id.pde.model.Language;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Keeps what a command prints. */
final class Captured {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  Output output(Language language) {
    return new Output(new PrintWriter(out), new PrintWriter(err), language, false);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
