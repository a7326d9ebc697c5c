package id.pde.route;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a route file is what a component gets, whatever Camel makes of it on the way. */
class HandedAddressesTest {

  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "Z",
          "9",
          " ",
          "&",
          "&b=2",
          "=",
          "%",
          "%26",
          "%zz",
          "+",
          "#",
          "#x",
          ";",
          ",",
          "~",
          ".",
          "'",
          "(",
          ")",
          "RAW(",
          "RAW(a%b)",
          "RAW{a%b}",
          "{{",
          "}}",
          "{{env:X}}",
          "${body}",
          "\\",
          "é",
          "e\u0301",
          "ä",
          "日",
          "\uD83D\uDE00",
          "|",
          "^",
          "[",
          "]",
          "//",
          "@",
          ":",
          "<",
          ">");

  private record Written(String path, Map<String, String> options) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  @SuppressWarnings("try") // Camel declares that closing it may be interrupted.
  void pathAndOptionsArriveAsTheyWereWritten(long seed) throws Exception {
    Random random = new Random(seed);
    Set<Written> written = new HashSet<>();
    StringBuilder routes = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      Written one = any(random, i);
      written.add(one);
      routes.append(route(one, random.nextBoolean(), i));
    }
    Recording recording = new Recording();
    CamelContext context = new DefaultCamelContext();
    try {
      context.addComponent("pde", recording);
      RouteLoading.add(context, List.of(new RouteFile("routes/x.yaml", routes.toString())));
      context.start();
    } finally {
      context.stop();
    }

    assertThat(recording.got).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void addressesThatCamelCannotTellApartAreAFault() {
    String alike =
        route(new Written("fetch", Map.of("url", "https://a/?x", "name", "n&first=1")), false, 1)
            + route(
                new Written("fetch", Map.of("url", "https://a/?x", "name", "n", "first", "1")),
                false,
                2);

    List<Issue> told =
        RoutePolice.check(
                List.of(new RouteFile("routes/x.yaml", alike)),
                new RouteScope(Set.of(), Set.of(), Set.of(), Set.of()))
            .faults()
            .stream()
            .filter(fault -> fault.code().equals("route.address-alike"))
            .toList();

    assertThat(told).hasSize(1);
    assertThat(told.get(0).message().en()).contains("routes/x.yaml:5:");
  }

  private static Written any(Random random, int number) {
    Map<String, String> options = new TreeMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      options.put("o" + random.nextInt(6), text(random));
    }
    // Camel takes apart what stands before the first question mark, not what is in it.
    return new Written(number + "/" + text(random).replace("?", ""), options);
  }

  private static String text(Random random) {
    List<String> pieces = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      pieces.add(PIECES.get(random.nextInt(PIECES.size())));
    }
    return String.join("", pieces);
  }

  private static String route(Written one, boolean inOneLine, int number) {
    String uri = "pde:" + one.path();
    StringBuilder parameters = new StringBuilder();
    if (inOneLine) {
      uri +=
          "?"
              + one.options().entrySet().stream()
                  .map(option -> option.getKey() + "=" + encoded(option.getValue()))
                  .collect(Collectors.joining("&"));
    } else {
      parameters.append("            parameters:\n");
      one.options()
          .forEach(
              (name, value) ->
                  parameters.append("              " + name + ": " + quoted(value) + "\n"));
    }
    return "- from:\n    uri: direct:d"
        + number
        + "\n    steps:\n      - to:\n            uri: "
        + quoted(uri)
        + "\n"
        + parameters;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Keeps what it gets. */
  private static final class Recording extends DefaultComponent {
    private final Set<Written> got = ConcurrentHashMap.newKeySet();

    @Override
    protected Endpoint createEndpoint(
        String uri, String remaining, Map<String, Object> parameters) {
      OwnAddresses.HandedOptions handed = OwnAddresses.HandedOptions.of(remaining, parameters);
      got.add(new Written(handed.path(), handed.options()));
      parameters.clear();
      return new Nowhere(uri, this);
    }
  }

  private static final class Nowhere extends DefaultEndpoint {
    Nowhere(String uri, Recording component) {
      super(uri, component);
    }

    @Override
    public Producer createProducer() {
      return new DefaultProducer(this) {
        @Override
        public void process(Exchange exchange) {
          throw new UnsupportedOperationException("nothing is sent");
        }
      };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
      throw new UnsupportedOperationException("a route does not begin here");
    }
  }
}
