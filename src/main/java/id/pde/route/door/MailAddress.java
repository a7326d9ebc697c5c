package id.pde.route.door;

import id.pde.mapping.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is told of runs by mail, as {@code pde:mail} names it.
 *
 * @param implicit whether the server speaks TLS from the first word, or turns to it
 * @param certificate fingerprints; none: one that this machine trusts
 */
public record MailAddress(
    String host,
    int port,
    boolean implicit,
    String user,
    Optional<Secret> password,
    String from,
    List<String> to,
    List<String> certificate,
    boolean english) {

  private static final Pattern MAILBOX =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  private static final int SMTPS = 465;
  private static final int SUBMISSION = 587;

  public MailAddress {
    to = List.copyOf(to);
    certificate = List.copyOf(certificate);
  }

  /** The address, or every reason why there is none. */
  public record Result(Optional<MailAddress> address, List<OptionFault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** The name in logs. */
  public String door() {
    return (implicit ? "smtps://" : "smtp://") + host + ":" + port;
  }

  /** Reads the options of {@code pde:mail}. */
  public static Result read(Map<String, String> given) {
    DoorOptions options = new DoorOptions(given);
    Optional<URI> server = server(options);
    String user = options.text("username").orElse("");
    Optional<Secret> password = options.secret("password");
    if (!user.isEmpty() && password.isEmpty() && options.text("password").isEmpty()) {
      options.required("password", "\"{{file:surat}}\"");
    }
    String from = mailbox(options, "from", options.required("from", "pde@kota.go.id"));
    List<String> to =
        List.of(
            options.required("to", "walidata@kota.go.id, dinkes@kota.go.id").split("\\s*,\\s*"));
    to.forEach(one -> mailbox(options, "to", one));
    List<String> certificate = FolderAddress.fingerprints(options, "certificate");
    boolean english = options.choice("language", List.of("id", "en")).equals("en");
    List<OptionFault> faults = options.faults();
    if (!faults.isEmpty() || server.isEmpty()) {
      return new Result(Optional.empty(), faults);
    }
    URI url = server.get();
    boolean implicit = url.getScheme().equals("smtps");
    int usual = implicit ? SMTPS : SUBMISSION;
    return new Result(
        Optional.of(
            new MailAddress(
                url.getHost(),
                url.getPort() < 0 ? usual : url.getPort(),
                implicit,
                user,
                password,
                from,
                to,
                certificate,
                english)),
        List.of());
  }

  private static Optional<URI> server(DoorOptions options) {
    String written = options.required("server", "smtps://surat.kota.go.id");
    try {
      URI url = new URI(written);
      boolean mail = "smtps".equals(url.getScheme()) || "smtp".equals(url.getScheme());
      boolean bare = url.getRawUserInfo() == null && url.getRawQuery() == null;
      if (mail && bare && url.getHost() != null && url.getRawPath().isEmpty()) {
        return Optional.of(url);
      }
    } catch (URISyntaxException notOne) {
      // Told below, with all that is no mail server.
    }
    if (!written.isEmpty()) {
      options.value("server", written, "smtps://HOST:465, smtp://HOST:587");
    }
    return Optional.empty();
  }

  private static String mailbox(DoorOptions options, String option, String written) {
    if (!written.isEmpty() && !MAILBOX.matcher(written).matches()) {
      options.value(option, written, "nama@kota.go.id");
    }
    return written;
  }
}
