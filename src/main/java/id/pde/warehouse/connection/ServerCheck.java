package id.pde.warehouse.connection;

import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Whether a server that somebody else runs can hold a warehouse. */
public final class ServerCheck {

  private static final int OLDEST = 15;
  private static final int NEWEST = 18;

  private ServerCheck() {}

  /**
   * Looks at the server and says what is worth a note.
   *
   * @throws id.pde.run.TargetUnavailable when it cannot be used
   */
  public static List<Text> check(Connections connections) {
    ConnectionSettings settings = connections.settings();
    Facts facts;
    try (Connection connection = connections.connect(Purpose.QUERY)) {
      facts = Facts.of(connection);
    } catch (SQLException failure) {
      throw Unavailable.because(settings, failure);
    }
    return judge(settings.place(), facts);
  }

  static List<Text> judge(String place, Facts facts) {
    if (facts.major() < OLDEST) {
      throw Unavailable.at(place, "database.version", tooOld(place, facts), null);
    }
    if (!facts.encoding().equals("UTF8")) {
      throw Unavailable.at(place, "database.encoding", encoding(place, facts), null);
    }
    if (facts.writing() == Writing.REFUSED) {
      throw Unavailable.at(place, "database.read_only", readOnly(place), null);
    }
    return facts.major() > NEWEST ? List.of(newer(place, facts)) : List.of();
  }

  /** Whether the server takes changes. */
  enum Writing {
    ALLOWED,
    REFUSED
  }

  /** What was asked of the server. */
  record Facts(int major, String encoding, Writing writing) {

    private static final String QUESTION =
        """
        SELECT current_setting('server_version_num')::int / 10000,
               current_setting('server_encoding'),
               pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean
        """;

    static Facts of(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet answer = statement.executeQuery(QUESTION)) {
        answer.next();
        Writing writing = answer.getBoolean(3) ? Writing.REFUSED : Writing.ALLOWED;
        return new Facts(answer.getInt(1), answer.getString(2), writing);
      }
    }
  }

  private static Advice tooOld(String place, Facts facts) {
    return new Advice(
        "PostgreSQL 15-18",
        new Text(
            "Server " + place + " adalah PostgreSQL " + facts.major() + "; PDE perlu 15 sampai 18",
            "The server " + place + " is PostgreSQL " + facts.major() + "; PDE needs 15 to 18"),
        new Text(
            "Perbarui servernya, atau hapus PDE_DB_URL untuk memakai basis data bawaan",
            "Upgrade the server, or remove PDE_DB_URL to use the built-in database"));
  }

  private static Advice encoding(String place, Facts facts) {
    return new Advice(
        "UTF-8",
        new Text(
            "Basis data " + place + " memakai encoding " + facts.encoding() + ", bukan UTF8",
            "The database " + place + " has encoding " + facts.encoding() + ", not UTF8"),
        new Text(
            "Buat yang baru: CREATE DATABASE pde ENCODING 'UTF8' TEMPLATE template0",
            "Make a new one: CREATE DATABASE pde ENCODING 'UTF8' TEMPLATE template0"));
  }

  private static Advice readOnly(String place) {
    return new Advice(
        "",
        new Text(
            "Basis data " + place + " hanya dapat dibaca (salinan atau sedang dipulihkan)",
            "The database " + place + " is read-only (a replica, or in recovery)"),
        new Text(
            "Arahkan PDE_DB_URL ke server utama yang dapat ditulisi",
            "Point PDE_DB_URL at the primary server, which can be written to"));
  }

  private static Text newer(String place, Facts facts) {
    return new Text(
        "Server " + place + " adalah PostgreSQL " + facts.major() + ", lebih baru dari yang diuji",
        "The server " + place + " is PostgreSQL " + facts.major() + ", newer than those tested");
  }
}
