package id.pde.source.joined;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the rows of a workbook that came back which differ from the delivery. Both are read as
 * streams; kept are a number for each row that was given out, and the rows that differ.
 */
public final class Joining {

  /** Rows that one workbook may change. */
  private static final int MOST = 100_000;

  private Joining() {}

  /** Reads all rows of a file: of the delivery as they are copied, or of the workbook. */
  @FunctionalInterface
  public interface Reading {
    void read(Sheets sheets) throws Exception;
  }

  /** Takes sheets, one after the other. */
  @FunctionalInterface
  public interface Sheets {
    Rows sheet(int index, String name);
  }

  /** Takes the rows of a sheet that hold something. */
  @FunctionalInterface
  public interface Rows {
    void row(long number, Cell[] cells);
  }

  /**
   * What came back.
   *
   * @param name for messages
   * @param sheets how many with marked rows were given out
   */
  public record Returned(String name, int sheets, Reading reading) {}

  /**
   * Lays what came back over the delivery.
   *
   * @param before what is laid over it already; {@code delivery} shows it so
   * @throws id.pde.run.SourceUnreadable when a mark is gone or stands twice
   */
  public static Corrections over(Corrections before, Reading delivery, Returned returned)
      throws Exception {
    Forms forms = new Forms();
    walk(returned, (mark, cells) -> forms.add(mark.sheet(), mark.row(), cells));
    forms.sort();
    Set<Long> changed = new HashSet<>();
    delivery.read(
        (index, name) ->
            (number, cells) -> {
              if (forms.differs(index, number, cells)) {
                changed.add(Corrections.key(index, number));
              }
            });
    if (changed.size() > MOST) {
      throw tooMany(returned.name());
    }
    Map<Long, Cell[]> rows = new HashMap<>();
    walk(
        returned,
        (mark, cells) -> {
          long key = Corrections.key(mark.sheet(), mark.row());
          if (changed.contains(key)) {
            rows.put(key, cells);
          }
        });
    return before.and(rows);
  }

  private static void walk(Returned returned, ReturnedRows.Taker taker) throws Exception {
    ReturnedRows rows = new ReturnedRows(taker);
    returned
        .reading()
        .read(
            (index, name) -> {
              rows.sheet(name);
              return rows::row;
            });
    rows.end(returned.name(), returned.sheets());
  }

  private static RuntimeException tooMany(String name) {
    return Faults.limit(
        "limit.corrections",
        new Location.Whole(name),
        new Text(
            "Lebih dari " + MOST + " baris diubah di buku kerja perbaikan ini.",
            "More than " + MOST + " rows were changed in this workbook to correct."),
        null);
  }

  /** The forms of the rows that came back, by their keys. */
  private static final class Forms {
    private long[] keys = new long[1024];
    private long[] forms = new long[1024];
    private int count;

    void add(int sheet, long row, Cell[] cells) {
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, 2 * count);
        forms = Arrays.copyOf(forms, 2 * count);
      }
      keys[count] = Corrections.key(sheet, row);
      forms[count] = CopiedCell.rowForm(cells, true);
      count++;
    }

    /** People sort sheets; mostly the rows are in order. */
    void sort() {
      boolean inOrder = true;
      for (int i = 1; i < count && inOrder; i++) {
        inOrder = keys[i - 1] < keys[i];
      }
      if (inOrder) {
        return;
      }
      Integer[] order = new Integer[count];
      Arrays.setAll(order, i -> i);
      long[] unsorted = keys;
      long[] ofUnsorted = forms;
      Arrays.sort(order, (a, b) -> Long.compare(unsorted[a], unsorted[b]));
      keys = new long[count];
      forms = new long[count];
      for (int i = 0; i < count; i++) {
        keys[i] = unsorted[order[i]];
        forms[i] = ofUnsorted[order[i]];
      }
    }

    boolean differs(int sheet, long row, Cell[] cells) {
      int at = Arrays.binarySearch(keys, 0, count, Corrections.key(sheet, row));
      return at >= 0 && forms[at] != CopiedCell.rowForm(cells, false);
    }
  }
}
