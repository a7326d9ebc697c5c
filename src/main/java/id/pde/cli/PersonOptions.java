package id.pde.cli;

import id.pde.run.Approving.Person;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who decides, and why. */
final class PersonOptions {

  @Option(names = "--who", paramLabel = "NAME", descriptionKey = "person-who")
  private @Nullable String who;

  @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "person-why")
  private @Nullable String why;

  /** A name that is given stands beside the account, for nobody has checked it. */
  Person named(String account) {
    String name = who == null || who.isBlank() ? account : who.strip() + " (" + account + ")";
    return new Person(name, why == null ? "" : why.strip());
  }
}
