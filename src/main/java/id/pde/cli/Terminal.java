package id.pde.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** The terminal at which somebody sits, where both input and output are one. */
final class Terminal {

  private Terminal() {}

  /** Null: there is none. */
  @SuppressWarnings("SystemConsoleNull")
  static @Nullable Console get() {
    Console console = System.console();
    return console != null && isTerminal(console) ? console : null;
  }

  /** From Java 22 on there is always a console, and it says itself whether it is a terminal. */
  private static boolean isTerminal(Console console) {
    if (Runtime.version().feature() < 22) {
      return true;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }
}
