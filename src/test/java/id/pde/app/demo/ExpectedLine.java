package id.pde.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One value that the sample deliveries hold, and how it is found.
 *
 * @param delivery agency and file
 * @param check as {@code checks.csv} says it
 */
record ExpectedLine(
    String delivery, String sheet, String key, String value, String check, Binding binding) {

  private static final Path FOLDER = Path.of("src/test/resources/id/pde/demo");

  /** All lines of {@code expected.csv}, each with its one line of {@code checks.csv}. */
  static List<ExpectedLine> all() throws IOException {
    Map<List<String>, String> values = read("expected.csv");
    Map<List<String>, String> checks = read("checks.csv");
    assertThat(checks.keySet()).containsExactlyElementsOf(values.keySet());
    List<ExpectedLine> lines = new ArrayList<>();
    values.forEach((name, value) -> lines.add(of(name, value, checks.getOrDefault(name, ""))));
    return lines;
  }

  private static ExpectedLine of(List<String> name, String value, String check) {
    return new ExpectedLine(
        name.get(0), name.get(1), name.get(2), value, check, Binding.of(name.get(0), check));
  }

  private static Map<List<String>, String> read(String file) throws IOException {
    Map<List<String>, String> lines = new LinkedHashMap<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(FOLDER.resolve(file))) {
      for (CsvRecord line : csv) {
        if (line.getStartingLineNumber() == 1) {
          continue;
        }
        List<String> fields = line.getFields();
        assertThat(fields).as(file + ":" + line.getStartingLineNumber()).hasSize(4);
        assertThat(lines.put(fields.subList(0, 3), fields.get(3))).as("twice: " + fields).isNull();
      }
    }
    return lines;
  }

  boolean isOpen() {
    return binding instanceof Binding.Open;
  }

  /** A check that has the expected value in it may say it whatever was loaded. */
  boolean givesItselfAway() {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(value) + "(?!\\w|\\.\\w)")
        .matcher(check)
        .find();
  }

  /** Whether a value that was found is the expected one; 10 and 10.00 are the same. */
  boolean holdsFor(String found) {
    try {
      return new BigDecimal(found).compareTo(new BigDecimal(value)) == 0;
    } catch (NumberFormatException words) {
      return found.equals(value);
    }
  }

  /** What is looked at. */
  String name() {
    return delivery + (sheet.isEmpty() ? "" : "!" + sheet) + ": " + key;
  }

  @Override
  public String toString() {
    return name() + " = " + value;
  }
}
