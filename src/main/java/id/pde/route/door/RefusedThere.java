package id.pde.route.door;

import java.io.IOException;

/** The other side answers, and does not let PDE see what it asks for. */
final class RefusedThere extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedThere(Throwable cause) {
    super("not there, or not allowed", cause);
  }

  RefusedThere(String answer) {
    super(answer);
  }
}
