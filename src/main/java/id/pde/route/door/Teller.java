package id.pde.route.door;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.run.event.Told;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells people and programs elsewhere of runs. Safe for use by many threads. */
public final class Teller {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int GOOD = 2;

  /** Nothing came back. */
  static final Text NO_ANSWER = new Text("tidak menjawab", "no answer");

  private final DoorSecrets secrets;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  public Teller(DoorSecrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Tells one event.
   *
   * @throws SourceUnreadable when the receiver did not take it
   */
  public void tell(TellAddress address, Told event) {
    String door = address.door();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(address))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", event.id())
            .POST(HttpRequest.BodyPublishers.ofString(body(address, event)));
    address.login().into(request, door, secrets);
    try {
      int status =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != GOOD) {
        throw notTaken(door, new Text("status " + status, "status " + status));
      }
    } catch (IOException away) {
      throw notTaken(door, NO_ANSWER);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw notTaken(door, new Text("PDE berhenti", "PDE stops"));
    }
  }

  private URI url(TellAddress address) {
    if (address.chat().isEmpty()) {
      String parameter = address.login().parameter(address.door(), secrets);
      return parameter.isEmpty() ? address.url() : Queries.with(address.url(), parameter);
    }
    String token = secrets.word(address.door(), "token", address.token().orElse(null));
    if (!token.matches("[A-Za-z0-9:_-]+")) {
      throw DoorFaults.secret(address.door(), "token");
    }
    return URI.create(address.url() + "/bot" + token + "/sendMessage");
  }

  private static String body(TellAddress address, Told event) {
    String sentence = event.sentence().in(address.english() ? Language.EN : Language.ID);
    Map<String, Object> fields = new LinkedHashMap<>();
    if (address.chat().isEmpty()) {
      fields.putAll(event.fields());
    } else {
      fields.put("chat_id", address.chat());
    }
    fields.put("text", sentence);
    try {
      return JSON.writeValueAsString(fields);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static SourceUnreadable notTaken(String door, Text why) {
    return DoorFaults.fault(
        door,
        "event.not-taken",
        new Text(
            "penerima tidak mengambil pemberitahuan: " + why.id(),
            "the receiver did not take the event: " + why.en()),
        new Text(
            "periksa alamat dan rahasianya; PDE mencoba lagi",
            "check its address and secret; PDE tries again"),
        null);
  }
}
