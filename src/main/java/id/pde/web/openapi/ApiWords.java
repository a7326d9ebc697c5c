package id.pde.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** What the operations of the API do and what their parameters mean, in words. */
final class ApiWords {

  private static final String FILE = "operations.properties";

  private final Properties words = new Properties();

  ApiWords() {
    try (InputStream in = Objects.requireNonNull(ApiWords.class.getResourceAsStream(FILE), FILE);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Empty: nobody has written it yet, which a test tells. */
  String operation(String verb, String path) {
    return words.getProperty(verb + " " + path, "");
  }

  /** A name means the same wherever it stands. */
  String parameter(String name) {
    return words.getProperty("parameter " + name, "");
  }

  /** What is described, for the test that nothing is that has gone. */
  Set<String> keys() {
    return words.stringPropertyNames();
  }
}
