package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.LimitExceeded;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.util.Locale;

/**
 * Watches the bytes between one tag and the next: a parser gathers a tag whole, however long it is,
 * and looks up each of its attributes among all others. Used by one thread.
 */
public final class TagPace {

  /** Different names of tags and attributes; programs write a few hundred at most. */
  public static final int MOST_NAMES = 10_000;

  /** Below it attributes are not counted: they take no time that anybody would notice. */
  private static final int SHORT = 1 << 16;

  /** The smallest limit. */
  private static final int SPACE = 1 << 20;

  /** More take minutes; text that is this long has less of them, too. */
  private static final int MOST_EQUALS = 20_000;

  private final String part;
  private final long longest;
  private long sinceProgress;
  private long equals;

  /**
   * @param part that is read, for the message
   */
  public TagPace(String part, ReadLimits limits) {
    this.part = part;
    this.longest = Math.max(SPACE, 16L * limits.cellCharacters());
  }

  /** The parser has come to another tag or text. */
  public void progress() {
    sinceProgress = 0;
    equals = 0;
  }

  /** Takes note of bytes that go to the parser. */
  public void pass(byte[] bytes, int from, int count) {
    sinceProgress += count;
    if (sinceProgress <= SHORT) {
      return;
    }
    for (int i = from; i < from + count; i++) {
      equals += bytes[i] == '=' ? 1 : 0;
    }
    if (equals > MOST_EQUALS) {
      throw names(part);
    }
    if (sinceProgress > longest) {
      throw tooLong();
    }
  }

  /** The refusal of a part of too many names: the parser keeps every one that it met. */
  public static LimitExceeded names(String part) {
    String size = String.format(Locale.ROOT, "%,d", MOST_NAMES);
    return Faults.limit(
        "limit.names",
        new Location.Whole(part),
        new Text(
            "Bagian ini memakai lebih dari " + size + " nama tag dan atribut, batas yang dibaca.",
            "This part uses more than " + size + " names of tags and attributes, the limit."),
        null);
  }

  private LimitExceeded tooLong() {
    String size = String.format(Locale.ROOT, "%,d", longest);
    return Faults.limit(
        "limit.tag",
        new Location.Whole(part),
        new Text(
            "Satu tag atau teks di bagian ini lebih dari "
                + size
                + " byte (16 kali PDE_READ_CELL_CHARACTERS).",
            "One tag or text in this part has more than "
                + size
                + " bytes (16 times PDE_READ_CELL_CHARACTERS)."),
        null);
  }
}
