package id.pde.route.door;

import id.pde.mapping.Secret;
import id.pde.model.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder on a machine elsewhere, as {@code sftp://HOST:PORT/FOLDER} and {@code ftps://...} name
 * it.
 *
 * @param folder absolute, as the server shows it
 * @param key what the server must show: fingerprints of its key or certificate; none: for FTPS, a
 *     certificate that the machine trusts
 * @param implicit FTPS only: TLS from the first byte on, as on port 990
 * @param settle how long a file must not change before it is whole
 * @param largest bytes of the largest file that is fetched
 */
public record FolderAddress(
    Kind kind,
    String host,
    int port,
    String folder,
    String agency,
    Login login,
    List<String> key,
    boolean implicit,
    Duration settle,
    long largest,
    Duration patience) {

  private static final Pattern PLACE =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9a-fA-F:]+])(?::(\\d{1,5}))?(/.*)?");
  private static final int IMPLICIT_PORT = 990;
  private static final long MEGABYTE = 1L << 20;

  public FolderAddress {
    key = List.copyOf(key);
  }

  /** The protocol. */
  public enum Kind {
    SFTP("sftp", 22),
    /** FTP that speaks TLS before the password is said. */
    FTPS("ftps", 21);

    private final String scheme;
    private final int port;

    Kind(String scheme, int port) {
      this.scheme = scheme;
      this.port = port;
    }

    public String scheme() {
      return scheme;
    }
  }

  /**
   * Who PDE is there.
   *
   * @param password of the user or, with a key, of the key; null: none
   * @param privateKey null: the password is enough
   */
  public record Login(String user, @Nullable Secret password, @Nullable Secret privateKey) {}

  /** The address, or every reason why there is none. */
  public record Result(Optional<FolderAddress> address, List<OptionFault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** The name of the door in logs and in PDE's memory; it holds nothing secret. */
  public String name() {
    return kind.scheme
        + "://"
        + shown(login.user)
        + "@"
        + host
        + ":"
        + port
        + folder
        + "?agency="
        + agency;
  }

  /** A user in the name of a door: signs that would end it are written as on the web. */
  static String shown(String user) {
    return user.replace("%", "%25").replace("/", "%2F").replace("?", "%3F");
  }

  /**
   * Reads an address.
   *
   * @param path what stands between the scheme and the options
   */
  public static Result read(Kind kind, String path, Map<String, String> given) {
    DoorOptions options = new DoorOptions(given);
    options.knows("agency", "every", "cron", "zone");
    String user = options.required("username", "pde");
    Secret password = options.secret("password").orElse(null);
    Secret privateKey = kind == Kind.SFTP ? options.secret("privateKey").orElse(null) : null;
    if (password == null && privateKey == null && options.text("password").isEmpty()) {
      options.required("password", "\"{{env:SFTP_PASSWORD}}\"");
    }
    List<String> key = fingerprints(kind, options);
    boolean implicit = kind == Kind.FTPS && options.flag("implicit");
    Duration settle = options.span("settle", Duration.ofSeconds(10));
    Duration patience = options.span("timeout", Duration.ofSeconds(30));
    long largest = options.number("largest", 500, 1, 20_000) * MEGABYTE;
    Matcher place = PLACE.matcher(path.startsWith("//") ? path.substring(2) : path);
    List<OptionFault> faults = new ArrayList<>(options.faults());
    if (!place.matches()) {
      faults.add(noPlace(kind));
      return new Result(Optional.empty(), faults);
    }
    int usual = implicit ? IMPLICIT_PORT : kind.port;
    int port = place.group(2) == null ? usual : Integer.parseInt(place.group(2));
    String folder = place.group(3) == null ? "/" : place.group(3);
    if (port < 1 || port > 65_535 || !plain(folder)) {
      faults.add(noPlace(kind));
    }
    if (!faults.isEmpty()) {
      return new Result(Optional.empty(), faults);
    }
    return new Result(
        Optional.of(
            new FolderAddress(
                kind,
                place.group(1),
                port,
                folder.length() > 1 && folder.endsWith("/")
                    ? folder.substring(0, folder.length() - 1)
                    : folder,
                given.getOrDefault("agency", ""),
                new Login(user, password, privateKey),
                key,
                implicit,
                settle,
                largest,
                patience)),
        List.of());
  }

  private static List<String> fingerprints(Kind kind, DoorOptions options) {
    String name = kind == Kind.SFTP ? "hostKey" : "certificate";
    Optional<String> written = options.text(name);
    if (written.isEmpty()) {
      if (kind == Kind.SFTP) {
        options.fault(
            name,
            "route.host-key",
            new Text(
                "sftp: tanpa hostKey, sehingga siapa pun dapat menyamar sebagai server",
                "sftp: without hostKey, so that anybody could pass for the server"),
            new Text(
                "tanyakan sidik jari kunci server kepada pemiliknya, atau lihat dengan"
                    + " ssh-keyscan HOST | ssh-keygen -lf -; tulis hostKey: \"SHA256:...\"",
                "ask the owner for the fingerprint of the server's key, or look with"
                    + " ssh-keyscan HOST | ssh-keygen -lf -; write hostKey: \"SHA256:...\""));
      }
      return List.of();
    }
    return fingerprints(options, name);
  }

  /** Fingerprints, divided by commas; none: the option is not there. */
  static List<String> fingerprints(DoorOptions options, String name) {
    Optional<String> written = options.text(name);
    if (written.isEmpty()) {
      return List.of();
    }
    List<String> all = List.of(written.get().strip().split("\\s*,\\s*"));
    List<String> known = new ArrayList<>();
    for (String one : all) {
      String print = Fingerprint.parse(one);
      if (print == null) {
        options.value(
            name,
            one,
            "SHA256: + 43 [A-Za-z0-9+/], SHA256:68:06:CF:... (openssl x509 -fingerprint)");
      } else {
        known.add(print);
      }
    }
    return known;
  }

  /** Segments that stay where they are. */
  private static boolean plain(String folder) {
    return List.of(folder.split("/")).stream()
            .noneMatch(segment -> segment.equals("..") || segment.equals("."))
        && folder.codePoints().noneMatch(Character::isISOControl);
  }

  private static OptionFault noPlace(Kind kind) {
    return new OptionFault(
        "",
        "route.address",
        new Text("alamat ini tidak benar", "this address is not right"),
        new Text(
            "tulis misalnya " + kind.scheme + "://data.dinkes.go.id/keluar",
            "write for example " + kind.scheme + "://data.dinkes.go.id/keluar"));
  }
}
