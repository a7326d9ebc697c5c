package id.pde.source.codes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.pde.codes.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts lines out of a file of decisions. */
final class DecisionLines {

  private DecisionLines() {}

  /** Without the records that say this; what is left is left sign by sign. */
  static String without(String content, Decision decision) {
    String[] lines = content.split("(?<=\n)|(?<=\r)(?!\n)", -1);
    StringBuilder left = new StringBuilder();
    int kept = 0;
    List<CsvRecord> records = records(content);
    for (int at = 1; at < records.size(); at++) {
      if (says(records.get(0), records.get(at), decision)) {
        int from = (int) records.get(at).getStartingLineNumber() - 1;
        int to = from + lines(records.get(at));
        append(left, lines, kept, from);
        kept = to;
      }
    }
    append(left, lines, kept, lines.length);
    return left.toString();
  }

  private static void append(StringBuilder left, String[] lines, int from, int to) {
    for (int line = from; line < to; line++) {
      left.append(lines[line]);
    }
  }

  /**
   * How many lines of the file a record takes: a field in quotation marks may hold ends of lines.
   */
  private static int lines(CsvRecord record) {
    int ends = 0;
    for (String field : record.getFields()) {
      ends += field.split("\r\n|\r|\n", -1).length - 1;
    }
    return ends + 1;
  }

  private static boolean says(CsvRecord header, CsvRecord record, Decision decision) {
    return field(header, record, "value").equals(decision.value())
        && field(header, record, "code").equals(decision.code());
  }

  private static String field(CsvRecord header, CsvRecord record, String column) {
    for (int at = 0; at < header.getFieldCount() && at < record.getFieldCount(); at++) {
      String heading = header.getField(at).replace("\uFEFF", "").strip();
      if (heading.toLowerCase(Locale.ROOT).equals(column)) {
        return record.getField(at).strip();
      }
    }
    return "";
  }

  private static List<CsvRecord> records(String content) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(content)) {
      reader.forEach(records::add);
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory cannot fail to be read", impossible);
    }
    return records;
  }
}
