package id.pde.receipt.template;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.DateType;
import id.pde.mapping.ColumnType.DecimalType;
import id.pde.mapping.ColumnType.IntegerType;
import id.pde.mapping.ColumnType.TimestampType;
import id.pde.mapping.Mapping;
import id.pde.receipt.template.TemplatePlan.Heading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A template that is filled by a program: valid values by type, and planted faults. */
final class FilledTemplate {

  static final int ROWS = 12;

  /** Cells from which several columns are taken. */
  private static final Map<String, String> WORDED =
      Map.of(
          "NAMA NIP", "Zulmarkah\n197706182005011004",
          "PANGKAT / GOL", "III/a\nPenata Muda",
          "TEMPAT TGL LAHIR", "Probolinggo,\n18-06-1977",
          "LINTANG", "-7.75",
          "BUJUR", "113.21");

  private final Mapping mapping;
  private final CodeLists codes;
  private final TemplatePlan plan;
  private final Map<String, String> chosen = new HashMap<>();

  FilledTemplate(Mapping mapping, CodeLists codes, TemplatePlan plan) {
    this.mapping = mapping;
    this.codes = codes;
    this.plan = plan;
    plan.headings().forEach(heading -> heading.columns().forEach(this::choose));
  }

  /** A code below another one goes with that one. */
  private void choose(ColumnSpec column) {
    if (!(column.type() instanceof CodeType type)) {
      return;
    }
    List<String> choices = CodeChoices.of(column, codes);
    if (choices.isEmpty()) {
      return;
    }
    chosen.putIfAbsent(column.name(), choices.get(0));
    CodeList list = codes.find(type.list());
    String above = type.narrowing().parentColumn();
    if (above != null && list != null) {
      for (Code code : list.codes()) {
        String parent = code.parent();
        if (parent != null
            && (code.name().equals(choices.get(0)) || code.code().equals(choices.get(0)))) {
          chosen.put(above, parent);
        }
      }
    }
  }

  /** Fills it; gives the places of the planted faults. */
  Set<String> write(Path template, Path target, boolean faulty) throws IOException {
    TreeSet<String> planted = new TreeSet<>();
    try (InputStream in = Files.newInputStream(template);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(target)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      int first = plan.headerRow() - 1 + plan.depth();
      for (int i = 0; i < ROWS; i++) {
        Row row = sheet.createRow(first + i);
        for (int column = 0; column < plan.headings().size(); column++) {
          put(row.createCell(column), plan.headings().get(column), i);
        }
      }
      List<Integer> columns = faulty ? vulnerable() : List.of();
      for (int i = 0; i < Math.min(ROWS, columns.size()); i++) {
        Cell cell = sheet.getRow(first + i).getCell(columns.get(i));
        cell.setCellValue("bukan ini sama sekali");
        planted.add(
            sheet.getSheetName()
                + "!"
                + new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString());
      }
      workbook.write(out);
    }
    return planted;
  }

  /** Columns in which a text is a fault, and the fault of no other cell. */
  private List<Integer> vulnerable() {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < plan.headings().size(); i++) {
      Heading heading = plan.headings().get(i);
      if (heading.columns().size() == 1) {
        ColumnSpec column = heading.columns().get(0);
        boolean typed =
            column.type() instanceof IntegerType
                || column.type() instanceof DecimalType
                || column.type() instanceof DateType
                || column.type() instanceof CodeType;
        boolean above =
            mapping.columns().stream()
                .anyMatch(
                    other ->
                        other.type() instanceof CodeType type
                            && column.name().equals(type.narrowing().parentColumn()));
        boolean key = mapping.target().key().contains(column.name());
        if (typed && !above && !key && column.reading().extract() == null) {
          columns.add(i);
        }
      }
    }
    return columns;
  }

  private void put(Cell cell, Heading heading, int row) {
    String worded = WORDED.get(heading.path());
    if (worded != null) {
      cell.setCellValue(worded);
      return;
    }
    if (heading.columns().isEmpty()) {
      cell.setCellValue("1." + (row + 1));
      return;
    }
    ColumnSpec column = heading.columns().get(0);
    boolean key = mapping.target().key().contains(column.name());
    if (column.type() instanceof IntegerType || column.type() instanceof DecimalType) {
      cell.setCellValue(key ? row + 1 : 0);
    } else if (column.type() instanceof DateType || column.type() instanceof TimestampType) {
      int hour = column.type() instanceof DateType ? 0 : 8;
      cell.setCellValue(LocalDateTime.of(1977, 6, 18, hour, 0));
      cell.setCellStyle(cell.getSheet().getColumnStyle(cell.getColumnIndex()));
    } else if (chosen.containsKey(column.name())) {
      cell.setCellValue(chosen.get(column.name()));
    } else if (heading.path().startsWith("KODE")) {
      cell.setCellValue("1." + (row + 1));
    } else {
      String example = Example.of(heading, codes);
      cell.setCellValue(key ? example + " " + (row + 1) : example);
    }
  }
}
