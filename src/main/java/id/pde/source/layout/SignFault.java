package id.pde.source.layout;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;

/** The words for signs that make a field uncertain. */
final class SignFault {

  private static final Text GOES_ON =
      new Text(
          "Isian ini masih berlanjut setelah tanda kutip penutupnya.",
          "This field goes on behind its closing quote.");

  private SignFault() {}

  static Issue of(RowFault.Kind kind, Location where) {
    return switch (kind) {
      case STRAY_QUOTE ->
          reject(
              "csv.stray-quote",
              where,
              GOES_ON,
              new Text(
                  "Perbaiki baris ini di sumbernya: tanda kutip di dalam isian ditulis dua kali.",
                  "Correct this row at its source: a quote inside of a field is written twice."));
      case ESCAPED_QUOTE ->
          reject(
              "csv.stray-quote",
              where,
              GOES_ON,
              new Text(
                  "Bila berkas menulis \\\" untuk tanda kutip di dalam isian, tulis \"escape:"
                      + " '\\'\" di pemetaan.",
                  "If the file writes \\\" for a quote inside of a field, write \"escape: '\\'\" in"
                      + " the mapping."));
      case TAB ->
          reject(
              "fixed.tab",
              where,
              new Text(
                  "Isian ini memuat tab; lebarnya tidak dapat dihitung.",
                  "This field holds a tab; its width cannot be counted."),
              new Text(
                  "Ganti tab dengan spasi di sumbernya.",
                  "Replace the tab by blanks at its source."));
      case UNDECODABLE, NUL -> throw new IllegalArgumentException(kind.name());
    };
  }

  private static Issue reject(String code, Location where, Text message, Text fix) {
    return Issue.of(code, Severity.REJECT, where, new Advice(code, message, fix));
  }
}
