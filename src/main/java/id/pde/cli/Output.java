package id.pde.cli;

import id.pde.model.Language;
import id.pde.model.Text;
import java.io.PrintWriter;

/**
 * Where the command line writes, and in which language.
 *
 * @param interactive whether {@code err} is a terminal that takes progress and colour
 */
public record Output(PrintWriter out, PrintWriter err, Language language, boolean interactive) {

  /** Says something that is not data. */
  public void say(Text text) {
    err.println(text.in(language));
    err.flush();
  }

  public String in(Text text) {
    return text.in(language);
  }
}
