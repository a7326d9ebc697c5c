package id.pde.app;

import id.pde.model.Language;
import id.pde.run.Home;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where PDE works, resolved once from the environment and the launcher.
 *
 * @param mappings the folder {@code mappings/}
 * @param routes the folder {@code routes/}
 * @param widened endpoint schemes that this deployment adds to the allow-list of routes
 * @param environment all variables; the database is named there
 */
public record Settings(
    Home home,
    Path mappings,
    Path routes,
    Optional<Language> language,
    Set<String> widened,
    Map<String, String> environment) {

  private static final String LAUNCHER = "pde.launcher.dir";

  public Settings {
    widened = Set.copyOf(widened);
    environment = Map.copyOf(environment);
  }

  /**
   * The settings of this process.
   *
   * @param words of the command line; {@code --lang} among them wins over the environment
   */
  public static Settings ofProcess(String... words) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    for (int i = 0; i < words.length; i++) {
      if (words[i].startsWith("--lang=")) {
        environment.put("PDE_LANG", words[i].substring("--lang=".length()));
      } else if (words[i].equals("--lang") && i + 1 < words.length) {
        environment.put("PDE_LANG", words[i + 1]);
      }
    }
    return from(environment, launcher());
  }

  /** The folder of the launcher, or where the process was started without one. */
  public static Path launcher() {
    String here = Path.of("").toAbsolutePath().toString();
    return Path.of(System.getProperty(LAUNCHER, here));
  }

  /**
   * The settings that an environment gives.
   *
   * @param launcher the folder of the launcher; what no variable names stands beside it
   */
  public static Settings from(Map<String, String> environment, Path launcher) {
    return new Settings(
        home(environment, path(environment, "PDE_HOME").orElse(launcher.resolve("var"))),
        path(environment, "PDE_MAPPINGS").orElse(launcher.resolve("mappings")),
        path(environment, "PDE_ROUTES").orElse(launcher.resolve("routes")),
        set(environment, "PDE_LANG").flatMap(Settings::language),
        words(set(environment, "PDE_ROUTES_ALLOW").orElse("")),
        environment);
  }

  private static Home home(Map<String, String> environment, Path root) {
    Home own = new Home(root);
    return new Home(
        root,
        path(environment, "PDE_EXCHANGE").orElse(own.exchange()),
        path(environment, "PDE_ARCHIVE").orElse(own.archive()));
  }

  /** The folder with jars of JDBC drivers that PDE does not bring along. */
  public Path drivers() {
    return path(environment, "PDE_DRIVERS").orElse(home.root().resolve("drivers"));
  }

  /** The language that was asked for, else Indonesian. */
  public Language languageOrDefault() {
    return language.orElse(Language.ID);
  }

  private static Optional<Language> language(String words) {
    String tidy = words.strip().toLowerCase(Locale.ROOT);
    if (tidy.startsWith("en")) {
      return Optional.of(Language.EN);
    }
    return tidy.startsWith("id") || tidy.startsWith("in")
        ? Optional.of(Language.ID)
        : Optional.empty();
  }

  private static Set<String> words(String list) {
    Set<String> words = new TreeSet<>();
    for (String word : list.split("[,\\s]+", -1)) {
      if (word.matches("[a-z][a-z0-9+-]*")) {
        words.add(word);
      }
    }
    return words;
  }

  private static Optional<Path> path(Map<String, String> environment, String name) {
    return set(environment, name).map(Path::of).map(Path::toAbsolutePath).map(Path::normalize);
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
