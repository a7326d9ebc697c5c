package id.pde.receipt.annotate;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.receipt.annotate.FaultList.Kind;
import id.pde.receipt.annotate.FaultList.Left;
import id.pde.run.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Says which issues have no mark and no line of their own. */
final class LeftWords {

  /** Kinds that are named. */
  private static final int NAMED = 10;

  private LeftWords() {}

  static List<String> of(List<Left> left, Language language) {
    List<String> lines = new ArrayList<>();
    if (left.isEmpty()) {
      return lines;
    }
    long all = left.stream().mapToLong(Left::count).sum();
    lines.add(
        new Text(
                "Tidak semua ditandai: "
                    + Numbers.id(all)
                    + " masalah lain tidak ditandai dan tidak dirinci di sini, yaitu:",
                "Not all are marked: "
                    + Numbers.en(all)
                    + " more issues are neither marked nor listed here, namely:")
            .in(language));
    left.stream().limit(NAMED).forEach(one -> lines.add(line(one).in(language)));
    if (left.size() > NAMED) {
      int more = left.size() - NAMED;
      lines.add(
          new Text("- dan " + more + " jenis lain", "- and " + more + " more kinds").in(language));
    }
    return lines;
  }

  private static Text line(Left left) {
    Kind kind = left.kind();
    String column = kind.column();
    return new Text(
        "- "
            + Numbers.id(left.count())
            + (kind.isWarning() ? " peringatan " : " harus diperbaiki ")
            + kind.code()
            + (column == null ? "" : " di kolom " + column),
        "- "
            + Numbers.en(left.count())
            + (kind.isWarning() ? " warnings " : " to be corrected ")
            + kind.code()
            + (column == null ? "" : " in column " + column));
  }
}
