package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Somebody of an agency whose program sends files. */
record ApiSender(Api api, String token) {

  HttpResponse<String> send(String agency, String name, byte[] bytes, String key) {
    String path =
        "/deliveries?agency=" + agency + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    HttpRequest.Builder request = api.to(path).POST(BodyPublishers.ofByteArray(bytes));
    return api.ask(request.header("Idempotency-Key", key), token);
  }

  /** Sends the sample of the agency bps and waits for its run. */
  long delivered(String name, String key) throws Exception {
    HttpResponse<String> answer = send("bps", name, Files.readAllBytes(sample()), key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String place = answer.headers().firstValue("Location").orElseThrow();
    for (int tries = 0; tries < 300; tries++) {
      JsonNode runs =
          Api.json(api.get(place.replaceFirst("^/api/v1", ""), token, "*/*")).get("runs");
      if (!runs.isEmpty()) {
        return runs.get(0).get("run").asLong();
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("no run of " + name);
  }

  static Path sample() throws IOException {
    try (var all = Files.list(Path.of("src/main/demo/bps"))) {
      return all.findFirst().orElseThrow();
    }
  }
}
