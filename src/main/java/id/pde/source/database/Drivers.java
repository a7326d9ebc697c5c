package id.pde.source.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JDBC drivers: those that PDE brings along, and those of jars in a folder of the deployment. Safe
 * for use by many threads.
 */
public final class Drivers {

  private static final String MYSQL = "jdbc:mysql:";
  private static final String MARIADB = "jdbc:mariadb:";

  private final Path folder;
  private @Nullable List<Driver> ofFolder;

  /**
   * @param folder with jars; it need not be there
   */
  public Drivers(Path folder) {
    this.folder = folder;
  }

  /** Where a jar is looked for. */
  public Path folder() {
    return folder;
  }

  /** The driver of a URL; MariaDB's for a server of MySQL, where no jar has one of its own. */
  public Optional<Driver> find(String url) {
    return accepting(url).or(() -> accepting(likeMariadb(url)));
  }

  private Optional<Driver> accepting(String url) {
    return Stream.concat(DriverManager.drivers(), ofFolder().stream())
        .filter(driver -> accepts(driver, url))
        .findFirst();
  }

  /** The URL as its driver takes it: MariaDB's knows servers of MySQL by its own scheme. */
  static String address(Driver driver, String url) {
    return accepts(driver, url) ? url : likeMariadb(url);
  }

  private static String likeMariadb(String url) {
    return url.startsWith(MYSQL) ? MARIADB + url.substring(MYSQL.length()) : url;
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException broken) {
      return false;
    }
  }

  /** Looked for once: a jar that is added later needs a new start. */
  private synchronized List<Driver> ofFolder() {
    List<Driver> known = ofFolder;
    if (known == null) {
      known = load();
      ofFolder = known;
    }
    return known;
  }

  private List<Driver> load() {
    URL[] jars = jars();
    List<Driver> drivers = new ArrayList<>();
    if (jars.length == 0) {
      return drivers;
    }
    // Never closed: a driver loads classes as long as the process lives.
    URLClassLoader loader = new URLClassLoader("drivers", jars, Drivers.class.getClassLoader());
    var found = ServiceLoader.load(Driver.class, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return drivers;
        }
        drivers.add(found.next());
      } catch (ServiceConfigurationError | LinkageError notADriver) {
        // A jar that names a class which is not there, or is for another Java; others may be right.
      }
    }
  }

  private URL[] jars() {
    if (!Files.isDirectory(folder)) {
      return new URL[0];
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
          .sorted()
          .map(Drivers::url)
          .toArray(URL[]::new);
    } catch (IOException unreadable) {
      return new URL[0];
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
