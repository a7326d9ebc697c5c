package id.pde.route;

import id.pde.model.Text;
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
 * Hands PDE's own components path and options exactly as the police has read them. Camel joins
 * {@code parameters} into one address without encoding them, in any order, and takes it apart
 * again: an ampersand in a value would begin another option, a plus sign become a blank, a path end
 * at its number sign, and a secret stand in the address.
 */
final class OwnAddresses implements RouteBuilderLifecycleStrategy {

  /** Each address by its parts in order: so the order of joining is no matter. */
  private final Map<List<String>, Address> addresses = new HashMap<>();

  private final Faults faults;

  /**
   * Reads the addresses of route files.
   *
   * @param faults takes addresses that Camel makes the same of, though they are not
   */
  OwnAddresses(List<RouteFile> files, Faults faults) {
    this.faults = faults;
    Faults untold = new Faults();
    for (RouteFile file : files) {
      RouteYaml.documents(file, untold).forEach(piece -> walk(piece, untold));
    }
  }

  /** Finds addresses that Camel makes the same of, though they are not. */
  static void check(List<RouteFile> files, Faults faults) {
    new OwnAddresses(files, faults);
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
    StringBuilder joined = new StringBuilder(uri.text());
    if (parameters instanceof Piece.Block block) {
      char sign = '?';
      for (Piece.Entry entry : block.entries().values()) {
        if (entry.value() instanceof Piece.Scalar value) {
          joined.append(sign).append(entry.written()).append('=').append(joined(value.text()));
          address.add(entry.written(), new Address.Option(entry.place(), value.text()), untold);
          sign = '&';
        }
      }
    }
    Address before = addresses.putIfAbsent(parts(joined.toString()), address);
    if (before != null && !DoorReader.values(before).equals(DoorReader.values(address))) {
      faults.add(
          uri.place(),
          "route.address-alike",
          new Text(
              "alamat ini tidak dapat dibedakan dari yang di " + before.place().shown(),
              "this address cannot be told from the one at " + before.place().shown()),
          new Text(
              "ubah nilai yang memuat tanda & di salah satunya",
              "change a value that holds the sign & in one of them"));
    }
  }

  /** Camel encodes one sign, where a value says that nothing in it is encoded. */
  private static String joined(String value) {
    boolean raw = value.startsWith("RAW(") && value.endsWith(")");
    boolean braced = value.startsWith("RAW{") && value.endsWith("}");
    return raw || braced ? value.replace("%", "%25") : value;
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
    if (colon < 0 || !Doors.OWN.contains(uri.substring(0, colon))) {
      return uri;
    }
    Address address = addresses.get(parts(uri));
    if (address == null) {
      throw new IllegalArgumentException("an address that the police has not seen");
    }
    int cut = uri.indexOf('?');
    String before = cut < 0 ? uri : uri.substring(0, cut);
    // What is shown of it in logs; the component goes by what is handed to it.
    String shown = before.replaceAll("[^A-Za-z0-9:/._@-]", "_");
    return shown + "?" + HandedOptions.NAME + "=" + HandedOptions.coded(address);
  }

  /**
   * Path and options that pass through Camel as one word.
   *
   * @param path what stands between the scheme and the options, as written
   */
  record HandedOptions(String path, Map<String, String> options) {

    private static final String NAME = "pde";

    /** No option has this name. */
    private static final String PATH = "";

    HandedOptions {
      options = Map.copyOf(options);
    }

    private static String coded(Address address) {
      Map<String, String> all = new TreeMap<>(DoorReader.values(address));
      all.put(PATH, address.path());
      return all.entrySet().stream()
          .map(option -> part(option.getKey()) + "." + part(option.getValue()))
          .collect(Collectors.joining("~"));
    }

    private static String part(String text) {
      return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Those of an endpoint; what Camel took apart itself where no route was loaded. */
    static HandedOptions of(String remaining, Map<String, Object> parameters) {
      Map<String, String> options = new HashMap<>();
      Object handed = parameters.get(NAME);
      if (handed == null) {
        parameters.forEach((name, value) -> options.put(name, String.valueOf(value)));
        return new HandedOptions(remaining, options);
      }
      for (String option : handed.toString().split("~", -1)) {
        int dot = option.indexOf('.');
        options.put(text(option.substring(0, dot)), text(option.substring(dot + 1)));
      }
      String path = options.remove(PATH);
      return new HandedOptions(path == null ? remaining : path, options);
    }

    private static String text(String part) {
      return new String(java.util.HexFormat.of().parseHex(part), StandardCharsets.UTF_8);
    }
  }
}
