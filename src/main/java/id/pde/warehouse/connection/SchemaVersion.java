package id.pde.warehouse.connection;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The version that the schema has and the one that this PDE brings: where they are equal, Flyway,
 * which takes longer than most commands, need not be started.
 */
final class SchemaVersion {

  private static final String PREFIX = "classpath:";
  private static final Pattern NAME = Pattern.compile("V([0-9]+(?:[._][0-9]+)*)__.*\\.sql");

  private static final String THERE = "SELECT to_regclass('pde.flyway_schema_history') IS NOT NULL";
  private static final String APPLIED =
      "SELECT version, success FROM pde.flyway_schema_history WHERE version IS NOT NULL";

  private SchemaVersion() {}

  static boolean isCurrent(Connection connection, String location) throws SQLException {
    Optional<MigrationVersion> brought = brought(location);
    return brought.isPresent() && brought.equals(applied(connection));
  }

  /** Empty: none, or one that failed. */
  private static Optional<MigrationVersion> applied(Connection connection) throws SQLException {
    List<MigrationVersion> versions = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet answer = statement.executeQuery(THERE)) {
        if (!answer.next() || !answer.getBoolean(1)) {
          return Optional.empty();
        }
      }
      try (ResultSet answer = statement.executeQuery(APPLIED)) {
        while (answer.next()) {
          if (!answer.getBoolean(2)) {
            return Optional.empty();
          }
          versions.add(MigrationVersion.fromVersion(answer.getString(1)));
        }
      }
    }
    return versions.stream().max(Comparator.naturalOrder());
  }

  /** Empty where the class path cannot be listed: then Flyway, which knows more kinds, looks. */
  private static Optional<MigrationVersion> brought(String location) {
    URL folder =
        SchemaVersion.class.getClassLoader().getResource(location.substring(PREFIX.length()));
    if (folder == null) {
      return Optional.empty();
    }
    try {
      URI address = folder.toURI();
      if ("file".equals(address.getScheme())) {
        return newest(Path.of(address));
      }
      try (FileSystem jar = FileSystems.newFileSystem(jarOf(address), Map.of())) {
        return newest(jar.getPath("/" + location.substring(PREFIX.length())));
      }
    } catch (IOException | URISyntaxException | IllegalArgumentException unlisted) {
      return Optional.empty();
    }
  }

  private static Optional<MigrationVersion> newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .map(name -> MigrationVersion.fromVersion(name.group(1)))
          .max(Comparator.naturalOrder());
    }
  }

  /** {@code jar:file:/a/pde.jar!/id/pde} lies in {@code /a/pde.jar}. */
  private static Path jarOf(URI address) {
    String inner = address.getRawSchemeSpecificPart();
    return Path.of(URI.create(inner.substring(0, inner.indexOf("!/"))));
  }
}
