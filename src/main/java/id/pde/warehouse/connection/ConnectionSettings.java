package id.pde.warehouse.connection;

import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * The address of PDE's database and the login that PDE uses there.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, parameters of the driver may follow
 */
public record ConnectionSettings(String url, String user, Password password) {

  /** What stands for the address where the driver does not understand it. */
  private static final String UNREADABLE = "PDE_DB_URL";

  public ConnectionSettings {
    url = withScheme(url.strip());
  }

  /** Whether the driver understands the address. */
  public boolean understood() {
    return parsed() != null;
  }

  /** Host, port and database as people write them, without anything secret. */
  public String place() {
    Properties parsed = parsed();
    if (parsed == null) {
      return UNREADABLE;
    }
    return host() + ":" + parsed.getProperty("PGPORT", "5432") + "/" + databaseName();
  }

  /** Several hosts as the address lists them. */
  public String host() {
    return parameters().getProperty("PGHOST", "localhost");
  }

  /** Of the first host. */
  public int port() {
    return Integer.parseInt(parameters().getProperty("PGPORT", "5432").split(",", -1)[0]);
  }

  public String databaseName() {
    return parameters().getProperty("PGDBNAME", user);
  }

  /** The user that the address itself names, if it names one. */
  public ConnectionSettings withOwnUser() {
    return new ConnectionSettings(url, parameters().getProperty("user", user), password);
  }

  /** The same server and login, another database. */
  public ConnectionSettings database(String name) {
    String parameters = url.contains("?") ? url.substring(url.indexOf('?')) : "";
    String address = url.substring(0, url.length() - parameters.length());
    String server = address.substring(0, address.lastIndexOf('/'));
    return new ConnectionSettings(server + "/" + name + parameters, user, password);
  }

  /** An address may carry a password among its parameters, so only the place is printed. */
  @Override
  public String toString() {
    return "ConnectionSettings[" + place() + ", user=" + user + ", password=" + password + "]";
  }

  /** What the address sets beyond host, port and database. */
  Properties parameters() {
    Properties parsed = parsed();
    return parsed == null ? new Properties() : parsed;
  }

  private @Nullable Properties parsed() {
    return Driver.parseURL(url, new Properties());
  }

  /** Other programs write the same address without {@code jdbc:}, or with {@code postgres}. */
  private static String withScheme(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("postgresql://")) {
      return "jdbc:" + url;
    }
    if (lower.startsWith("postgres://")) {
      return "jdbc:postgresql" + url.substring("postgres".length());
    }
    return url;
  }
}
