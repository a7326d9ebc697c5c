package id.pde.source.dbf;

import id.pde.model.Cell;
import id.pde.source.dbf.DbfField.Layout;
import id.pde.source.layout.ByteText;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.JulianFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bytes of a record as cells. Used by one thread. */
final class DbfCells {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?");
  private static final long MILLIS_OF_DAY = 86_400_000L;
  private static final Cell NO_NUMBER = new Cell.Failure("#NUM!");

  private final ByteText text;
  private final @Nullable DbfField flags;
  private long memos;

  /**
   * Reads cells.
   *
   * @param flags the field that holds the null flags; null: there is none
   */
  DbfCells(ByteText text, @Nullable DbfField flags) {
    this.text = text;
    this.flags = flags;
  }

  /** How many values stand in a memo file that did not come along. */
  long memos() {
    return memos;
  }

  Cell cell(DbfField field, byte[] record) {
    if (flagged(field.nullBit(), record)) {
      return Cell.BLANK;
    }
    if (field.isMemo()) {
      memos += holdsBlock(field, record) ? 1 : 0;
      return Cell.BLANK;
    }
    return switch (field.type()) {
      case 'N', 'F' -> number(plain(field, record));
      case 'D' -> date(plain(field, record));
      case 'L' -> logical(plain(field, record));
      case 'I', '+' -> integer(field, record);
      case 'Y' -> currency(field, record);
      case 'B', 'O' -> binary(field, record);
      case 'T', '@' -> moment(field, record);
      default -> words(field, record);
    };
  }

  private boolean flagged(int bit, byte[] record) {
    if (bit < 0 || flags == null || bit >= Byte.SIZE * flags.length()) {
      return false;
    }
    return (record[flags.offset() + bit / Byte.SIZE] >> bit % Byte.SIZE & 1) == 1;
  }

  private Cell words(DbfField field, byte[] record) {
    int from = field.offset();
    int to = from + field.length();
    if (flagged(field.lengthBit(), record)) {
      to = from + Math.min(record[to - 1] & 0xFF, field.length() - 1);
    } else {
      while (to > from && (record[to - 1] == ' ' || record[to - 1] == 0)) {
        to--;
      }
    }
    return from == to ? Cell.BLANK : new Cell.Words(text.decode(record, from, to));
  }

  /** Without the blanks and zeros around it. */
  private static String plain(DbfField field, byte[] record) {
    return new String(record, field.offset(), field.length(), StandardCharsets.ISO_8859_1)
        .replace('\0', ' ')
        .strip();
  }

  private static Cell number(String written) {
    if (written.isEmpty()) {
      return Cell.BLANK;
    }
    if (isPlainWhole(written)) {
      return new Cell.Numeric(written, null);
    }
    if (written.chars().allMatch(sign -> sign == '*')) {
      // What dBASE writes where a number does not fit into its field.
      return new Cell.Failure(written);
    }
    if (!NUMBER.matcher(written).matches()) {
      return new Cell.Words(written);
    }
    // Zeros behind the decimal mark say how wide the field is, nothing of the value.
    BigDecimal value = stripped(new BigDecimal(written.replace(',', '.')));
    return new Cell.Numeric(value.toPlainString(), null);
  }

  /** Digits that are written as they are shown: most numbers of most tables. */
  private static boolean isPlainWhole(String written) {
    int from = written.charAt(0) == '-' ? 1 : 0;
    if (from == written.length() || written.charAt(from) == '0') {
      return written.equals("0");
    }
    for (int i = from; i < written.length(); i++) {
      if (written.charAt(i) < '0' || written.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal stripped(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  private static Cell date(String written) {
    if (written.isEmpty() || written.equals("00000000")) {
      return Cell.BLANK;
    }
    try {
      if (written.length() == 8) {
        return new Cell.Moment(
            LocalDate.of(
                Integer.parseInt(written.substring(0, 4)),
                Integer.parseInt(written.substring(4, 6)),
                Integer.parseInt(written.substring(6, 8))));
      }
    } catch (DateTimeException | NumberFormatException noDate) {
      return new Cell.Words(written);
    }
    return new Cell.Words(written);
  }

  private static Cell logical(String written) {
    return switch (written) {
      case "T", "t", "Y", "y" -> new Cell.Logical(true);
      case "F", "f", "N", "n" -> new Cell.Logical(false);
      case "", "?" -> Cell.BLANK;
      default -> new Cell.Words(written);
    };
  }

  private static ByteBuffer bytes(DbfField field, byte[] record) {
    ByteBuffer bytes = ByteBuffer.wrap(record, field.offset(), field.length());
    return bytes.order(
        switch (field.layout()) {
          case LITTLE_ENDIAN -> ByteOrder.LITTLE_ENDIAN;
          case SORTABLE -> ByteOrder.BIG_ENDIAN;
        });
  }

  private Cell integer(DbfField field, byte[] record) {
    if (field.length() != Integer.BYTES) {
      return words(field, record);
    }
    int value = bytes(field, record).getInt();
    if (field.layout() == Layout.SORTABLE) {
      if (value == 0) {
        return Cell.BLANK;
      }
      value ^= Integer.MIN_VALUE;
    }
    return new Cell.Numeric(Integer.toString(value), null);
  }

  private Cell currency(DbfField field, byte[] record) {
    if (field.length() != Long.BYTES) {
      return words(field, record);
    }
    BigDecimal value = BigDecimal.valueOf(bytes(field, record).getLong(), 4);
    return new Cell.Numeric(stripped(value).toPlainString(), null);
  }

  private Cell binary(DbfField field, byte[] record) {
    if (field.length() != Double.BYTES) {
      return words(field, record);
    }
    long bits = bytes(field, record).getLong();
    if (field.layout() == Layout.SORTABLE) {
      if (bits == 0) {
        return Cell.BLANK;
      }
      bits = bits < 0 ? bits ^ Long.MIN_VALUE : ~bits;
    }
    double value = Double.longBitsToDouble(bits);
    return Double.isFinite(value)
        ? new Cell.Numeric(stripped(new BigDecimal(Double.toString(value))).toPlainString(), null)
        : NO_NUMBER;
  }

  /** Two numbers: the Julian day and the milliseconds of the day. */
  private Cell moment(DbfField field, byte[] record) {
    if (field.length() != Long.BYTES) {
      return words(field, record);
    }
    ByteBuffer both = bytes(field, record).order(ByteOrder.LITTLE_ENDIAN);
    int day = both.getInt();
    int millis = both.getInt();
    if ((day == 0 && millis == 0) || plain(field, record).isEmpty()) {
      return Cell.BLANK;
    }
    try {
      LocalDate date = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day);
      if (millis < 0 || millis >= MILLIS_OF_DAY || date.getYear() < 1 || date.getYear() > 9999) {
        return NO_NUMBER;
      }
      return new Cell.Moment(LocalDateTime.of(date, LocalTime.ofNanoOfDay(millis * 1_000_000L)));
    } catch (DateTimeException noDate) {
      return NO_NUMBER;
    }
  }

  private static boolean holdsBlock(DbfField field, byte[] record) {
    for (int i = field.offset(); i < field.offset() + field.length(); i++) {
      if (record[i] != 0 && record[i] != ' ' && record[i] != '0') {
        return true;
      }
    }
    return false;
  }
}
