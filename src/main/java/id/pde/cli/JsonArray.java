package id.pde.cli;

import java.io.PrintWriter;

/** One JSON array on stdout, an element a line: whole for a parser, readable for people. */
final class JsonArray {

  private final PrintWriter out;
  private boolean begun;
  private boolean filled;

  JsonArray(PrintWriter out) {
    this.out = out;
  }

  /** Opens the array; a result without rows is an empty array, not nothing. */
  void begin() {
    if (!begun) {
      begun = true;
      out.print('[');
    }
  }

  void add(Json.Body element) {
    begin();
    out.print(filled ? ",\n" : "\n");
    filled = true;
    Json.write(out, element);
  }

  /** Closes what was opened. */
  void end() {
    if (begun) {
      out.println(filled ? "\n]" : "]");
    }
  }
}
