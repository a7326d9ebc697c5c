package id.pde.mapping;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One column of the target and how its value is made.
 *
 * @param name of the target column
 * @param from headings that may hold it, alternatives of each other; those of virtual fields, too
 * @param virtual the virtual fields among them
 * @param place of the column in the mapping file
 */
public record ColumnSpec(
    String name,
    List<String> from,
    List<VirtualField> virtual,
    ColumnType type,
    boolean required,
    Reading reading,
    Policies policies,
    DataClass dataClass,
    @Nullable Text title,
    @Nullable Text description,
    FilePlace place) {

  public ColumnSpec {
    from = List.copyOf(from);
    virtual = List.copyOf(virtual);
  }

  /** The same column, its doubt settled by what all of its values say. */
  public ColumnSpec settled(Settled by) {
    return new ColumnSpec(
        name,
        from,
        virtual,
        type,
        required,
        reading.settledBy(by),
        policies,
        dataClass,
        title,
        description,
        place);
  }

  /**
   * How the text of a value is read.
   *
   * @param formats date or timestamp patterns ({@code dd/MM/yyyy}), and words of {@link Settled};
   *     no pattern: every form with one reading
   * @param noValue words that mean "no value", compared case-blind after tidying
   * @param values words with a declared value, compared case-blind after tidying: {@code Nihil: 0}
   * @param whenTrue words for true besides the known ones; if given, only these and the false ones
   *     count
   * @param scale multiplies a number; null: none
   * @param readAs which text of a cell is read
   * @param extract finds the part of the text that is the value: its first group, else all it
   *     finds; null: the whole text
   */
  public record Reading(
      List<String> formats,
      List<String> noValue,
      Map<String, String> values,
      List<String> whenTrue,
      List<String> whenFalse,
      @Nullable BigDecimal scale,
      boolean roundHalfUp,
      ReadAs readAs,
      @Nullable Pattern extract) {

    public static final Reading PLAIN =
        new Reading(
            List.of(), List.of(), Map.of(), List.of(), List.of(), null, false, ReadAs.TIDY, null);

    /** The forms of dates, without the words that say what settles a doubt. */
    public List<String> patterns() {
      return formats.stream().filter(format -> Settled.of(format).isEmpty()).toList();
    }

    /** Whether the mapping lets something settle what can be read two ways. */
    public boolean settled(Settled by) {
      return formats.contains(by.word());
    }

    private Reading settledBy(Settled by) {
      return new Reading(
          List.of(by.word()),
          noValue,
          values,
          whenTrue,
          whenFalse,
          scale,
          roundHalfUp,
          readAs,
          extract);
    }

    public Reading {
      formats = List.copyOf(formats);
      noValue = List.copyOf(noValue);
      values = Map.copyOf(values);
      whenTrue = List.copyOf(whenTrue);
      whenFalse = List.copyOf(whenFalse);
    }
  }

  /** What may settle a value that can be read two ways. */
  public enum Settled {
    /** The day of birth in the NIK or NIP of the same record. */
    BY_NIK,
    /** The other values of the column. */
    BY_COLUMN,
    /** They say: the day stands before the month. */
    DAY_FIRST,
    /** They say: the month stands before the day. */
    MONTH_FIRST,
    /** They say: a comma is the decimal mark. */
    DECIMAL_COMMA,
    /** They say: a point is the decimal mark. */
    DECIMAL_POINT;

    public static Optional<Settled> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** As mappings write it among the formats. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Which text of a cell is read. */
  public enum ReadAs {
    /** The value, blanks tidied. */
    TIDY,
    /** The value with every blank and break. */
    EXACT,
    /** What a sheet shows: leading zeros and places of the number format included. */
    SHOWN
  }

  /** Whether values may stand in issues, JSON and logs as they were delivered. */
  public boolean open() {
    return dataClass.open() && protect() == Protect.NONE;
  }

  /** What is done to values before they leave the checks. */
  public Protect protect() {
    return policies.protect();
  }

  /** Whether the table has this column. */
  public boolean isStored() {
    return protect() != Protect.DROP;
  }

  /** The type of the values that the table holds. */
  public ColumnType storedType() {
    return switch (protect()) {
      case NONE, SCRUB, DROP -> type;
      case MASK, HMAC -> new ColumnType.TextType();
    };
  }

  /** What happens to a value that breaks its rule, and to one that does not. */
  public record Policies(Invalid invalid, UnknownCode unknown, Protect protect) {
    /** Values stay as they are. */
    public Policies(Invalid invalid, UnknownCode unknown) {
      this(invalid, unknown, Protect.NONE);
    }
  }

  /** What the warehouse gets of a personal value (UU 27/2022, articles 35 to 39). */
  public enum Protect {
    /** The value. */
    NONE,
    /** A few signs of it: enough to tell rows apart by eye, too few to know a person by. */
    MASK,
    /** A pseudonym: the same for the same value of the same type, in every dataset. */
    HMAC,
    /** Nothing: the table has no such column. */
    DROP,
    /** The text without the identifiers in it. */
    SCRUB
  }

  /** An invalid or undecidable value. */
  public enum Invalid {
    /** The row goes to quarantine. */
    REJECT,
    /** The value is left out, the row is loaded, the issue is kept. */
    EMPTY
  }

  /** A value that its code list does not know. */
  public enum UnknownCode {
    /** The row waits in quarantine for a decision. */
    WAIT,
    /** The text is loaded as it is, with an issue. */
    KEEP,
    /** The row goes to quarantine for good. */
    REJECT
  }

  /** How far a value may be seen (UU 27/2022, article 4, and internal rules). */
  public enum DataClass {
    PUBLIK,
    INTERNAL,
    PRIBADI_UMUM,
    PRIBADI_SPESIFIK;

    /** Whether values may stand in issues, JSON and logs. */
    public boolean open() {
      return this == PUBLIK || this == INTERNAL;
    }
  }
}
