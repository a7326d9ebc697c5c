package id.pde.receipt;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.run.InertCell;
import id.pde.run.Ledger;
import id.pde.run.Ledger.RejectedRow;
import id.pde.run.RunReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rejected rows as they were delivered, for Excel as it is set up in Indonesia: semicolons, and
 * a byte order mark so that UTF-8 is seen. The rows go to the sender, who knows their values.
 */
final class RejectedRows {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final List<RunReport> reports;
  private final Ledger ledger;
  private final Language language;

  RejectedRows(List<RunReport> reports, Ledger ledger, Language language) {
    this.reports = reports;
    this.ledger = ledger;
    this.language = language;
  }

  void write(Path file) throws IOException {
    Map<String, Integer> columns = columns();
    // This writer turns half a surrogate pair into "?", where Files.newBufferedWriter would stop.
    try (Writer text =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
      text.write(BYTE_ORDER_MARK);
      try (CsvWriter csv =
          CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(text)) {
        csv.writeRecord(headings(columns));
        for (RunReport report : reports) {
          if (report.outcome() == RunOutcome.LOADED_WITH_REJECTS) {
            ledger.rejected(report.run(), row -> csv.writeRecord(cells(row, columns)));
          } else {
            places(report).forEach(row -> csv.writeRecord(cells(row, columns)));
          }
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  /**
   * The headings of all tables of the delivery; the second of two equal ones has its own column.
   */
  private Map<String, Integer> columns() {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (RunReport report : reports) {
      ledger.rejected(
          report.run(),
          row -> numbered(row.headings()).forEach(key -> columns.putIfAbsent(key, columns.size())));
    }
    return columns;
  }

  /** A refused run has no quarantine: the places of its first thousand issues must do. */
  private static Stream<RejectedRow> places(RunReport report) {
    return report.details().stream()
        .filter(issue -> issue.severity() == Severity.REJECT)
        .map(
            issue ->
                new RejectedRow(0, issue.location().shown(), List.of(), List.of(), List.of(issue)));
  }

  private static List<String> numbered(List<String> headings) {
    Map<String, Integer> times = new HashMap<>();
    return headings.stream()
        .map(heading -> heading + '\0' + times.merge(heading, 1, Integer::sum))
        .toList();
  }

  private List<String> headings(Map<String, Integer> columns) {
    String[] cells = new String[columns.size() + 2];
    columns.forEach(
        (key, position) -> cells[position] = InertCell.of(key.substring(0, key.lastIndexOf('\0'))));
    cells[columns.size()] =
        switch (language) {
          case ID -> "_baris";
          case EN -> "_row";
        };
    cells[columns.size() + 1] =
        switch (language) {
          case ID -> "_alasan";
          case EN -> "_reason";
        };
    return Arrays.asList(cells);
  }

  private List<String> cells(RejectedRow row, Map<String, Integer> columns) {
    String[] cells = new String[columns.size() + 2];
    Arrays.fill(cells, "");
    List<String> keys = numbered(row.headings());
    for (int i = 0; i < Math.min(keys.size(), row.values().size()); i++) {
      Integer position = columns.get(keys.get(i));
      if (position != null) {
        cells[position] = InertCell.of(row.values().get(i));
      }
    }
    cells[columns.size()] = InertCell.of(row.place());
    cells[columns.size() + 1] =
        InertCell.of(row.issues().stream().map(this::reason).collect(Collectors.joining(" | ")));
    return Arrays.asList(cells);
  }

  private String reason(Issue issue) {
    String fix = issue.fix().in(language);
    String message = issue.message().in(language);
    return fix.isEmpty() ? message : message + " -> " + fix;
  }
}
