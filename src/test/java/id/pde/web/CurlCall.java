package id.pde.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of the API as the manual writes it for curl: an address, {@code -H}, {@code -X}, {@code
 * --data-binary}. Machines that run the tests need no curl.
 *
 * @param words of its line, without quotes
 */
record CurlCall(List<String> words) {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final String PRINTED = "http://127.0.0.1:8080";

  CurlCall {
    words = List.copyOf(words);
  }

  static CurlCall of(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    if (!words.remove(0).equals("curl")) {
      throw new IllegalArgumentException("no curl: " + line);
    }
    return new CurlCall(words);
  }

  /** As it would be sent to a server with a token. */
  HttpRequest to(String address, String token, byte[] file) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    String verb = "GET";
    byte[] body = {};
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "-H" -> {
          String[] header = words.get(++i).replace("$TOKEN", token).split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-X" -> verb = words.get(++i);
        case "--data-binary" -> {
          verb = "POST";
          body = file;
          i++;
        }
        default -> request.uri(URI.create(word.replace(PRINTED, address)));
      }
    }
    return request.method(verb, BodyPublishers.ofByteArray(body)).build();
  }
}
