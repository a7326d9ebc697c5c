package id.pde.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pde.receipt.AnswerSchema;
import id.pde.receipt.annotate.AnnotatedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The answers to the deliveries of the sample city, as their senders find them. */
final class CityAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Path> answers;

  /**
   * @param outbox of the city
   */
  CityAnswers(Path outbox) throws IOException {
    try (Stream<Path> files = Files.walk(outbox)) {
      answers = files.filter(file -> file.toString().endsWith(".hasil.json")).sorted().toList();
    }
  }

  /** Every fault of an answer by the schema, with the name of its file. */
  List<String> schemaFaults() throws IOException {
    AnswerSchema schema = new AnswerSchema();
    List<String> faults = new ArrayList<>();
    for (Path answer : answers) {
      for (String fault : schema.faults(Files.readString(answer))) {
        faults.add(answer.getFileName() + ": " + fault);
      }
    }
    return faults;
  }

  /** The mappings whose answers have totals; those are of all accepted rows. */
  List<String> withTotals() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path answer : answers) {
      JsonNode json = JSON.readTree(answer.toFile());
      for (JsonNode run : json.has("runs") ? json.path("runs") : List.of(json)) {
        if (run.has("totals")) {
          long rows = 0;
          for (JsonNode part : run.path("totals").path("parts")) {
            rows += part.path("rows").asLong();
          }
          assertThat(rows)
              .as(answer.toString())
              .isEqualTo(run.path("counts").path("accepted").asLong());
          found.add(run.path("mapping").asText());
        }
      }
    }
    return found;
  }

  /** The workbooks to correct, each with the cells that the answer names; true: a warning. */
  Map<Path, Map<String, Boolean>> named() throws IOException {
    Map<Path, Map<String, Boolean>> named = new TreeMap<>();
    for (Path answer : answers) {
      for (JsonNode repair : JSON.readTree(answer.toFile()).path("repairs")) {
        named.put(answer.resolveSibling(repair.path("file").asText()), cells(repair));
      }
    }
    return named;
  }

  /** An issue of a whole row is shown in the first column that has issues. */
  private static Map<String, Boolean> cells(JsonNode repair) {
    Map<String, String> first = new HashMap<>();
    for (JsonNode cell : repair.path("cells")) {
      String column = cell.path("cell").asText().replaceFirst("\\d+$", "");
      if (!column.isEmpty()) {
        first.merge(cell.path("sheet").asText(), column, CityAnswers::nearer);
      }
    }
    Map<String, Boolean> cells = new TreeMap<>();
    for (JsonNode cell : repair.path("cells")) {
      if (cell.path("row").asInt() > 0) {
        String sheet = cell.path("sheet").asText();
        String address = cell.path("cell").asText();
        String place =
            address.isEmpty() ? first.getOrDefault(sheet, "A") + cell.path("row").asInt() : address;
        boolean warning = cell.path("severity").asText().equals("warn");
        cells.merge(sheet + "!" + place, warning, (one, other) -> one && other);
      }
    }
    return cells;
  }

  private static String nearer(String one, String other) {
    boolean shorter = one.length() < other.length();
    boolean before = one.length() == other.length() && one.compareTo(other) < 0;
    return shorter || before ? one : other;
  }

  static Map<String, Boolean> coloured(Path workbook) throws IOException {
    return AnnotatedFile.coloured(workbook);
  }

  /**
   * Answers whose only workbook to correct is whole and does not show each issue that the ledger
   * counted, with the kinds and how many are lacking. Issues of the file itself have no cell.
   */
  Map<String, Map<String, Long>> uncounted() throws IOException {
    Map<String, Map<String, Long>> differs = new TreeMap<>();
    for (Path answer : answers) {
      JsonNode json = JSON.readTree(answer.toFile());
      Map<String, Long> counts = new TreeMap<>();
      for (JsonNode run : json.has("runs") ? json.path("runs") : List.of(json)) {
        String file = run.path("source").path("name").asText();
        for (JsonNode issue : run.path("issues")) {
          if (!issue.path("example").asText().equals(file)) {
            counts.merge(kind(issue), issue.path("count").asLong(), Long::sum);
          }
        }
      }
      JsonNode repairs = json.path("repairs");
      if (repairs.size() == 1 && repairs.get(0).path("left").asLong() == 0) {
        repairs.get(0).path("cells").forEach(cell -> counts.merge(kind(cell), -1L, Long::sum));
        counts.values().removeIf(left -> left == 0);
        if (!counts.isEmpty()) {
          differs.put(answer.getFileName().toString(), counts);
        }
      }
    }
    return differs;
  }

  private static String kind(JsonNode issue) {
    return issue.path("code").asText() + " " + issue.path("column").asText("");
  }
}
