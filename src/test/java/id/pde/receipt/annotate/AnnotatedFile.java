package id.pde.receipt.annotate;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Annotates files for tests, and says what is in them. */
public final class AnnotatedFile {

  private AnnotatedFile() {}

  static Issue issue(Severity severity, String sheet, int row, int column) {
    return new Issue(
        "decimal.ambiguous",
        severity,
        new Location.SheetCell(sheet, row, column),
        "harga",
        "1.234",
        true,
        "decimal(12,2)",
        new Text("\"1.234\" dapat dibaca dua cara", "\"1.234\" can be read in two ways"),
        new Text("mungkin maksudnya 1234", "maybe it means 1234"));
  }

  /** Annotates a workbook. */
  static Path annotate(Path file, Path target, List<Issue> issues) throws IOException {
    try (OfficePackage parts = new OfficePackage(file)) {
      Summary none = new Summary("Perbaikan PDE", List.of(), List.of(), Language.ID, "");
      Places places = new Places(new Annotation(parts, Map.of(), none).sheets(), null);
      List<Fault> faults = places.faults(issues);
      Summary summary =
          new Summary(
              "Perbaikan PDE",
              List.of("Perbaikan: uji", "=1+1"),
              faults,
              Language.ID,
              "2 own 7 uji 0");
      new Annotation(parts, Places.marks(faults, Language.ID), summary).write(target);
    }
    return target;
  }

  /** The bytes of every part. */
  static Map<String, byte[]> parts(Path file) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream()
          .forEach(
              entry -> {
                try (InputStream bytes = zip.getInputStream(entry)) {
                  parts.put(entry.getName(), bytes.readAllBytes());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return parts;
  }

  /** Parts of the first that the second lacks or has otherwise. */
  static Set<String> changed(Path before, Path after) throws IOException {
    Map<String, byte[]> now = parts(after);
    TreeSet<String> changed = new TreeSet<>();
    parts(before)
        .forEach(
            (name, bytes) -> {
              if (!Arrays.equals(bytes, now.get(name))) {
                changed.add(name);
              }
            });
    return changed;
  }

  /** The cells with a colour of PDE, as {@code Sheet!D17}, and whether it is that of a warning. */
  public static Map<String, Boolean> coloured(Path file) throws IOException {
    Map<String, Boolean> cells = new TreeMap<>();
    try (InputStream bytes = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      for (Sheet sheet : workbook) {
        if (sheet.getSheetName().startsWith("Perbaikan PDE")) {
          continue;
        }
        for (Row row : sheet) {
          for (Cell cell : row) {
            XSSFColor colour = ((XSSFCellStyle) cell.getCellStyle()).getFillForegroundColorColor();
            String hex = colour == null ? "" : String.valueOf(colour.getARGBHex());
            if (hex.equals(Styles.REJECT_COLOUR) || hex.equals(Styles.WARNING_COLOUR)) {
              cells.put(
                  sheet.getSheetName() + "!" + cell.getAddress(),
                  hex.equals(Styles.WARNING_COLOUR));
            }
          }
        }
      }
    }
    return cells;
  }

  /** Comments by {@code Sheet!D17}. */
  static Map<String, String> comments(Path file) throws IOException {
    Map<String, String> comments = new TreeMap<>();
    try (InputStream bytes = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        XSSFSheet sheet = workbook.getSheetAt(i);
        sheet
            .getCellComments()
            .forEach(
                (address, comment) ->
                    comments.put(
                        sheet.getSheetName() + "!" + address, comment.getString().getString()));
      }
    }
    return comments;
  }

  /** Values, formulas and formats of all cells but those of PDE's sheet; fills left out. */
  static List<String> cells(Path file) throws IOException {
    List<String> cells = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      for (Sheet sheet : workbook) {
        if (sheet.getSheetName().startsWith("Perbaikan PDE")) {
          continue;
        }
        for (Row row : sheet) {
          for (Cell cell : row) {
            XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
            String text = cell.toString();
            if (!text.isEmpty()) {
              cells.add(
                  sheet.getSheetName()
                      + "!"
                      + cell.getAddress()
                      + " "
                      + text
                      + " "
                      + style.getDataFormatString()
                      + " "
                      + style.getBorderBottom()
                      + " "
                      + style.getFont().getBold()
                      + " "
                      + style.getLocked());
            }
          }
        }
      }
    }
    return cells;
  }
}
