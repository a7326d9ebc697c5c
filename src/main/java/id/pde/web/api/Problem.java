package id.pde.web.api;

import id.pde.model.Language;
import id.pde.model.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A fault as programs read it (RFC 9457), with a stable code and the way out. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient Text message;
  private final transient Text hint;
  private final transient Map<String, Object> more = new LinkedHashMap<>();

  /** Seconds; 0: it is not said. */
  private int pause;

  Problem(HttpStatus status, String code, Text message, Text hint) {
    super(code);
    this.status = status;
    this.code = code;
    this.message = message;
    this.hint = hint;
  }

  /** Says more to programs; an extension member as in RFC 9457, section 3.2. */
  Problem with(String name, Object value) {
    more.put(name, value);
    return this;
  }

  /** Says when it is worth asking again: a header as in RFC 9110, section 10.2.3. */
  Problem after(int seconds) {
    pause = seconds;
    return this;
  }

  static Problem missing() {
    return new Problem(
        HttpStatus.NOT_FOUND,
        "api.missing",
        new Text("Tidak ada, atau bukan untuk akun ini", "Not there, or not for this account"),
        new Text(
            "periksa nomornya dan hak akun token",
            "check the number and the rights of the token's account"));
  }

  static Problem denied() {
    return new Problem(
        HttpStatus.FORBIDDEN,
        "api.denied",
        new Text(
            "Akun token ini tidak boleh melakukannya", "The account of this token may not do that"),
        new Text("minta hak kepada pengelola", "ask an administrator for the right"));
  }

  HttpStatus status() {
    return status;
  }

  ResponseEntity<Map<String, Object>> answer(Language language) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (pause > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(pause));
    }
    return answer.body(body(language));
  }

  Map<String, Object> body(Language language) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:pde:problem:" + code);
    body.put("title", message.in(language));
    body.put("status", status.value());
    body.put("code", code);
    body.put("hint", hint.in(language));
    body.putAll(more);
    return body;
  }
}
