package id.pde.route.door;

import id.pde.mapping.Secret;
import id.pde.model.Text;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How PDE says who it is on the web; what it says is a secret. */
sealed interface WebLogin {

  /** Everybody may read. */
  record Nobody() implements WebLogin {}

  /** A token in the usual header. */
  record Bearer(Secret token) implements WebLogin {}

  /** A name and a password in the usual header. */
  record Basic(String user, Secret password) implements WebLogin {}

  /** A key in a header of its own. */
  record Header(String name, Secret key) implements WebLogin {}

  /** A key as a parameter of the address. */
  record Parameter(String name, Secret key) implements WebLogin {}

  /** The name of a parameter or a header. */
  Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,60}");

  static WebLogin read(DoorOptions options) {
    Optional<Secret> bearer = options.secret("bearer");
    Optional<String> user = options.text("username");
    Optional<Secret> password = options.secret("password");
    Optional<Secret> key = options.secret("key");
    String keyName = options.text("keyName").orElse("");
    String keyIn = options.choice("keyIn", List.of("header", "query"));
    if (!keyName.isEmpty() && !NAME.matcher(keyName).matches()) {
      options.value("keyName", keyName, "X-Api-Key, api_key");
    }
    int ways =
        (bearer.isPresent() ? 1 : 0) + (user.isPresent() ? 1 : 0) + (key.isPresent() ? 1 : 0);
    if (ways > 1
        || user.isPresent() != password.isPresent()
        || key.isPresent() == keyName.isEmpty()) {
      options.fault(
          "",
          "route.login",
          new Text(
              "cara masuk tidak lengkap, atau lebih dari satu",
              "the login is not complete, or there is more than one"),
          new Text(
              "tulis bearer, atau username dan password, atau key dan keyName",
              "write bearer, or username and password, or key and keyName"));
      return new Nobody();
    }
    if (bearer.isPresent()) {
      return new Bearer(bearer.get());
    }
    if (user.isPresent() && password.isPresent()) {
      return new Basic(user.get(), password.get());
    }
    if (key.isEmpty()) {
      return new Nobody();
    }
    return keyIn.equals("query")
        ? new Parameter(keyName, key.get())
        : new Header(keyName, key.get());
  }

  /** The parameter that says it; empty: none does. */
  default String parameter(String door, DoorSecrets secrets) {
    return this instanceof Parameter parameter
        ? parameter.name
            + "="
            + URLEncoder.encode(secrets.word(door, "key", parameter.key), StandardCharsets.UTF_8)
        : "";
  }

  /** Says it in a header of a request. */
  default void into(HttpRequest.Builder request, String door, DoorSecrets secrets) {
    if (this instanceof Bearer bearer) {
      request.setHeader("Authorization", "Bearer " + secrets.word(door, "bearer", bearer.token));
    } else if (this instanceof Basic basic) {
      String both = basic.user + ":" + secrets.word(door, "password", basic.password);
      String coded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
      request.setHeader("Authorization", "Basic " + coded);
    } else if (this instanceof Header header) {
      request.setHeader(header.name, secrets.word(door, "key", header.key));
    }
  }
}
