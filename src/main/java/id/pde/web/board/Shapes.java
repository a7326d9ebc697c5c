package id.pde.web.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The shapes of the 29 kelurahan of Kota Probolinggo, in a drawing of 400 by 400 units. */
final class Shapes {

  private static final double SIZE = 400;
  private static final double EDGE = 4;

  /** Of the middle of the city: a degree of longitude is so much shorter than one of latitude. */
  private static final double SHORTER = Math.cos(Math.toRadians(7.77));

  static final List<Shape> ALL = read();

  private Shapes() {}

  /**
   * A kelurahan.
   *
   * @param path its border
   * @param x of its middle, where its value is written
   */
  record Shape(String code, String name, String path, String x, String y) {}

  private static List<Shape> read() {
    try (InputStream in =
        Objects.requireNonNull(Shapes.class.getResourceAsStream("/id/pde/web/kelurahan.geojson"))) {
      return shapes(new ObjectMapper().readTree(in).path("features"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Where the drawing begins, and units for each degree of latitude. */
  private record View(double west, double north, double scale) {
    String x(double longitude) {
      return units(EDGE + (longitude - west) * SHORTER * scale);
    }

    String y(double latitude) {
      return units(EDGE + (north - latitude) * scale);
    }

    private static String units(double number) {
      return String.format(Locale.ROOT, "%.1f", number);
    }
  }

  private static List<Shape> shapes(JsonNode features) {
    double west = Double.MAX_VALUE;
    double east = -Double.MAX_VALUE;
    double south = Double.MAX_VALUE;
    double north = -Double.MAX_VALUE;
    for (JsonNode feature : features) {
      for (JsonNode point : feature.at("/geometry/coordinates/0")) {
        west = Math.min(west, point.get(0).asDouble());
        east = Math.max(east, point.get(0).asDouble());
        south = Math.min(south, point.get(1).asDouble());
        north = Math.max(north, point.get(1).asDouble());
      }
    }
    double scale = (SIZE - 2 * EDGE) / Math.max((east - west) * SHORTER, north - south);
    View view = new View(west, north, scale);
    List<Shape> shapes = new ArrayList<>();
    for (JsonNode feature : features) {
      JsonNode properties = feature.path("properties");
      shapes.add(
          new Shape(
              properties.path("code").asText(),
              properties.path("name").asText(),
              path(feature.at("/geometry/coordinates/0"), view),
              view.x(properties.path("lon").asDouble()),
              view.y(properties.path("lat").asDouble())));
    }
    return List.copyOf(shapes);
  }

  private static String path(JsonNode ring, View view) {
    StringBuilder path = new StringBuilder();
    for (JsonNode point : ring) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(view.x(point.get(0).asDouble()))
          .append(' ')
          .append(view.y(point.get(1).asDouble()));
    }
    return path.append('Z').toString();
  }
}
