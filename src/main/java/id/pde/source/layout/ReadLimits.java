package id.pde.source.layout;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.MappingInvalid;
import java.util.List;
import java.util.Map;

/**
 * What one delivery may cost. Every limit is named in the message of the refusal, and can be set by
 * the variable of the environment that {@link #SETTINGS} lists.
 *
 * @param rows of one sheet or text file, blank ones included
 * @param columns of one row; Excel's own limit
 * @param cellCharacters of one value; Excel's own limit is 32,767
 * @param recordCharacters of one row of a text file
 * @param sharedBytes of the shared strings of a workbook; most of them wait on the disk
 * @param entryBytes of one part of a workbook, unpacked
 * @param ratio of a part's unpacked size to its packed size, once it is larger than 64 MB
 * @param entries of one archive
 */
public record ReadLimits(
    long rows,
    int columns,
    int cellCharacters,
    int recordCharacters,
    long sharedBytes,
    long entryBytes,
    int ratio,
    int entries) {

  public static final ReadLimits DEFAULT =
      new ReadLimits(100_000_000L, 16_384, 1 << 20, 1 << 22, 1L << 30, 4L << 30, 200, 20_000);

  /** The variables of the environment, in the order of the limits. */
  public static final List<String> SETTINGS =
      List.of(
          "PDE_READ_ROWS",
          "PDE_READ_COLUMNS",
          "PDE_READ_CELL_CHARACTERS",
          "PDE_READ_RECORD_CHARACTERS",
          "PDE_READ_SHARED_BYTES",
          "PDE_READ_ENTRY_BYTES",
          "PDE_READ_RATIO",
          "PDE_READ_ENTRIES");

  /** Limits of the usual kind where ratio and entries do not matter. */
  public ReadLimits(
      long rows,
      int columns,
      int cellCharacters,
      int recordCharacters,
      long sharedBytes,
      long entryBytes) {
    this(
        rows,
        columns,
        cellCharacters,
        recordCharacters,
        sharedBytes,
        entryBytes,
        DEFAULT.ratio,
        DEFAULT.entries);
  }

  /**
   * The limits that an environment sets.
   *
   * @throws MappingInvalid where a variable holds no whole number above 0
   */
  public static ReadLimits from(Map<String, String> environment) {
    return new ReadLimits(
        whole(environment, 0, DEFAULT.rows),
        narrow(environment, 1, DEFAULT.columns),
        narrow(environment, 2, DEFAULT.cellCharacters),
        narrow(environment, 3, DEFAULT.recordCharacters),
        whole(environment, 4, DEFAULT.sharedBytes),
        whole(environment, 5, DEFAULT.entryBytes),
        narrow(environment, 6, DEFAULT.ratio),
        narrow(environment, 7, DEFAULT.entries));
  }

  private static long whole(Map<String, String> environment, int setting, long otherwise) {
    String name = SETTINGS.get(setting);
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!value.matches("[1-9]\\d{0,17}")) {
      throw new MappingInvalid(
          Issue.of(
              "setting.number",
              Severity.REFUSE,
              new Location.Whole(name),
              new Advice(
                  "setting.number",
                  new Text(
                      "Batas ini harus bilangan bulat di atas 0.",
                      "This limit has to be a whole number above 0."),
                  new Text(
                      "Tulis angkanya tanpa pemisah, atau hapus variabel itu.",
                      "Write the digits without separators, or remove the variable."))),
          null);
    }
    return Long.parseLong(value);
  }

  private static int narrow(Map<String, String> environment, int setting, int otherwise) {
    return (int) Math.min(Integer.MAX_VALUE, whole(environment, setting, otherwise));
  }
}
