package id.pde.web.door;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The first way in: open as long as there is no account, to who has the setup code. */
@Component
public final class Entry {

  private final SetupCode code;
  private final LoginEnds ends;

  Entry(SetupCode code, LoginEnds ends) {
    this.code = code;
    this.ends = ends;
  }

  /** Whether the code is the right one; a wrong one counts as a guess. */
  public boolean opens(String given, HttpServletRequest request) {
    boolean right = code.is(given);
    if (!right) {
      ends.wrong(request);
    }
    return right;
  }

  /** Nobody comes in this way any more. */
  public void close() {
    code.remove();
  }
}
