package id.pde.receipt.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The hidden sheet of the drop-down lists, one below the other heading. A list of its own in a cell
 * may have 255 signs only; a named range has no such end.
 */
final class ListSheet {

  private final XSSFSheet sheet;
  private final Map<List<String>, String> names = new HashMap<>();

  ListSheet(XSSFSheet sheet) {
    this.sheet = sheet;
  }

  /** The name of the range that holds the choices. */
  String range(List<String> choices) {
    return names.computeIfAbsent(List.copyOf(choices), this::put);
  }

  private String put(List<String> choices) {
    int column = names.size();
    for (int i = 0; i < choices.size(); i++) {
      Row row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
      row.createCell(column).setCellValue(choices.get(i));
    }
    Name name = sheet.getWorkbook().createName();
    name.setNameName("_PDE_daftar_" + (column + 1));
    String letters = CellReference.convertNumToColString(column);
    name.setRefersToFormula(
        "'" + sheet.getSheetName() + "'!$" + letters + "$1:$" + letters + "$" + choices.size());
    return name.getNameName();
  }
}
