package id.pde.app;

import id.pde.mapping.Secret;
import id.pde.run.Home;
import id.pde.run.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in the environment and in {@code PDE_HOME/secrets/}, read anew each time: a changed
 * password needs no restart.
 */
final class HomeSecrets implements Secrets {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path folder;
  private final Map<String, String> environment;

  HomeSecrets(Home home, Map<String, String> environment) {
    this(home.secrets(), environment);
  }

  /** The same for files of another folder. */
  HomeSecrets(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  @Override
  public Found find(Secret reference) {
    if (reference instanceof Secret.InFile file) {
      return inFile(file.name(), HomeSecrets::firstLine);
    }
    return found(environment.get(((Secret.InEnvironment) reference).name()));
  }

  @Override
  public Found content(Secret reference) {
    return reference instanceof Secret.InFile file
        ? inFile(file.name(), text -> text)
        : find(reference);
  }

  /** Editors put a break behind it. */
  private static @Nullable String firstLine(String text) {
    return text.lines().findFirst().orElse(null);
  }

  private interface Part {
    @Nullable String of(String text);
  }

  private Found inFile(String name, Part part) {
    Path file = folder.resolve(name).normalize();
    try {
      if (!file.startsWith(folder)
          || Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        return new Found.Exposed();
      }
      return found(part.of(Files.readString(file)));
    } catch (IOException missing) {
      return new Found.Absent();
    }
  }

  private static Found found(@Nullable String word) {
    return word == null || word.isEmpty() ? new Found.Absent() : new Found.Word(word);
  }
}
