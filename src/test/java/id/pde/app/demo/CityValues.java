package id.pde.app.demo;

import id.pde.source.Readers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds what expected lines say: in the database of a loaded city, and in the files themselves. */
final class CityValues {

  /** Queries that are asked at once: their text has to fit into an argument of a command. */
  private static final int BATCH = 40;

  private final Asker asker;
  private final RawReading reading = new RawReading(new Readers());
  private final Function<String, Path> files;

  /**
   * @param files the file of a delivery
   */
  CityValues(Asker asker, Function<String, Path> files) {
    this.asker = asker;
    this.files = files;
  }

  /** Asks a database. */
  interface Asker {
    /** The one value of each query, in their order; no value is an empty text. */
    List<String> ask(List<String> queries) throws Exception;
  }

  /** The value of each line that is not open, in their order. */
  Map<ExpectedLine, String> of(List<ExpectedLine> lines) throws Exception {
    Map<ExpectedLine, String> queries = new LinkedHashMap<>();
    Map<ExpectedLine, String> values = new LinkedHashMap<>();
    for (ExpectedLine line : lines) {
      if (line.binding() instanceof Binding.Query query) {
        queries.put(line, query.sql());
        values.put(line, "");
      } else if (line.binding() instanceof Binding.Read read) {
        Path file = files.apply(line.delivery());
        values.put(line, Long.toString(reading.count(file, line.sheet(), read.what())));
      }
    }
    List<ExpectedLine> asked = new ArrayList<>(queries.keySet());
    for (int from = 0; from < asked.size(); from += BATCH) {
      List<ExpectedLine> batch = asked.subList(from, Math.min(asked.size(), from + BATCH));
      List<String> found = asker.ask(batch.stream().map(queries::get).toList());
      for (int i = 0; i < batch.size(); i++) {
        values.put(batch.get(i), found.get(i));
      }
    }
    return values;
  }

  /** One query with the values of several, as lines of number and value. */
  static String together(List<String> queries) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      parts.add("SELECT " + i + " AS line, (" + queries.get(i) + ")::text AS value");
    }
    return String.join(" UNION ALL ", parts) + " ORDER BY line";
  }

  /** The file of a delivery in the checkout; the indicators of PUPR lie with their producer. */
  static Path original(String delivery) {
    Path demo = Path.of("src/main/demo");
    Path asNamed = demo.resolve(delivery);
    return Files.exists(asNamed)
        ? asNamed
        : demo.resolve("pupr").resolve(delivery.replaceFirst("^[^/]*/", ""));
  }
}
