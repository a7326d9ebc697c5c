package id.pde.guess;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headings that name years, months or days: more of them come with time, so they are no columns.
 *
 * @param pattern finds them and those to come
 * @param names of the fields that its groups fill
 * @param value of the field that their cells fill
 * @param headings that it finds now
 */
record PeriodColumns(String pattern, List<String> names, String value, List<String> headings) {

  private static final String MONTHS =
      "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november"
          + "|nopember|desember|january|february|march|may|june|july|august|october|december"
          + "|jan|feb|peb|mar|apr|jun|jul|agt|ags|agu|aug|sep|sept|okt|oct|nov|nop|des|dec";

  /** What stands before the period in a joined heading: {@code HARGA / 2024}. */
  private static final String PATH = "(?:.* \\/ )?";

  /** The last part before it: {@code Laki-laki / 2024}. */
  private static final String PART = PATH + "((?:(?! \\/ ).)+) \\/ ";

  private static final String YEARS = "(?:tahun |data_|th |thn )?((?:19|20)\\d{2})\\*{0,3}";

  private static final Set<String> SEXES =
      Set.of("laki-laki", "laki laki", "perempuan", "l", "p", "pria", "wanita", "l+p", "jumlah");

  private enum Kind {
    YEAR("tahun", YEARS, 3),
    /** February and August of some years, and the years before as one. */
    MONTH_OF_YEAR("bulan", YEARS + "(?: \\/ (" + MONTHS + "))?", 3),
    MONTH("bulan", "((?:" + MONTHS + ")\\.?(?: \\d{4})?|\\d{4}-\\d{2}-\\d{2})", 3),
    DAY_OF_MONTH("tanggal", "(\\d{1,2}[- ](?:" + MONTHS + ")\\.?(?:[- ]\\d{2,4})?)", 5),
    DAY("hari", "([1-9]|[12]\\d|3[01])", 7);

    private final String name;
    private final String body;
    private final Pattern compiled;
    private final int least;

    Kind(String name, String body, int least) {
      this.name = name;
      this.body = body;
      this.compiled = Pattern.compile("^" + PATH + body + "$", Pattern.CASE_INSENSITIVE);
      this.least = least;
    }
  }

  PeriodColumns {
    names = List.copyOf(names);
    headings = List.copyOf(headings);
  }

  /** The largest group of such headings, where some others tell the rows apart. */
  static Optional<PeriodColumns> of(List<String> headings) {
    PeriodColumns best = null;
    for (Kind kind : Kind.values()) {
      List<String> found = new ArrayList<>();
      Set<String> above = new LinkedHashSet<>();
      for (String heading : headings) {
        Matcher matcher = kind.compiled.matcher(heading);
        if (matcher.matches()) {
          found.add(heading);
          above.add(above(heading.substring(0, matcher.start(1))));
        }
      }
      boolean more = best == null || found.size() > best.headings().size();
      if (found.size() >= kind.least && found.size() < headings.size() && more) {
        // A title above the first of them is above all.
        boolean title = above.size() == 2 && above.contains("");
        best = of(kind, found, title ? List.of("") : List.copyOf(above), headings);
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The columns of one kind. What stands above them tells them apart, too, unless it is one and the
   * same.
   */
  private static PeriodColumns of(
      Kind kind, List<String> found, List<String> above, List<String> headings) {
    List<String> names = new ArrayList<>();
    String before = PATH;
    if (above.size() > 1) {
      Set<String> parts = new LinkedHashSet<>();
      above.forEach(path -> parts.add(last(path)));
      boolean told = parts.size() == above.size() && !parts.contains("");
      before = told ? PART : "(?:(.+) \\/ )?";
      names.add(free(isSex(parts) ? "jenis_kelamin" : "kelompok", headings));
    }
    if (kind == Kind.MONTH_OF_YEAR) {
      names.add(free(Kind.YEAR.name, headings));
    }
    names.add(free(kind.name, headings));
    String body = (before + kind.body).replace("\\", "\\\\");
    String value =
        above.size() > 1 || above.get(0).isEmpty() ? "nilai" : ColumnNames.proposal(above.get(0));
    return new PeriodColumns("\"/^" + body + "$/i\"", names, free(value, headings), found);
  }

  private static boolean isSex(Set<String> parts) {
    return parts.stream().allMatch(part -> SEXES.contains(part.toLowerCase(Locale.ROOT)));
  }

  /** Without the sign behind it. */
  private static String above(String before) {
    int cut = before.lastIndexOf(" / ");
    return cut < 0 ? "" : before.substring(0, cut);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf(" / ") < 0 ? 0 : path.lastIndexOf(" / ") + 3);
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
        + (names.size() == 1 ? Yaml.text(names.get(0)) : Yaml.list(names))
        + ", value: "
        + Yaml.text(value)
        + "}";
  }
}
