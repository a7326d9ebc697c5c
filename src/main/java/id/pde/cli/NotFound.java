package id.pde.cli;

import id.pde.model.Text;

/** What the words name is not there: exit code 5. */
final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Text text;

  NotFound(Text text) {
    super(text.en());
    this.text = text;
  }

  Text text() {
    return text;
  }
}
