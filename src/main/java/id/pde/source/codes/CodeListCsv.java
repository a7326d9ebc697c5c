package id.pde.source.codes;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.CodeListReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a code list: UTF-8, comma, one header line, {@code code,name} and, where they apply, {@code
 * level,parent,valid_from,valid_to,successor,variants,code_<system>}. Holds no state.
 */
public final class CodeListCsv implements CodeListReader {

  @Override
  public Read read(CodeFile file) {
    Faults faults = new Faults();
    Reading reading = new Reading(file.file(), faults);
    long line = 1;
    try (CsvReader<CsvRecord> records = open(file.content())) {
      for (CsvRecord record : records) {
        line = record.getStartingLineNumber();
        if (!reading.take(record)) {
          break;
        }
      }
    } catch (CsvParseException broken) {
      faults.add("codes.csv", new FilePlace(file.file(), (int) line, 1), BROKEN);
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory cannot fail to be read", impossible);
    }
    List<Code> codes = reading.end();
    List<Issue> issues = faults.issues();
    boolean usable = issues.stream().allMatch(issue -> issue.severity() == Severity.WARN);
    return new Read(usable ? new CodeList(file.list(), codes) : null, issues);
  }

  private static CsvReader<CsvRecord> open(String content) {
    return CsvReader.builder()
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(content);
  }

  private static final Advice BROKEN =
      new Advice(
          "csv",
          new Text(
              "CSV rusak sesudah baris ini, mungkin tanda kutip yang tidak ditutup",
              "the CSV is broken after this line, maybe a quotation mark that is never closed"),
          new Text("periksa tanda kutip", "look at the quotation marks"));

  /** One file on its way. */
  private static final class Reading {

    private final String file;
    private final Faults faults;
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, FilePlace> places = new LinkedHashMap<>();
    private @Nullable CodeColumns columns;

    Reading(String file, Faults faults) {
      this.file = file;
      this.faults = faults;
    }

    /** Whether reading goes on. */
    boolean take(CsvRecord record) {
      FilePlace place = new FilePlace(file, (int) record.getStartingLineNumber(), 1);
      if (columns == null) {
        columns = CodeColumns.read(record.getFields(), place, faults);
        return columns != null;
      }
      row(record.getFields(), columns, place);
      return true;
    }

    private void row(List<String> fields, CodeColumns columns, FilePlace place) {
      String code = columns.value(fields, "code");
      String name = columns.value(fields, "name");
      if (fields.size() > columns.size()) {
        fault(
            "codes.fields",
            place,
            fields.size() + " isian, judulnya " + columns.size(),
            fields.size() + " fields, but " + columns.size() + " headings");
        return;
      }
      if (code.isEmpty() || name.isEmpty()) {
        String empty = code.isEmpty() ? "code" : "name";
        fault("codes.empty", place, empty + " kosong", empty + " is empty");
        return;
      }
      checkDates(fields, columns, place);
      String key = code + '\0' + columns.value(fields, "valid_from");
      FilePlace before = places.putIfAbsent(key, place);
      if (before != null) {
        String shown = Quoted.of(code);
        fault(
            "codes.repeated",
            place,
            "kode " + shown + " sudah ada di baris " + before.line(),
            "the code " + shown + " is already at line " + before.line());
        return;
      }
      String variants = columns.value(fields, "variants");
      codes.put(
          key,
          new Code(
              code,
              name,
              columns.optional(fields, "level"),
              columns.optional(fields, "parent"),
              Arrays.stream(variants.split("\\|", -1))
                  .map(String::strip)
                  .filter(variant -> !variant.isEmpty())
                  .toList()));
    }

    private void checkDates(List<String> fields, CodeColumns columns, FilePlace place) {
      LocalDate from = date(columns.value(fields, "valid_from"), place);
      LocalDate to = date(columns.value(fields, "valid_to"), place);
      if (from != null && to != null && to.isBefore(from)) {
        fault("codes.date", place, "valid_to sebelum valid_from", "valid_to is before valid_from");
      }
    }

    private @Nullable LocalDate date(String text, FilePlace place) {
      if (text.isEmpty()) {
        return null;
      }
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException notADate) {
        String shown = Quoted.of(text);
        fault(
            "codes.date",
            place,
            shown + " bukan tanggal seperti 2024-12-31",
            shown + " is not a date like 2024-12-31");
        return null;
      }
    }

    /** Looks at parents, which may stand after their children. */
    List<Code> end() {
      if (columns == null && faults.isEmpty()) {
        fault("codes.header", new FilePlace(file, 1, 1), "berkas ini kosong", "this file is empty");
      }
      Map<String, String> parents = new LinkedHashMap<>();
      for (Code code : codes.values()) {
        String parent = code.parent();
        if (parent != null) {
          parents.put(code.code(), parent);
        }
      }
      ParentCircles circles = new ParentCircles(parents);
      codes.forEach(
          (key, code) -> {
            FilePlace place = places.getOrDefault(key, new FilePlace(file, 1, 1));
            if (circles.contains(code.code())) {
              String shown = Quoted.of(code.code());
              fault(
                  "codes.circle",
                  place,
                  "induk dari " + shown + " berputar kembali ke dirinya",
                  "the parents of " + shown + " lead back to itself");
            }
          });
      return List.copyOf(codes.values());
    }

    private void fault(String code, FilePlace place, String indonesian, String english) {
      faults.add(code, place, new Advice("csv", new Text(indonesian, english), FIX));
    }

    private static final Text FIX =
        new Text("betulkan baris ini di daftar kode", "correct this line of the code list");
  }
}
