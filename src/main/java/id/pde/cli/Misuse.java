package id.pde.cli;

import id.pde.model.Text;

/** The words do not fit together: exit code 2. */
final class Misuse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Text text;

  Misuse(Text text) {
    super(text.en());
    this.text = text;
  }

  Text text() {
    return text;
  }
}
