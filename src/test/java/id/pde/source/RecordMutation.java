package id.pde.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Damages an xls workbook by its records: their kinds, lengths and first numbers. */
final class RecordMutation {

  /** The records that a reader looks into ([MS-XLS] 2.3). */
  private static final Set<Integer> KINDS =
      Set.of(
          0x06, 0x0A, 0x22, 0x3C, 0x7D, 0x85, 0xBD, 0xBE, 0xE0, 0xE5, 0xFC, 0xFD, 0x201, 0x203,
          0x204, 0x205, 0x207, 0x208, 0x27E, 0x41E, 0x809);

  private static final int[] EXTREMES = {0, 1, 255, 256, 4_095, 8_224, 32_767, 32_768, 65_535};

  private final RandomGenerator random;

  RecordMutation(RandomGenerator random) {
    this.random = random;
  }

  /** Whether it is an OLE2 file. */
  static boolean fits(byte[] content) {
    return content.length > 1_024 && content[0] == (byte) 0xD0 && content[1] == (byte) 0xCF;
  }

  byte[] of(byte[] original) {
    byte[] bytes = original.clone();
    if (random.nextInt(4) == 0) {
      chain(bytes);
      return bytes;
    }
    List<Integer> records = records(bytes);
    for (int changes = random.nextInt(6); changes >= 0 && !records.isEmpty(); changes--) {
      int at = records.get(random.nextInt(records.size()));
      switch (random.nextInt(3)) {
        case 0 -> put(bytes, at, List.copyOf(KINDS).get(random.nextInt(KINDS.size())));
        case 1 -> put(bytes, at + 2, extreme());
        default -> put(bytes, at + 4 + 2 * random.nextInt(6), extreme());
      }
    }
    return bytes;
  }

  /** A number of the header or of the first table of sectors leads elsewhere, or in a circle. */
  private void chain(byte[] bytes) {
    int at = (random.nextBoolean() ? 44 : 512) + 4 * random.nextInt(64);
    put(bytes, at, random.nextInt(64));
    put(bytes, at + 2, random.nextInt(3) == 0 ? extreme() : 0);
  }

  private static List<Integer> records(byte[] bytes) {
    List<Integer> found = new ArrayList<>();
    for (int at = 512; at + 4 < bytes.length && found.size() < 50_000; at++) {
      if (KINDS.contains(number(bytes, at)) && number(bytes, at + 2) <= 8_224) {
        found.add(at);
      }
    }
    return found;
  }

  private int extreme() {
    return EXTREMES[random.nextInt(EXTREMES.length)];
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  private static void put(byte[] bytes, int at, int number) {
    if (at + 1 < bytes.length) {
      bytes[at] = (byte) number;
      bytes[at + 1] = (byte) (number >> 8);
    }
  }
}
