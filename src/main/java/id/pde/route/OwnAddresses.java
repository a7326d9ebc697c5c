package id.pde.route;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;

/**
 * Hands PDE's own components their options exactly as the police has read them. Camel joins {@code
 * parameters} into one address without encoding them, in any order, and takes it apart again: an
 * ampersand in a value would begin another option, a plus sign become a blank, and a secret stand
 * in the address.
 */
final class OwnAddresses implements RouteBuilderLifecycleStrategy {

  /** The options of each address, by its parts in order: so the order of joining is no matter. */
  private final Map<List<String>, Map<String, String>> options = new HashMap<>();

  OwnAddresses(List<RouteFile> files) {
    Faults untold = new Faults();
    for (RouteFile file : files) {
      RouteYaml.documents(file, untold).forEach(piece -> walk(piece, untold));
    }
  }

  private void walk(Piece piece, Faults untold) {
    if (piece instanceof Piece.Items list) {
      list.items().forEach(item -> walk(item, untold));
    } else if (piece instanceof Piece.Block block) {
      if (block.get("uri") instanceof Piece.Scalar uri) {
        learn(uri, block.get("parameters"), untold);
      }
      for (Piece.Entry entry : block.entries().values()) {
        if (entry.value() instanceof Piece.Scalar text
            && (entry.written().equals("to") || entry.written().equals("from"))) {
          learn(text, null, untold);
        }
        walk(entry.value(), untold);
      }
    }
  }

  private void learn(
      Piece.Scalar uri, @org.jspecify.annotations.Nullable Piece parameters, Faults untold) {
    Address address = Address.parse(uri.place(), uri.text(), untold);
    if (address == null || !Doors.OWN.contains(address.scheme())) {
      return;
    }
    Map<String, String> values = new TreeMap<>(DoorReader.values(address));
    StringBuilder joined = new StringBuilder(uri.text());
    if (parameters instanceof Piece.Block block) {
      char sign = '?';
      for (Piece.Entry entry : block.entries().values()) {
        if (entry.value() instanceof Piece.Scalar value) {
          joined.append(sign).append(entry.written()).append('=').append(value.text());
          values.put(entry.written(), value.text());
          sign = '&';
        }
      }
    }
    Map<String, String> before = options.putIfAbsent(parts(joined.toString()), values);
    if (before != null && !before.equals(values)) {
      throw new IllegalArgumentException(
          "two addresses cannot be told apart: " + uri.place().shown());
    }
  }

  private static List<String> parts(String uri) {
    int cut = uri.indexOf('?');
    List<String> parts = new ArrayList<>();
    if (cut >= 0) {
      parts.addAll(List.of(uri.substring(cut + 1).split("&", -1)));
      Collections.sort(parts);
    }
    parts.add(0, cut < 0 ? uri : uri.substring(0, cut));
    return parts;
  }

  @Override
  public void afterConfigure(RouteBuilder builder) {
    for (RouteDefinition route : builder.getRouteCollection().getRoutes()) {
      if (route.getInput() != null) {
        route.getInput().setUri(handed(route.getInput().getUri()));
      }
      steps(route.getOutputs());
    }
  }

  private void steps(List<ProcessorDefinition<?>> steps) {
    for (ProcessorDefinition<?> step : steps) {
      if (step instanceof ToDefinition to) {
        to.setUri(handed(to.getUri()));
      }
      steps(step.getOutputs());
    }
  }

  private String handed(String uri) {
    int colon = uri.indexOf(':');
    int cut = uri.indexOf('?');
    if (colon < 0 || cut < 0 || !Doors.OWN.contains(uri.substring(0, colon))) {
      return uri;
    }
    Map<String, String> values = options.get(parts(uri));
    if (values == null) {
      throw new IllegalArgumentException("an address that the police has not seen");
    }
    return uri.substring(0, cut) + "?" + HandedOptions.NAME + "=" + HandedOptions.coded(values);
  }

  /** Options that pass through Camel as one word. */
  static final class HandedOptions {

    static final String NAME = "pde";

    private HandedOptions() {}

    private static String coded(Map<String, String> values) {
      String lines =
          values.entrySet().stream()
              .map(option -> part(option.getKey()) + "." + part(option.getValue()))
              .collect(Collectors.joining("~"));
      return lines.isEmpty() ? "~" : lines;
    }

    private static String part(String text) {
      return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The options of an endpoint; those that Camel took apart itself where no route was loaded. */
    static Map<String, String> of(Map<String, Object> parameters) {
      Map<String, String> options = new HashMap<>();
      Object handed = parameters.get(NAME);
      if (handed == null) {
        parameters.forEach((name, value) -> options.put(name, String.valueOf(value)));
        return options;
      }
      for (String option : handed.toString().split("~", -1)) {
        int dot = option.indexOf('.');
        if (dot >= 0) {
          options.put(text(option.substring(0, dot)), text(option.substring(dot + 1)));
        }
      }
      return options;
    }

    private static String text(String part) {
      return new String(java.util.HexFormat.of().parseHex(part), StandardCharsets.UTF_8);
    }
  }
}
