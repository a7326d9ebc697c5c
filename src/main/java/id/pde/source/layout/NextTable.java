package id.pde.source.layout;

import id.pde.model.Field;
import id.pde.model.Issue;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells where another table begins below the one that is read, so that its rows are not taken for
 * rows of this one. Titles that may belong to it wait until that is clear. Used by one thread.
 */
final class NextTable {

  /** What the columns of numbers are is seen from so many rows. */
  private static final int SAMPLE = 20;

  /** More lines than that between two tables are not titles. */
  private static final int TITLES = 6;

  private final GridPlace place;
  private final List<Field> fields;

  /** The own headings; none where nothing can be told. */
  private final List<GridRow> headings;

  private final List<GridRow> sample = new ArrayList<>();
  private final List<GridRow> titles = new ArrayList<>();
  private @Nullable GridRow last;

  /** The headings of the first other table. */
  private @Nullable GridRow begun;

  private long between;
  private long firstBetween;

  NextTable(GridPlace place, List<Field> fields, List<GridRow> headings) {
    this.place = place;
    this.fields = fields;
    this.headings = headings;
  }

  /** What a row below the headings is. */
  enum Sort {
    /** As far as can be told here, data. */
    DATA,
    /** Perhaps a title of another table: it is kept until the next row. */
    WAITS,
    /** The headings of another table. */
    BEGINS
  }

  /** Looks at a row that is neither blank nor the own headings. */
  Sort see(GridRow row, int firstFilled) {
    if (headings.isEmpty() || fields.size() < 2) {
      return Sort.DATA;
    }
    boolean apart = isApart(row) || !titles.isEmpty();
    last = row;
    if (sample.isEmpty()) {
      return data(row);
    }
    if (apart && filledIn(row, 2) == 1) {
      if (titles.size() == TITLES) {
        return Sort.DATA;
      }
      titles.add(row);
      return Sort.WAITS;
    }
    if ((startsAlike(row, firstFilled) && isHeadings(row)) || (apart && namesNumbers(row))) {
      begun = begun == null ? row : begun;
      titles.clear();
      return Sort.BEGINS;
    }
    return data(row);
  }

  /**
   * Whether a blank row stands before it. The breaks in a row are counted only where they matter.
   */
  private boolean isApart(GridRow row) {
    GridRow before = last;
    return before != null
        && row.number() > before.number() + 1
        && row.number() > before.lastNumber() + 1;
  }

  /** Whether the first filled cell says the same as a heading of its column. */
  private boolean startsAlike(GridRow row, int firstFilled) {
    String text = row.text(firstFilled);
    for (GridRow line : headings) {
      String own = line.text(firstFilled);
      if (!own.isEmpty()
          && text.regionMatches(true, 0, own, 0, 1)
          && form(text).equals(form(own))) {
        return true;
      }
    }
    return false;
  }

  private Sort data(GridRow row) {
    if (sample.size() < SAMPLE) {
      sample.add(row);
    }
    return Sort.DATA;
  }

  /** The titles that wait are rows like others. */
  void release(Consumer<GridRow> taker) {
    if (titles.isEmpty()) {
      return;
    }
    List<GridRow> rows = List.copyOf(titles);
    titles.clear();
    rows.forEach(taker);
  }

  /** The own headings stand below the titles that wait: these head a continuation. */
  void continued(GridRow row) {
    last = row;
    if (!titles.isEmpty() && between == 0) {
      firstBetween = titles.get(0).number();
    }
    between += titles.size();
    titles.clear();
  }

  private int filledIn(GridRow row, int enough) {
    int filled = 0;
    for (Field field : fields) {
      filled += row.filled(field.column() - 1) ? 1 : 0;
      if (filled == enough) {
        return filled;
      }
    }
    return filled;
  }

  /** Below an equal first heading: words everywhere, and not of this table. */
  private boolean isHeadings(GridRow row) {
    int filled = 0;
    for (Field field : fields) {
      int column = field.column() - 1;
      if (!row.filled(column)) {
        continue;
      }
      if (!isWords(row.text(column)) && !isYear(row.text(column))) {
        return false;
      }
      filled++;
    }
    return filled >= 2;
  }

  /**
   * Behind a gap: words, all different, where numbers stood in the rows above. One such column is
   * enough where a title stands before it.
   */
  private boolean namesNumbers(GridRow row) {
    Set<String> names = new HashSet<>();
    int numbers = 0;
    for (Field field : fields) {
      int column = field.column() - 1;
      if (!row.filled(column)) {
        continue;
      }
      String text = row.text(column);
      if (!isWords(text) && !isYear(text)) {
        return false;
      }
      if (!names.add(form(text))) {
        return false;
      }
      numbers += isWords(text) && heldNumbers(column) ? 1 : 0;
    }
    return names.size() >= 2 && numbers >= (titles.isEmpty() ? 2 : 1);
  }

  private boolean heldNumbers(int column) {
    int filled = 0;
    int numbers = 0;
    for (GridRow row : sample) {
      if (row.filled(column)) {
        filled++;
        numbers += isWords(row.text(column)) ? 0 : 1;
      }
    }
    return filled >= 2 && 5 * numbers >= 4 * filled;
  }

  private static boolean isWords(String text) {
    String tidy = Tidy.line(text);
    return !tidy.isEmpty() && Character.isLetter(tidy.codePointAt(0)) && !hasDigits(tidy);
  }

  /** A heading may name a year or a part of it, but hardly a larger number. */
  private static boolean hasDigits(String text) {
    long digits = text.chars().filter(sign -> sign >= '0' && sign <= '9').count();
    return digits > 4;
  }

  private static boolean isYear(String text) {
    return Tidy.line(text).matches("(19|20)\\d\\d");
  }

  private static String form(String text) {
    return Tidy.line(text).toLowerCase(Locale.ROOT);
  }

  /** What is to be told about another table. */
  List<Issue> notes() {
    List<Issue> notes = new ArrayList<>();
    GridRow other = begun;
    if (other != null) {
      notes.add(
          Faults.note(
              "table.below",
              place.row(other.number()),
              new Text(
                  "Di bawah tabel ini mulai tabel lain dengan judul kolom sendiri; tabel itu tidak"
                      + " dimuat.",
                  "Below this table another one begins, with headings of its own; it is not"
                      + " loaded."),
              new Text(
                  "Tidak perlu apa-apa bila tabel itu bukan data kiriman ini; bila ya, buat pemetaan"
                      + " yang memakai judulnya.",
                  "Nothing to do if that table is no data of this delivery; else make a mapping"
                      + " that uses its headings.")));
    }
    if (between > 0) {
      notes.add(
          Faults.note(
              "title.between",
              place.row(firstBetween),
              new Text(
                  between + " baris judul di antara bagian-bagian tabel ini dilewati.",
                  between + " title lines between the parts of this table are passed over."),
              new Text(
                  "Bila judul itu memuat data, misalnya nama kecamatan, tulis di kolom tersendiri.",
                  "If such a title holds data, such as the name of a district, give it a column.")));
    }
    return notes;
  }
}
