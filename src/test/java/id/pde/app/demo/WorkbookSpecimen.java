package id.pde.app.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** An xlsx or xls workbook. */
final class WorkbookSpecimen implements Specimen {

  private final byte[] original;
  private final List<Spot> spots;

  WorkbookSpecimen(byte[] original, List<Spot> spots) {
    this.original = original.clone();
    this.spots = List.copyOf(spots);
  }

  @Override
  public List<Spot> spots() {
    return spots;
  }

  @Override
  public byte[] damaged(@Nullable Damage damage) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(original))) {
      if (damage != null) {
        damage(workbook, damage);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void damage(Workbook workbook, Damage damage) {
    Sheet sheet = workbook.getSheet(damage.spot().sheet());
    Cell cell = cell(sheet, damage.spot());
    switch (damage.kind()) {
      case ROW_TAKEN -> {
        Row row = cell.getRow();
        for (int column = row.getLastCellNum() - 1; column >= 0; column--) {
          Cell old = row.getCell(column);
          if (old != null) {
            old.setBlank();
          }
        }
      }
      case EMPTIED -> cell.setBlank();
      case DIGIT -> {
        if (damage.spot().kind().equals("date")) {
          put(cell, cell.getNumericCellValue() + 1);
        } else if (damage.spot().kind().equals("number")) {
          put(cell, Double.parseDouble(damage.text()));
        } else {
          put(cell, damage.text());
        }
      }
      case EXCHANGED -> {
        Spot other = Objects.requireNonNull(damage.other());
        copy(cell(workbook.getSheet(other.sheet()), other), cell);
      }
    }
  }

  private static Cell cell(Sheet sheet, Spot spot) {
    return sheet.getRow((int) spot.row() - 1).getCell(spot.column());
  }

  private static void copy(Cell from, Cell to) {
    CellType type =
        from.getCellType() == CellType.FORMULA
            ? from.getCachedFormulaResultType()
            : from.getCellType();
    to.setCellStyle(from.getCellStyle());
    if (type == CellType.NUMERIC) {
      put(to, from.getNumericCellValue());
    } else if (type == CellType.STRING) {
      put(to, from.getStringCellValue());
    } else {
      to.setBlank();
    }
  }

  private static void put(Cell cell, double number) {
    cell.setBlank();
    cell.setCellValue(number);
  }

  private static void put(Cell cell, String text) {
    cell.setBlank();
    cell.setCellValue(text);
  }
}
