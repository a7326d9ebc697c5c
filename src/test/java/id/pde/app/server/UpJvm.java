package id.pde.app.server;

import id.pde.app.Settings;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The server as a process of its own, without the command line around it. */
public final class UpJvm {

  private UpJvm() {}

  /** {@code up PORT} or {@code down}. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
    Up up = new Up(Settings.ofProcess(), out);
    int code =
        arguments[0].equals("up") ? up.up(Optional.of(Integer.parseInt(arguments[1]))) : up.down();
    System.exit(code);
  }
}
