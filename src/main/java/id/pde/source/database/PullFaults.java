package id.pde.source.database;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong at the database of an agency, in an officer's words. Of the server's own words
 * only the name of a table or column is shown: the rest may quote values.
 */
public final class PullFaults {

  /** PostgreSQL: SQLSTATE. MariaDB, SQL Server, Oracle, SQLite: their own numbers as well. */
  private static final Set<String> LOGIN =
      Set.of("28000", "28P01", "1045", "1698", "18456", "18452", "18470", "18486", "1017");

  private static final Set<String> EXPIRED =
      Set.of("28001", "1820", "1862", "18487", "18488", "28002", "4151");

  private static final Set<String> NO_DATABASE = Set.of("3D000", "1049", "4060", "12514", "12505");
  private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "1146", "208", "942");
  private static final Set<String> NO_COLUMN = Set.of("42703", "42S22", "1054", "207", "904");
  private static final Set<String> FORBIDDEN =
      Set.of("42501", "1142", "1143", "1044", "229", "230", "1031");
  private static final Set<String> SLOW =
      Set.of("57014", "70100", "1969", "3024", "1317", "HYT00", "1013");
  private static final Set<String> WRITES = Set.of("25006", "1792", "1456");
  private static final Set<String> BUSY =
      Set.of("40001", "40P01", "55P03", "1205", "1213", "1222", "8177", "60", "54");

  private static final Set<String> FULL = Set.of("53300", "1040", "1203", "1226");

  /** Oracle: nobody listens, or not now. */
  private static final Set<String> LISTENER =
      Set.of("12541", "12528", "12537", "12170", "12545", "17002", "1033", "1034");

  private static final Pattern SQLITE_NAME =
      Pattern.compile("no such (table|column): ([\\w.]{1,128})");
  private static final Pattern QUOTED = Pattern.compile("[\"'`]([\\w.$ -]{1,128})[\"'`]");

  private final String connection;
  private final Dialect dialect;

  public PullFaults(String connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Whether the next fire of a schedule may find it otherwise, without anybody's help. */
  public static boolean passes(Issue issue) {
    return Set.of("source.away", "source.cut", "source.full", "source.slow", "source.busy")
        .contains(issue.code());
  }

  /**
   * What an exception means.
   *
   * @param rows that were read before; 0: the database was just asked
   */
  public Issue of(SQLException failure, long rows) {
    SQLException telling = telling(failure);
    for (Kind kind : Kind.values()) {
      if (kind.codes.contains(state(telling)) || kind.codes.contains("" + telling.getErrorCode())) {
        return told(kind, telling);
      }
    }
    Matcher sqlite = SQLITE_NAME.matcher(message(telling));
    if (dialect == Dialect.SQLITE && sqlite.find()) {
      Kind kind = sqlite.group(1).equals("table") ? Kind.NO_TABLE : Kind.NO_COLUMN;
      return issue(kind, sqlite.group(2), telling);
    }
    if (dialect == Dialect.SQLITE) {
      // SQLITE_BUSY and SQLITE_LOCKED; SQLITE_CANTOPEN. Above eight bits stands how exactly.
      switch (telling.getErrorCode() & 0xFF) {
        case 5, 6 -> {
          return issue(Kind.BUSY, "", telling);
        }
        case 14 -> {
          return issue(Kind.NO_SUCH_DATABASE, "", telling);
        }
        default -> {
          // The rest is told like that of others.
        }
      }
    }
    if (isOfCertificate(failure)) {
      return issue(Kind.CERTIFICATE, "", telling);
    }
    if (telling instanceof SQLTimeoutException) {
      return issue(Kind.SLOW, "", telling);
    }
    if (isAway(telling)) {
      return rows == 0 ? issue(Kind.AWAY, "", telling) : cut(telling, rows);
    }
    return rows == 0 ? issue(Kind.STATEMENT, "", telling) : cut(telling, rows);
  }

  /** Pools wrap what the driver said. */
  private static SQLException telling(SQLException failure) {
    SQLException telling = failure;
    while (telling.getCause() instanceof SQLException cause) {
      telling = cause;
    }
    return telling;
  }

  /** TLS was not agreed on: as a rule, nobody that Java trusts has signed for the server. */
  private static boolean isOfCertificate(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SSLHandshakeException || at instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  private boolean isAway(SQLException failure) {
    return state(failure).startsWith("08")
        || state(failure).startsWith("57P")
        || (dialect == Dialect.ORACLE && LISTENER.contains("" + failure.getErrorCode()))
        || failure instanceof SQLTransientConnectionException
        || failure.getCause() instanceof java.io.IOException;
  }

  private static String state(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? "" : state;
  }

  private static String message(SQLException failure) {
    String message = failure.getMessage();
    return message == null ? "" : message;
  }

  private Issue told(Kind kind, SQLException failure) {
    boolean named = kind == Kind.NO_TABLE || kind == Kind.NO_COLUMN;
    Matcher name = QUOTED.matcher(message(failure));
    return issue(kind, named && name.find() ? name.group(1) : "", failure);
  }

  private Issue cut(SQLException failure, long rows) {
    return issue(
        "source.cut",
        rule(failure),
        new Text(
            "sambungan ke basis data " + connection + " terputus sesudah " + rows + " baris",
            "the connection to the database " + connection + " broke off after " + rows + " rows"),
        new Text(
            "periksa jaringan dan server dinas; jadwal berikutnya mulai lagi dari batas terakhir",
            "check the network and the agency's server; the next fire goes on from the last mark"));
  }

  private Issue issue(Kind kind, String name, SQLException failure) {
    String shown = name.isEmpty() ? "" : " " + name;
    return issue(
        kind.code,
        rule(failure),
        new Text(kind.id.formatted(connection, shown), kind.en.formatted(connection, shown)),
        new Text(kind.fixId.formatted(connection), kind.fixEn.formatted(connection)));
  }

  /** A fault that PDE finds itself. */
  Issue issue(String code, String rule, Text message, Text fix) {
    return Issue.of(
        code,
        Severity.REFUSE,
        new Location.Whole(connection),
        new Issue.Advice(rule, message, fix));
  }

  private static String rule(@Nullable SQLException failure) {
    if (failure == null) {
      return "";
    }
    return "SQLSTATE " + failure.getSQLState() + ", " + failure.getErrorCode();
  }

  /** What a database may answer. */
  @SuppressWarnings("ImmutableEnumChecker")
  private enum Kind {
    LOGIN_REFUSED(
        LOGIN,
        "source.login",
        "basis data %1$s menolak nama pengguna atau kata sandi",
        "the database %1$s refuses the user name or the password",
        "tanyakan kata sandi yang berlaku ke dinas, tulis di rahasia yang disebut agencies.yaml, lalu"
            + " coba: pde source test %1$s",
        "ask the agency for the present password, write it to the secret that agencies.yaml names,"
            + " then try: pde source test %1$s"),
    PASSWORD_EXPIRED(
        EXPIRED,
        "source.login",
        "kata sandi untuk basis data %1$s sudah kedaluwarsa atau akunnya terkunci",
        "the password of the database %1$s has expired, or the account is locked",
        "minta dinas membuka akun atau memberi kata sandi baru, tulis di rahasia yang disebut"
            + " agencies.yaml, lalu coba: pde source test %1$s",
        "ask the agency to open the account or for a new password, write it to the secret that"
            + " agencies.yaml names, then try: pde source test %1$s"),
    CERTIFICATE(
        Set.of(),
        "source.certificate",
        "sambungan terenkripsi ke basis data %1$s tidak terjalin: sertifikat server tidak dipercaya",
        "no encrypted connection to the database %1$s: the certificate of its server is not trusted",
        "minta dinas sertifikat dari otoritas yang dipercaya Java di mesin ini; di jaringan yang"
            + " tepercaya, SQL Server: tambahkan ;trustServerCertificate=true (server tanpa TLS:"
            + " ;encrypt=false) pada url",
        "ask the agency for a certificate of an authority that Java on this machine trusts; in a"
            + " network that is trusted, SQL Server: add ;trustServerCertificate=true (a server"
            + " without TLS: ;encrypt=false) to the url"),
    NO_SUCH_DATABASE(
        NO_DATABASE,
        "source.database",
        "server menjawab, tetapi tidak punya basis data yang disebut url %1$s",
        "the server answers, but has no database as the url of %1$s names it",
        "betulkan url di mappings/agencies.yaml, lalu coba: pde source test %1$s",
        "correct the url in mappings/agencies.yaml, then try: pde source test %1$s"),
    NO_TABLE(
        PullFaults.NO_TABLE,
        "source.table",
        "tabel%2$s tidak ada lagi di basis data %1$s, atau tidak boleh dibaca",
        "the table%2$s is not in the database %1$s any more, or may not be read",
        "tanyakan nama tabelnya sekarang ke dinas dan betulkan SELECT di rute",
        "ask the agency for its present name and correct the SELECT of the route"),
    NO_COLUMN(
        PullFaults.NO_COLUMN,
        "source.column",
        "kolom%2$s tidak ada lagi di basis data %1$s",
        "the column%2$s is not in the database %1$s any more",
        "tanyakan nama kolomnya sekarang ke dinas dan betulkan SELECT di rute",
        "ask the agency for its present name and correct the SELECT of the route"),
    FORBIDDEN(
        PullFaults.FORBIDDEN,
        "source.forbidden",
        "pengguna basis data %1$s tidak berhak membaca yang diminta",
        "the user of the database %1$s has no right to read what is asked for",
        "minta dinas memberi hak SELECT",
        "ask the agency for the right to SELECT"),
    WRITES(
        PullFaults.WRITES,
        "source.writes",
        "pernyataan ini mengubah basis data %1$s; PDE hanya membaca",
        "this statement changes the database %1$s; PDE only reads",
        "tulis SELECT tanpa fungsi yang mengubah data",
        "write a SELECT without functions that change data"),
    FULL(
        PullFaults.FULL,
        "source.full",
        "basis data %1$s tidak menerima sambungan lagi",
        "the database %1$s takes no more connections",
        "pilih jam yang lebih sepi, atau minta dinas menambah batas sambungan",
        "choose a quieter hour, or ask the agency to raise the limit of connections"),
    BUSY(
        PullFaults.BUSY,
        "source.busy",
        "basis data %1$s sedang dipakai menulis oleh program lain",
        "another program is writing to the database %1$s",
        "pilih jam yang lebih sepi; jadwal berikutnya mencoba lagi",
        "choose a quieter hour; the next fire tries again"),
    SLOW(
        PullFaults.SLOW,
        "source.slow",
        "kueri ke basis data %1$s melewati batas waktunya",
        "the query to the database %1$s went beyond its time limit",
        "persempit SELECT atau minta dinas membuat indeks; batas: statement.queryTimeout=DETIK di rute",
        "narrow the SELECT or ask the agency for an index; the limit: statement.queryTimeout=SECONDS"
            + " in the route"),
    AWAY(
        Set.of(),
        "source.away",
        "basis data %1$s tidak dapat dihubungi",
        "the database %1$s cannot be reached",
        "periksa server dan jaringan dinas: pde source test %1$s; jadwal berikutnya mencoba lagi",
        "check the agency's server and the network: pde source test %1$s; the next fire tries again"),
    STATEMENT(
        Set.of(),
        "source.statement",
        "basis data %1$s menolak pernyataan SQL di rute",
        "the database %1$s refuses the SQL statement of the route",
        "coba pernyataan itu dengan alat basis data, lalu betulkan rute",
        "try the statement with a tool of that database, then correct the route");

    private final Set<String> codes;
    private final String code;
    private final String id;
    private final String en;
    private final String fixId;
    private final String fixEn;

    Kind(Set<String> codes, String code, String id, String en, String fixId, String fixEn) {
      this.codes = codes;
      this.code = code;
      this.id = id;
      this.en = en;
      this.fixId = fixId;
      this.fixEn = fixEn;
    }
  }
}
