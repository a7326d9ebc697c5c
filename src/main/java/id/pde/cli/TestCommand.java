package id.pde.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Every test; the launcher takes this word before Java starts, so arriving here means that there
 * was no launcher.
 */
@Command(name = "test")
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--release", descriptionKey = "release")
  @SuppressWarnings("unused") // picocli fills it; only its presence counts
  private boolean release;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("pde.test.needs-launcher"));
  }
}
