package id.pde.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * The API of a server as a program asks it; a token that is empty is not sent.
 *
 * @param address {@code http://127.0.0.1:port}
 */
record Api(String address) {

  private static final ObjectMapper JSON = new ObjectMapper();

  HttpResponse<String> ask(HttpRequest.Builder request, String token) {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return new Visit(address).send(request.header("Accept-Language", "en").build());
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path));
  }

  HttpResponse<String> get(String path, String token, String accept) {
    return ask(to(path).header("Accept", accept).GET(), token);
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException broken) {
      throw new AssertionError(answer.body(), broken);
    }
  }

  HttpResponse<String> post(String path, String token, String... headers) {
    HttpRequest.Builder request = to(path).POST(BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return ask(request, token);
  }

  static String code(HttpResponse<String> answer) {
    return answer.statusCode() + " " + json(answer).path("code").asText();
  }
}
