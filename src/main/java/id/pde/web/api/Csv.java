package id.pde.web.api;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Lines of CSV (RFC 4180); what a spreadsheet would take for a formula is made inert. */
final class Csv {

  private Csv() {}

  static void line(StringBuilder csv, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      csv.append(i == 0 ? "" : ",").append(field(fields[i]));
    }
    csv.append('\n');
  }

  /** A page of a list with its header. */
  static <T> ResponseEntity<String> page(
      String header, List<T> items, Function<T, List<String>> fields) {
    StringBuilder csv = new StringBuilder(header).append('\n');
    items.forEach(item -> line(csv, fields.apply(item).toArray(String[]::new)));
    return ResponseEntity.ok(csv.toString());
  }

  private static String field(String text) {
    String inert = id.pde.run.InertCell.of(text);
    boolean quoted = inert.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
  }
}
