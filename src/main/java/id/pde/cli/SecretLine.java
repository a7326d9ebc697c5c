package id.pde.cli;

import id.pde.model.Text;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A value that must stand neither on the command line nor on the screen. */
final class SecretLine {

  private SecretLine() {}

  /** From the terminal, unseen; else the first line of standard input. */
  static String read(Output console) {
    Console terminal = console.interactive() ? Terminal.get() : null;
    if (terminal != null) {
      char[] typed =
          terminal.readPassword(
              "%s", console.in(new Text("Nilai (tidak terlihat): ", "Value (not shown): ")));
      return typed == null ? "" : new String(typed);
    }
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = in.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
