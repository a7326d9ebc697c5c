package id.pde.source.layout;

import id.pde.mapping.TableForm.RowPatterns;
import id.pde.model.Issue;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Rows that read like totals or footnotes but fill the key's columns. The default patterns leave
 * them alone, for they may be data; that such a row was loaded must not go unsaid.
 */
final class SparedRows {

  private final RowPatterns patterns;
  private final Kind kind;
  private long rows;
  private long first;

  /** What a row reads like. */
  enum Kind {
    /** A pattern of {@code skip}. */
    TOTAL("row.like-total", "skip", "jumlah", "totals", "total"),
    /** A pattern of {@code stop}. */
    FOOTNOTE("row.like-footnote", "stop", "catatan kaki", "footnotes", "catatan");

    private final String code;
    private final String key;
    private final String indonesian;
    private final String english;
    private final String example;

    Kind(String code, String key, String indonesian, String english, String example) {
      this.code = code;
      this.key = key;
      this.indonesian = indonesian;
      this.english = english;
      this.example = example;
    }
  }

  SparedRows(RowPatterns patterns, Kind kind) {
    this.patterns = patterns;
    this.kind = kind;
  }

  /** Sees a row that is taken as data; keys that begin with a digit cost next to nothing. */
  void see(GridRow row, int firstFilled) {
    if (patterns.presets().isEmpty()) {
      return;
    }
    String start = Tidy.line(row.text(firstFilled));
    if (!start.isEmpty()
        && Character.isLetter(start.codePointAt(0))
        && RowPatterns.find(patterns.presets(), start)) {
      first = rows++ == 0 ? row.number() : first;
    }
  }

  /** What there is to say of them; null: none was seen. */
  @Nullable Issue note(GridPlace place) {
    if (rows == 0) {
      return null;
    }
    return Faults.note(
        kind.code,
        place.row(first),
        new Text(
            rows
                + " baris tampak seperti baris "
                + kind.indonesian
                + "; dibaca sebagai data karena kuncinya terisi.",
            rows
                + " rows look like "
                + kind.english
                + "; they are read as data, for their key is filled."),
        new Text(
            "Bila bukan data, tulis awal barisnya sebagai pola di bagian source pada pemetaan: "
                + kind.key
                + ": [default, \"/^"
                + kind.example
                + "/i\"].",
            "If they are not data, write how they begin as a pattern under source in the mapping: "
                + kind.key
                + ": [default, \"/^"
                + kind.example
                + "/i\"]."));
  }
}
