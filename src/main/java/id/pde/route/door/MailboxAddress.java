package id.pde.route.door;

import id.pde.mapping.Secret;
import id.pde.model.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of a mailbox, as {@code imaps://HOST:PORT/FOLDER} names it.
 *
 * @param senders whose mails are taken: {@code a@b.go.id}, or {@code @b.go.id} for all of a domain
 * @param vouching the server whose word on the sender counts; empty: what the mail says is believed
 * @param moveTo the folder for what was taken; empty: it stays, marked as read
 * @param largest bytes of the largest attachment that is taken
 * @param answer from where and by which server the sender is answered; empty: not by mail
 */
public record MailboxAddress(
    String host,
    int port,
    String folder,
    String agency,
    String user,
    Secret password,
    List<String> senders,
    String vouching,
    String moveTo,
    List<String> certificate,
    long largest,
    Duration patience,
    Optional<MailAddress> answer) {

  private static final Pattern PLACE =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9a-fA-F:]+])(?::(\\d{1,5}))?(/.*)?");
  private static final Pattern SENDER =
      Pattern.compile("([a-z0-9._%+-]{1,64})?@[a-z0-9-]+(\\.[a-z0-9-]+)*");
  private static final Pattern FOLDER = Pattern.compile("[^\\p{Cntrl}*%\"\\\\]{1,200}");
  private static final int IMAPS = 993;
  private static final long MEGABYTE = 1L << 20;

  public MailboxAddress {
    senders = List.copyOf(senders);
    certificate = List.copyOf(certificate);
  }

  /** The address, or every reason why there is none. */
  public record Result(Optional<MailboxAddress> address, List<OptionFault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** The name of the door in logs and in PDE's memory; it holds nothing secret. */
  public String name() {
    String place = FolderAddress.shown(user) + "@" + host + ":" + port + "/" + folder;
    return "imaps://" + place + "?agency=" + agency;
  }

  /** Whether mails of this sender are taken. */
  boolean takesFrom(String sender) {
    String one = sender.toLowerCase(Locale.ROOT);
    return senders.stream()
        .anyMatch(allowed -> allowed.startsWith("@") ? one.endsWith(allowed) : one.equals(allowed));
  }

  /**
   * Reads an address.
   *
   * @param path what stands between the scheme and the options
   */
  public static Result read(String path, Map<String, String> given) {
    DoorOptions options = new DoorOptions(given);
    options.knows("agency", "every", "cron", "zone");
    String user = options.required("username", "data@kota.go.id");
    Optional<Secret> password = options.secret("password");
    if (password.isEmpty() && options.text("password").isEmpty()) {
      options.required("password", "\"{{file:surat}}\"");
    }
    List<String> senders = senders(options);
    String vouching = options.text("vouching").orElse("");
    if (!vouching.isEmpty() && !vouching.matches("[A-Za-z0-9.-]{1,253}")) {
      options.value("vouching", vouching, "mx.kota.go.id");
    }
    String moveTo = options.text("moveTo").orElse("");
    if (!moveTo.isEmpty() && !FOLDER.matcher(moveTo).matches()) {
      options.value("moveTo", moveTo, "PDE-selesai");
    }
    List<String> certificate = FolderAddress.fingerprints(options, "certificate");
    long largest = options.number("largest", 50, 1, 1000) * MEGABYTE;
    Duration patience = options.span("timeout", Duration.ofSeconds(30));
    Optional<MailAddress> answer = answer(options, given, user);
    List<OptionFault> faults = new ArrayList<>(options.faults());
    Matcher place = PLACE.matcher(path.startsWith("//") ? path.substring(2) : path);
    String folder = "";
    int port = 0;
    if (place.matches()) {
      port = place.group(2) == null ? IMAPS : Integer.parseInt(place.group(2));
      String written = place.group(3) == null ? "" : place.group(3).substring(1);
      folder = written.isEmpty() ? "INBOX" : written;
    }
    if (port < 1 || port > 65_535 || !FOLDER.matcher(folder).matches()) {
      faults.add(noPlace());
    }
    if (!faults.isEmpty()) {
      return new Result(Optional.empty(), faults);
    }
    return new Result(
        Optional.of(
            new MailboxAddress(
                place.group(1),
                port,
                folder,
                given.getOrDefault("agency", ""),
                user,
                password.orElseThrow(),
                senders,
                vouching,
                moveTo,
                certificate,
                largest,
                patience,
                answer)),
        List.of());
  }

  private static List<String> senders(DoorOptions options) {
    String written = options.required("senders", "\"data@dinas.go.id, @dinas.go.id\"");
    List<String> senders = new ArrayList<>();
    for (String one : written.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (SENDER.matcher(one.strip()).matches()) {
        senders.add(one.strip());
      } else if (!written.isEmpty()) {
        options.value("senders", one.strip(), "nama@dinas.go.id, @dinas.go.id");
      }
    }
    return senders;
  }

  private static Optional<MailAddress> answer(
      DoorOptions options, Map<String, String> given, String user) {
    Optional<String> server = options.text("answer");
    String from = options.text("from").orElse(user);
    String pins = options.text("answerCertificate").orElse("");
    if (server.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> mail =
        new java.util.HashMap<>(
            Map.of(
                "server", server.get(),
                "username", user,
                "password", given.getOrDefault("password", ""),
                "from", from,
                "to", from));
    if (!pins.isEmpty()) {
      mail.put("certificate", pins);
    }
    MailAddress.Result read = MailAddress.read(mail);
    // What it says of the sender and the password is said of this address, too.
    Map<String, String> own =
        Map.of("server", "answer", "certificate", "answerCertificate", "from", "from");
    for (OptionFault fault : read.faults()) {
      String option = own.get(fault.option());
      if (option != null) {
        options.fault(option, fault.code(), fault.message(), fault.fix());
      }
    }
    return read.address();
  }

  private static OptionFault noPlace() {
    return new OptionFault(
        "uri",
        "route.address",
        new Text("ini bukan alamat kotak surat", "this is no address of a mailbox"),
        new Text(
            "tulis imaps://HOST/INBOX atau imaps://HOST:PORT/FOLDER",
            "write imaps://HOST/INBOX or imaps://HOST:PORT/FOLDER"));
  }
}
