package id.pde.normalise;

import id.pde.model.Text;
import java.util.Set;
import java.util.regex.Pattern;

/** The words for cells that hold no value of any type. */
final class CellFaults {

  private static final Set<String> ERRORS =
      Set.of(
          "#N/A",
          "#DIV/0!",
          "#REF!",
          "#VALUE!",
          "#NAME?",
          "#NUM!",
          "#NULL!",
          "#SPILL!",
          "#CALC!",
          "#GETTING_DATA");

  private CellFaults() {}

  static boolean isError(String text) {
    return ERRORS.contains(text.strip())
        || (text.length() > 2 && text.chars().allMatch(c -> c == '#'));
  }

  static Fault error() {
    return new Fault(
        "cell.error",
        new Text("adalah galat rumus, bukan nilai", "is a formula error, not a value"),
        new Text(
            "betulkan rumusnya di berkas sumber, atau kosongkan selnya",
            "repair the formula in the source file, or empty the cell"));
  }

  static Fault noMatch(Pattern extract) {
    String pattern = "/" + extract.pattern() + "/";
    return new Fault(
        "extract.no-match",
        new Text("tidak cocok dengan pola " + pattern, "does not match the pattern " + pattern),
        new Text(
            "betulkan isinya di berkas sumber, atau ubah extract kolom ini di pemetaan",
            "correct it in the source file, or change the column's extract in the mapping"));
  }

  static Fault uncalculated() {
    return new Fault(
        "cell.uncalculated",
        new Text(
            "berasal dari rumus yang belum pernah dihitung",
            "comes from a formula that was never calculated"),
        new Text(
            "buka berkas di Excel atau LibreOffice, simpan, lalu kirim lagi",
            "open the file in Excel or LibreOffice, save it, then send it again"));
  }

  /** A number, date or truth cell where the column holds something else. */
  static Fault otherKind(String code, Text wanted) {
    return new Fault(
        code,
        new Text(
            "adalah sel jenis lain, bukan " + wanted.id(),
            "is a cell of another kind, not " + wanted.en()),
        new Text(
            "betulkan sel di berkas sumber, atau ganti type kolom ini di pemetaan",
            "correct the cell in the source file, or change the column's type in the mapping"));
  }
}
