package id.pde.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Lines that stand two blanks in. */
final class Indented {

  private final PrintWriter out;
  private final StringWriter lines = new StringWriter();
  private final PrintWriter writer = new PrintWriter(lines);

  Indented(PrintWriter out) {
    this.out = out;
  }

  /** Takes the lines. */
  PrintWriter writer() {
    return writer;
  }

  void print() {
    writer.flush();
    lines.toString().lines().forEach(line -> out.println("  " + line));
  }
}
