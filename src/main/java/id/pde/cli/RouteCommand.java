package id.pde.cli;

import id.pde.model.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What routes can be begun with. */
@Command(name = "route")
final class RouteCommand implements Callable<Integer> {

  private final Output console;

  RouteCommand(Output console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RouteKind.names().forEach(console.out()::println);
    console.say(
        new Text(
            "Contoh: pde route new sftp --agency dinkes --out routes/dinkes-sftp.yaml",
            "Example: pde route new sftp --agency dinkes --out routes/dinkes-sftp.yaml"));
    return ExitCode.DONE;
  }
}
