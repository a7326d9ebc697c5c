package id.pde.guess;

import id.pde.guess.Proposal.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Headings of groups whose cells are not merged: a CSV file has no merges, and a workbook that was
 * exported has lost them. {@code 2023} above {@code Februari} and an empty cell above {@code
 * Agustus} mean August of 2023.
 */
final class GroupHeadings {

  /** The key of the source block. */
  static final String KEY = "header";

  private static final String FILL = "fill: right";

  private GroupHeadings() {}

  /** The key that lets groups reach to the right; empty where that is settled already. */
  static Optional<Line> over(Map<String, Line> source) {
    Line known = source.get(KEY);
    if (known == null) {
      return Optional.of(line("{" + FILL + "}"));
    }
    String value = known.value();
    if (!value.endsWith("}") || value.contains("fill")) {
      return Optional.empty();
    }
    return Optional.of(line(value.substring(0, value.length() - 1) + ", " + FILL + "}"));
  }

  private static Line line(String value) {
    return new Line(
        value,
        List.of(
            Remarks.of(
                "judul kelompok berlaku sampai judul kelompok berikutnya di kanannya",
                "the heading of a group reaches to the next one on its right")));
  }
}
