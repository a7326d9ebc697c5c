package id.pde.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which PDE this is. */
@Command(name = "version")
final class VersionCommand implements Callable<Integer> {

  private final Output console;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  VersionCommand(Output console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String java = Runtime.version().toString();
    String version = version();
    if (!json) {
      console.out().println("pde " + version + " (Java " + java + ")");
      return ExitCode.DONE;
    }
    Json.print(
        console.out(),
        out -> {
          out.writeStartObject();
          out.writeStringField("version", version);
          out.writeStringField("java", java);
          out.writeEndObject();
        });
    return ExitCode.DONE;
  }

  /** The jar knows it; classes that were not packed have none. */
  static String version() {
    @Nullable String packed = VersionCommand.class.getPackage().getImplementationVersion();
    return packed == null ? "development" : packed;
  }
}
