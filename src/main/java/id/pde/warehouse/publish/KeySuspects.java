package id.pde.warehouse.publish;

import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.warehouse.table.TableShape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a delivery whose key may have come before, found while they pass: so the server
 * compares a few rows, where otherwise it has to sort or hash the keys of all. Of each key that
 * repeats all rows but the first are among them.
 */
final class KeySuspects {

  /** More than these, and the server looks through all keys. */
  private static final int MOST = 1 << 20;

  private static final String PERIOD = "_period";

  /** Where the key stands in a record; -1: the period. */
  private final int[] key;

  private final KeyFilter filter = new KeyFilter();
  private final KeyOrder order;
  private long[] ordinals = new long[16];
  private int found;

  private KeySuspects(int[] key) {
    this.key = key;
    this.order = new KeyOrder(key.length);
  }

  /** Null: which rows share a key is for the server to say, such as those that meet by a digest. */
  static @Nullable KeySuspects of(Mapping mapping, TableShape shape) {
    List<String> names = shape.key();
    if (names.isEmpty() || shape.keyForm().digested()) {
      return null;
    }
    int[] key =
        names.stream().mapToInt(name -> name.equals(PERIOD) ? -1 : mapping.column(name)).toArray();
    for (int i = 0; i < key.length; i++) {
      boolean unknown = key[i] < 0 && !names.get(i).equals(PERIOD);
      // Documents are equal that are written in different ways.
      if (unknown
          || (key[i] >= 0
              && mapping.columns().get(key[i]).storedType() instanceof ColumnType.JsonType)) {
        return null;
      }
    }
    return new KeySuspects(key);
  }

  /** A row of the stage. */
  void see(Record record, @Nullable Period period) {
    if (filter.seen(hash(record, period)) && found <= MOST) {
      if (found == ordinals.length) {
        ordinals = Arrays.copyOf(ordinals, 2 * found);
      }
      if (found < MOST) {
        ordinals[found] = record.row().ordinal();
      }
      found++;
    }
  }

  /** Whether the keys came in ascending order. */
  boolean inOrder() {
    return order.ascends();
  }

  /** Whether there are so many that they are not known one by one. */
  boolean tooMany() {
    return found > MOST;
  }

  /** Their ordinals. */
  long[] ordinals() {
    return Arrays.copyOf(ordinals, Math.min(found, MOST));
  }

  private long hash(Record record, @Nullable Period period) {
    long hash = 0;
    for (int i = 0; i < key.length; i++) {
      Object value = key[i] >= 0 ? record.value(key[i]) : period == null ? null : period.text();
      order.next(i, value);
      hash = mixed(31 * hash + of(value));
    }
    return hash;
  }

  /** Equal for values that are equal to the server. */
  private static long of(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof CharSequence text) {
      long hash = text.length();
      for (int i = 0; i < text.length(); i++) {
        hash = 31 * hash + text.charAt(i);
      }
      return hash;
    }
    if (value instanceof LocalDate date) {
      return date.toEpochDay();
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().hashCode();
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.toEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
    }
    if (value instanceof LocalTime time) {
      return time.toNanoOfDay() / 1_000;
    }
    return value == null ? 7 : value.hashCode();
  }

  /** The finalizer of MurmurHash3 (Appleby), 64 bits. */
  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
