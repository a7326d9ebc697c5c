package id.pde.receipt.template;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.receipt.template.TemplatePlan.Above;
import id.pde.receipt.template.TemplatePlan.Heading;
import id.pde.run.resubmit.TemplateMark;
import id.pde.source.sheet.OwnSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An empty workbook to be filled: the sheet for the data first, then how it is filled, with an
 * example; the drop-down lists are hidden. The last two are PDE's own and never read as data.
 */
public final class TemplateWorkbook {

  /** Rows that have rules and formats; Excel carries them on as rows are added. */
  private static final int ROWS = 5_000;

  private final TemplatePlan plan;
  private final CodeLists codes;
  private final XSSFWorkbook workbook;
  private final CellStyle heading;
  private final CellStyle required;
  private final CellStyle plain;

  private TemplateWorkbook(TemplatePlan plan, CodeLists codes, XSSFWorkbook workbook) {
    this.plan = plan;
    this.codes = codes;
    this.workbook = workbook;
    this.heading = heading(IndexedColors.GREY_25_PERCENT);
    this.required = heading(IndexedColors.LIGHT_YELLOW);
    this.plain = workbook.createCellStyle();
    plain.setWrapText(true);
    plain.setVerticalAlignment(VerticalAlignment.TOP);
  }

  /**
   * Writes the template of a mapping.
   *
   * @return why there is none; empty: it is written
   * @throws UncheckedIOException when it cannot be written
   */
  public static Optional<Text> write(Mapping mapping, CodeLists codes, OutputStream out) {
    TemplatePlan.Made made = TemplatePlan.of(mapping, codes);
    if (made instanceof TemplatePlan.Made.Impossible impossible) {
      return Optional.of(impossible.why());
    }
    TemplatePlan plan = ((TemplatePlan.Made.Planned) made).plan();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      new TemplateWorkbook(plan, codes, workbook).fill();
      workbook
          .getProperties()
          .getCustomProperties()
          .addProperty(TemplateMark.PROPERTY, TemplateMark.of(mapping).text());
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private CellStyle heading(IndexedColors colour) {
    XSSFFont bold = workbook.createFont();
    bold.setBold(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(bold);
    style.setFillForegroundColor(colour.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    return style;
  }

  private void fill() {
    XSSFSheet data = workbook.createSheet(WorkbookUtil.createSafeSheetName(plan.sheet()));
    XSSFSheet help = workbook.createSheet(free("Petunjuk"));
    XSSFSheet lists = workbook.createSheet(free("Daftar PDE"));
    own(help);
    own(lists);
    data(data, new ListSheet(lists));
    help(help);
    workbook.setSheetVisibility(workbook.getSheetIndex(lists), SheetVisibility.VERY_HIDDEN);
    workbook.setActiveSheet(0);
  }

  private String free(String name) {
    return workbook.getSheet(name) == null ? name : name + " PDE";
  }

  /** No reader takes it for data. */
  private void own(XSSFSheet sheet) {
    var name = workbook.createName();
    name.setSheetIndex(workbook.getSheetIndex(sheet));
    name.setNameName(OwnSheet.TEMPLATE);
    name.setRefersToFormula("'" + sheet.getSheetName() + "'!$A$1");
  }

  private void data(XSSFSheet sheet, ListSheet lists) {
    CellStyle open = open("@");
    for (Above above : plan.above()) {
      Row row = row(sheet, above.row() - 1);
      var cell = row.createCell(above.column() - 1);
      cell.setCellValue(above.sample());
      cell.setCellStyle(open);
    }
    int first = plan.headerRow() - 1;
    headings(sheet, first);
    int below = first + plan.depth();
    ColumnRules rules = new ColumnRules(sheet, lists, codes);
    for (int column = 0; column < plan.headings().size(); column++) {
      Heading one = plan.headings().get(column);
      sheet.setDefaultColumnStyle(column, open(ColumnRules.format(one)));
      sheet.setColumnWidth(column, 256 * Math.min(40, Math.max(12, 4 + widest(one))));
      rules.put(one, column, below, below + ROWS - 1);
    }
    sheet.createFreezePane(0, below);
    sheet.enableLocking();
    sheet.lockFormatCells(false);
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockInsertRows(false);
    sheet.lockDeleteRows(false);
    sheet.lockInsertColumns(!canGrow());
    sheet.lockSort(false);
    sheet.lockAutoFilter(false);
  }

  /** Columns that become rows may be more than the template shows. */
  private boolean canGrow() {
    return plan.mapping().source().table().unpivot() != null;
  }

  private CellStyle open(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setLocked(false);
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static int widest(Heading heading) {
    return heading.parts().stream().mapToInt(String::length).max().orElse(0);
  }

  /** A part above several headings covers them; a short heading reaches down to the last row. */
  private void headings(XSSFSheet sheet, int first) {
    List<Heading> all = plan.headings();
    for (int column = 0; column < all.size(); column++) {
      Heading one = all.get(column);
      boolean must = one.columns().stream().anyMatch(ColumnSpec::required);
      for (int level = 0; level < plan.depth(); level++) {
        XSSFCell cell = (XSSFCell) row(sheet, first + level).createCell(column);
        cell.setCellStyle(must ? required : heading);
        if (level < one.parts().size() && !isCovered(all, column, level)) {
          cell.setCellValue(one.parts().get(level));
        }
      }
    }
    merge(sheet, first);
  }

  private static boolean isCovered(List<Heading> all, int column, int level) {
    return column > 0 && sharesGroup(all.get(column - 1), all.get(column), level);
  }

  private static boolean sharesGroup(Heading left, Heading right, int level) {
    boolean group = level < left.parts().size() - 1 && level < right.parts().size() - 1;
    return group && left.parts().subList(0, level + 1).equals(right.parts().subList(0, level + 1));
  }

  private void merge(XSSFSheet sheet, int first) {
    List<Heading> all = plan.headings();
    int bottom = first + plan.depth() - 1;
    for (int column = 0; column < all.size(); column++) {
      int size = all.get(column).parts().size();
      if (size < plan.depth()) {
        merge(sheet, new CellRangeAddress(first + size - 1, bottom, column, column));
      }
      for (int level = 0; level < size - 1; level++) {
        int last = column;
        while (last + 1 < all.size() && sharesGroup(all.get(last), all.get(last + 1), level)) {
          last++;
        }
        if (last > column && !isCovered(all, column, level)) {
          merge(sheet, new CellRangeAddress(first + level, first + level, column, last));
        }
      }
    }
  }

  private static void merge(XSSFSheet sheet, CellRangeAddress range) {
    if (range.getNumberOfCells() > 1) {
      sheet.addMergedRegion(range);
    }
  }

  private static Row row(XSSFSheet sheet, int number) {
    Row row = sheet.getRow(number);
    return row == null ? sheet.createRow(number) : row;
  }

  private void help(XSSFSheet sheet) {
    List<List<String>> lines = new ArrayList<>();
    Mapping mapping = plan.mapping();
    both(lines, mapping.title());
    Text description = mapping.description();
    if (description != null) {
      both(lines, description);
    }
    both(
        lines,
        new Text(
            "Isi lembar \""
                + plan.sheet()
                + "\", mulai tepat di bawah judul kolom. Judul kolom"
                + " tidak diubah; yang kuning wajib diisi. Lembar ini tidak dimuat.",
            "Fill the sheet \""
                + plan.sheet()
                + "\", right below the headings. Leave the headings"
                + " as they are; yellow ones are required. This sheet is not loaded."));
    if (!mapping.source().files().isEmpty()) {
      String names = String.join(", ", mapping.source().files());
      both(lines, new Text("Nama berkas: " + names, "Name of the file: " + names));
    }
    plan.notes().forEach(note -> both(lines, note));
    for (Above above : plan.above()) {
      String place = new CellReference(above.row() - 1, above.column() - 1).formatAsString(false);
      both(
          lines,
          new Text(
              "Ganti contoh di sel " + place + " (" + above.wanted().id() + ").",
              "Replace the example in cell " + place + " (" + above.wanted().en() + ")."));
    }
    int table = lines.size() + 1;
    for (int i = 0; i < lines.size(); i++) {
      put(row(sheet, i), lines.get(i), plain);
    }
    put(
        row(sheet, table),
        List.of(
            "Judul kolom / Heading",
            "Isi / Content (id)",
            "Isi / Content (en)",
            "Keterangan / Notes (id)",
            "Keterangan / Notes (en)",
            "CONTOH, tidak dimuat / EXAMPLE, not loaded"),
        heading);
    int row = table + 1;
    for (Heading one : plan.headings()) {
      put(row(sheet, row++), told(one), plain);
    }
    for (int column = 0; column < 6; column++) {
      sheet.setColumnWidth(column, 256 * (column < 1 ? 34 : 40));
    }
  }

  private List<String> told(Heading one) {
    if (one.columns().isEmpty()) {
      return List.of(one.path(), "bagian", "part", "", "", Example.of(one, codes));
    }
    return List.of(
        one.path(),
        TemplateWords.required(one.columns().get(0)).id()
            + "; "
            + TemplateWords.type(one.columns().get(0)).id(),
        TemplateWords.required(one.columns().get(0)).en()
            + "; "
            + TemplateWords.type(one.columns().get(0)).en(),
        described(one, Language.ID),
        described(one, Language.EN),
        Example.of(one, codes));
  }

  private static String described(Heading one, Language language) {
    return one.columns().stream()
        .map(
            column -> {
              Text description = column.description();
              String title = TemplateWords.title(column).in(language);
              return description == null ? title : title + ": " + description.in(language);
            })
        .collect(Collectors.joining("; "));
  }

  private static void both(List<List<String>> lines, Text text) {
    lines.add(List.of(text.id(), text.en()));
  }

  private static void put(Row row, List<String> texts, CellStyle style) {
    for (int i = 0; i < texts.size(); i++) {
      var cell = row.createCell(i);
      cell.setCellValue(texts.get(i));
      cell.setCellStyle(style);
    }
  }
}
