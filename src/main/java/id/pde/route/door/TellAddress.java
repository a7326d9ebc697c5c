package id.pde.route.door;

import id.pde.mapping.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told of runs, as {@code pde:webhook} and {@code pde:telegram} name it.
 *
 * @param chat of Telegram; empty: it is a webhook
 * @param token of the bot; for a webhook the login says who PDE is
 */
public record TellAddress(
    URI url, WebLogin login, String chat, Optional<Secret> token, boolean english) {

  /** The address, or every reason why there is none. */
  public record Result(Optional<TellAddress> address, List<OptionFault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** The name in logs; it holds nothing secret. */
  public String door() {
    return chat.isEmpty() ? url.getScheme() + "://" + url.getRawAuthority() : "telegram";
  }

  /** Reads the options of {@code pde:webhook}. */
  public static Result webhook(Map<String, String> given) {
    DoorOptions options = new DoorOptions(given);
    WebLogin login = WebLogin.read(options);
    Optional<URI> url = FetchAddress.url(options, login);
    boolean english = options.choice("language", List.of("id", "en")).equals("en");
    List<OptionFault> faults = options.faults();
    return new Result(
        faults.isEmpty()
            ? url.map(uri -> new TellAddress(uri, login, "", Optional.empty(), english))
            : Optional.empty(),
        faults);
  }

  /** Reads the options of {@code pde:telegram}. */
  public static Result telegram(Map<String, String> given) {
    DoorOptions options = new DoorOptions(given);
    String chat = options.required("chat", "\"-1001234567890\"");
    Optional<Secret> token = options.secret("token");
    if (token.isEmpty() && options.text("token").isEmpty()) {
      options.required("token", "\"{{file:telegram}}\"");
    }
    boolean english = options.choice("language", List.of("id", "en")).equals("en");
    if (!chat.isEmpty() && !chat.matches("-?\\d{1,20}|@[A-Za-z0-9_]{4,40}")) {
      options.value("chat", chat, "-1001234567890, @nama_kanal");
    }
    String server = options.text("server").orElse("https://api.telegram.org");
    if (!server.matches("https://[A-Za-z0-9.-]+(:\\d+)?|http://127\\.0\\.0\\.1:\\d+")) {
      options.value("server", server, "https://api.telegram.org");
    }
    List<OptionFault> faults = options.faults();
    return new Result(
        faults.isEmpty()
            ? Optional.of(
                new TellAddress(URI.create(server), new WebLogin.Nobody(), chat, token, english))
            : Optional.empty(),
        faults);
  }
}
