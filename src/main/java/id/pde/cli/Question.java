package id.pde.cli;

import id.pde.model.Text;
import java.io.Console;
import java.util.Locale;
import java.util.Set;

/** Asks whoever sits at the terminal; nobody there means no. */
final class Question {

  private static final Set<String> YES = Set.of("y", "ya", "yes");

  private Question() {}

  static boolean confirmed(Output console, Text question) {
    Console terminal = console.interactive() ? Terminal.get() : null;
    if (terminal == null) {
      return false;
    }
    String answer = terminal.readLine("%s", console.in(question));
    return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
