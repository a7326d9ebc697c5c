package id.pde.app.database;

import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The database that the environment names. */
final class ExternalDatabase {

  private static final String URL = "PDE_DB_URL";
  private static final String USER = "PDE_DB_USER";
  private static final String PASSWORD = "PDE_DB_PASSWORD";
  private static final String PASSWORD_FILE = "PDE_DB_PASSWORD_FILE";
  private static final String DEFAULT_USER = "pde";

  private ExternalDatabase() {}

  static boolean isNamedIn(Map<String, String> environment) {
    return set(environment, URL).isPresent();
  }

  static Optional<ConnectionSettings> from(Map<String, String> environment) {
    return set(environment, URL).map(url -> settings(url, environment));
  }

  private static ConnectionSettings settings(String url, Map<String, String> environment) {
    ConnectionSettings address =
        new ConnectionSettings(
            url, set(environment, USER).orElse(DEFAULT_USER), password(environment));
    return set(environment, USER).isPresent() ? address : address.withOwnUser();
  }

  private static Password password(Map<String, String> environment) {
    return set(environment, PASSWORD)
        .or(() -> set(environment, PASSWORD_FILE).map(ExternalDatabase::firstLine))
        .map(Password::new)
        .orElseGet(() -> new Password(""));
  }

  private static String firstLine(String file) {
    try {
      return Files.readString(Path.of(file)).lines().findFirst().orElse("");
    } catch (IOException | InvalidPathException failure) {
      throw Unavailable.at(
          file,
          "database.password_file",
          new Advice(
              PASSWORD_FILE,
              new Text(
                  "Berkas kata sandi basis data tidak dapat dibaca: " + file,
                  "The file with the password of the database cannot be read: " + file),
              new Text(
                  "Periksa " + PASSWORD_FILE + " dan hak baca berkas itu",
                  "Check " + PASSWORD_FILE + " and the right to read that file")),
          failure);
    }
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
