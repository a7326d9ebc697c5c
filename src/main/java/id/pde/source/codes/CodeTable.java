package id.pde.source.codes;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.pde.mapping.yaml.Faults;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.run.CodeListReader.CodeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a code list or of a file beside it: UTF-8, comma, one header line. */
final class CodeTable {

  private static final Text FIX =
      new Text("betulkan baris ini di daftar kode", "correct this line of the code list");

  private static final Advice BROKEN =
      new Advice(
          "csv",
          new Text(
              "CSV rusak sesudah baris ini, mungkin tanda kutip yang tidak ditutup",
              "the CSV is broken after this line, maybe a quotation mark that is never closed"),
          new Text("periksa tanda kutip", "look at the quotation marks"));

  private final CodeFile file;
  private final Faults faults;

  CodeTable(CodeFile file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /** One line below the header. */
  final class Line {
    private final CodeColumns columns;
    private final List<String> fields;
    private final FilePlace place;

    private Line(CodeColumns columns, List<String> fields, FilePlace place) {
      this.columns = columns;
      this.fields = fields;
      this.place = place;
    }

    /** Without outer blanks; empty where there is none. */
    String value(String column) {
      return columns.value(fields, column);
    }

    @Nullable String optional(String column) {
      return columns.optional(fields, column);
    }

    CodeColumns columns() {
      return columns;
    }

    FilePlace place() {
      return place;
    }

    void fault(String code, String indonesian, String english) {
      CodeTable.this.fault(code, place, indonesian, english);
    }
  }

  /** Takes the lines one by one. */
  interface Taker {
    void take(Line line);
  }

  /** Hands over every line that is whole; what is wrong with the file goes to the faults. */
  void read(CodeColumns.Kind kind, Taker taker) {
    long line = 1;
    CodeColumns columns = null;
    try (CsvReader<CsvRecord> records = open()) {
      for (CsvRecord record : records) {
        line = record.getStartingLineNumber();
        FilePlace place = new FilePlace(file.file(), (int) line, 1);
        if (columns == null) {
          columns = CodeColumns.read(kind, record.getFields(), place, faults);
          if (columns == null) {
            return;
          }
        } else {
          line(new Line(columns, record.getFields(), place), taker);
        }
      }
    } catch (CsvParseException broken) {
      faults.add("codes.csv", new FilePlace(file.file(), (int) line, 1), BROKEN);
      return;
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory cannot fail to be read", impossible);
    }
    if (columns == null) {
      FilePlace start = new FilePlace(file.file(), 1, 1);
      fault("codes.header", start, "berkas ini kosong", "this file is empty");
    }
  }

  private void line(Line line, Taker taker) {
    if (line.fields.size() > line.columns.size()) {
      line.fault(
          "codes.fields",
          line.fields.size() + " isian, judulnya " + line.columns.size(),
          line.fields.size() + " fields, but " + line.columns.size() + " headings");
      return;
    }
    taker.take(line);
  }

  void fault(String code, FilePlace place, String indonesian, String english) {
    faults.add(code, place, new Advice("csv", new Text(indonesian, english), FIX));
  }

  private CsvReader<CsvRecord> open() {
    return CsvReader.builder()
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(file.content());
  }
}
