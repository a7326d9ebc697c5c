package id.pde.web;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A program that uses the API with a token.
 *
 * @param token empty: it has none
 */
record Program(String address, String token) {

  /** One with a token that somebody makes on the own page. */
  static Program of(String address, Visit visit) {
    return new Program(address, ApiPeople.token(visit));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** Without a body. */
  HttpResponse<String> post(String path, String... headers) {
    return send("POST", path, null, headers);
  }

  HttpResponse<String> postJson(String path, String json, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return send("POST", path, json.replace('\'', '"'), all);
  }

  HttpResponse<String> yaml(String method, String path, String yaml, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/yaml";
    return send(method, path, yaml, all);
  }

  HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
    Api api = new Api(address);
    HttpRequest.Builder request =
        api.to(path)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return api.ask(request, token);
  }

  /** The tag of a single thing. */
  static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElse("");
  }
}
