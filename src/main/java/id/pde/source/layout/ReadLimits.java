package id.pde.source.layout;

/**
 * What one delivery may cost. Every limit is named in the message of the refusal.
 *
 * @param rows of one sheet or text file, blank ones included
 * @param columns of one row; Excel's own limit
 * @param cellCharacters of one value; Excel's own limit is 32,767
 * @param recordCharacters of one row of a text file
 * @param sharedBytes memory for the shared strings of a workbook
 * @param entryBytes of one part of a workbook, unpacked
 */
public record ReadLimits(
    long rows,
    int columns,
    int cellCharacters,
    int recordCharacters,
    long sharedBytes,
    long entryBytes) {

  public static final ReadLimits DEFAULT =
      new ReadLimits(100_000_000L, 16_384, 1 << 20, 1 << 22, 96L << 20, 2L << 30);
}
