package id.pde.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headings that name years, months or days: more of them come with time, so they are no columns.
 *
 * @param pattern finds them and those to come
 * @param name of the field that their text fills
 * @param value of the field that their cells fill
 * @param headings that it finds now
 */
record PeriodColumns(String pattern, String name, String value, List<String> headings) {

  private static final String MONTHS =
      "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november"
          + "|nopember|desember|january|february|march|may|june|july|august|october|december"
          + "|jan|feb|peb|mar|apr|jun|jul|agt|ags|agu|aug|sep|sept|okt|oct|nov|nop|des|dec";

  /** What stands before the period in a joined heading: {@code HARGA / 2024}. */
  private static final String PATH = "(?:.* \\/ )?";

  private enum Kind {
    YEAR("tahun", PATH + "(?:tahun |data_|th |thn )?((?:19|20)\\d{2})\\*{0,3}", 3),
    MONTH("bulan", PATH + "((?:" + MONTHS + ")\\.?(?: \\d{4})?|\\d{4}-\\d{2}-\\d{2})", 3),
    DAY_OF_MONTH("tanggal", PATH + "(\\d{1,2}[- ](?:" + MONTHS + ")\\.?(?:[- ]\\d{2,4})?)", 5),
    DAY("hari", PATH + "([1-9]|[12]\\d|3[01])", 7);

    private final String name;
    private final String body;
    private final Pattern compiled;
    private final int least;

    Kind(String name, String body, int least) {
      this.name = name;
      this.body = body;
      this.compiled = Pattern.compile("^" + body + "$", Pattern.CASE_INSENSITIVE);
      this.least = least;
    }
  }

  PeriodColumns {
    headings = List.copyOf(headings);
  }

  /** The largest group of such headings, where some others tell the rows apart. */
  static Optional<PeriodColumns> of(List<String> headings) {
    PeriodColumns best = null;
    for (Kind kind : Kind.values()) {
      List<String> found = new ArrayList<>();
      for (String heading : headings) {
        Matcher matcher = kind.compiled.matcher(heading);
        if (matcher.matches()) {
          found.add(heading);
        }
      }
      boolean more = best == null || found.size() > best.headings().size();
      if (found.size() >= kind.least && found.size() < headings.size() && more) {
        String body = kind.body.replace("\\", "\\\\");
        best =
            new PeriodColumns(
                "\"/^" + body + "$/i\"", free(kind.name, headings), value(found, headings), found);
      }
    }
    return Optional.ofNullable(best);
  }

  /** What stands above all of them, such as HARGA. */
  private static String value(List<String> found, List<String> headings) {
    String above = above(found.get(0));
    boolean all = !above.isEmpty() && found.stream().allMatch(one -> above(one).equals(above));
    return free(all ? ColumnNames.proposal(above) : "nilai", headings);
  }

  private static String above(String heading) {
    int cut = heading.lastIndexOf(" / ");
    return cut < 0 ? "" : heading.substring(0, cut);
  }

  private static String free(String name, List<String> headings) {
    boolean taken =
        headings.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).strip().equals(name));
    return taken ? name + "_kolom" : name;
  }

  /** The value of {@code unpivot}. */
  String yaml() {
    return "{columns: "
        + pattern
        + ", name: "
        + Yaml.text(name)
        + ", value: "
        + Yaml.text(value)
        + "}";
  }
}
