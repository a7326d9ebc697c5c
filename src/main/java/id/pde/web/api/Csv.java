package id.pde.web.api;

/** Lines of CSV (RFC 4180); what a spreadsheet would take for a formula is made inert. */
final class Csv {

  private Csv() {}

  static void line(StringBuilder csv, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      csv.append(i == 0 ? "" : ",").append(field(fields[i]));
    }
    csv.append('\n');
  }

  private static String field(String text) {
    String inert = id.pde.run.InertCell.of(text);
    boolean quoted = inert.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
  }
}
