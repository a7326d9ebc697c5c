package id.pde.faults;

import id.pde.app.CommandEngine;
import id.pde.app.Settings;
import id.pde.app.Wiring;
import id.pde.cli.CommandTree;
import id.pde.cli.Engine;
import id.pde.cli.Output;
import id.pde.model.Language;
import id.pde.run.RunListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A place to type commands of PDE in, each with a wiring of its own, as a process has it. */
final class Terminal {

  private final Path root;
  private final Map<String, String> environment;

  /**
   * @param root has {@code mappings/} and {@code routes/}; {@code home/} comes to be
   * @param database the variables that name the database
   */
  Terminal(Path root, Map<String, String> database) {
    this.root = root;
    this.environment = new HashMap<>(database);
    environment.put("PDE_HOME", root.resolve("home").toString());
  }

  /**
   * What a command left.
   *
   * @param failed what it kept as a failure of its own
   */
  record Ended(int code, String out, String err, List<Exception> failed) {

    Ended {
      failed = List.copyOf(failed);
    }

    String firstLine() {
      return (out.isEmpty() ? err : out).lines().findFirst().orElse("");
    }
  }

  Ended type(String... words) {
    return type(RunListener.SILENT, words);
  }

  /**
   * Types a command of which somebody hears every step.
   *
   * @param hearer hears the steps of loads
   */
  Ended type(RunListener hearer, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<Exception> failed = new ArrayList<>();
    Output output =
        new Output(
            new PrintWriter(out), new PrintWriter(err), Language.ID, /* interactive= */ false);
    int code;
    try (Wiring wiring = new Wiring(Settings.from(environment, root), output::say)) {
      code =
          new CommandTree(output, heard(new CommandEngine(wiring, output), hearer), failed::add)
              .run(words);
    }
    return new Ended(code, out.toString(), err.toString(), failed);
  }

  /** The same engine; only the listener of its loads is another. */
  private static Engine heard(Engine engine, RunListener hearer) {
    if (hearer == RunListener.SILENT) {
      return engine;
    }
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, given) -> {
              try {
                return method.getName().equals("load")
                    ? engine.load((Engine.Order) given[0], hearer)
                    : method.invoke(engine, given);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
