package id.pde.app;

import id.pde.cli.CommandTree;
import id.pde.cli.Output;
import id.pde.model.Language;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where every command of PDE begins. */
public final class Main {

  private static final int BUFFER = 1 << 16;

  private Main() {}

  public static void main(String[] words) {
    Settings settings = Settings.ofProcess(words);
    Language language = settings.languageOrDefault();
    Output output =
        new Output(
            writer(FileDescriptor.out), writer(FileDescriptor.err), language, terminal(settings));
    int code;
    try (Wiring wiring = new Wiring(settings, output::say)) {
      CommandEngine engine = new CommandEngine(wiring, output);
      code = new CommandTree(output, engine, new FailureFile(settings.home())).run(words);
    }
    System.exit(code);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new BufferedWriter(
            new OutputStreamWriter(
                new EndingOutput(new FileOutputStream(descriptor)), StandardCharsets.UTF_8),
            BUFFER));
  }

  /**
   * Progress and colour are for people who watch; the launcher knows whether stderr is a terminal.
   */
  private static boolean terminal(Settings settings) {
    return Boolean.getBoolean("pde.terminal")
        && !settings.environment().containsKey("NO_COLOR")
        && !"dumb".equals(settings.environment().get("TERM"));
  }
}
