package id.pde.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Damages real files: their bytes, elements or records, for archives of the parts inside, packed
 * again.
 */
final class Mutation {

  private static final int SMALLEST = 4;

  /** Signs that parsers take for more than text. */
  private static final byte[][] MEANINGFUL = {
    {'"'},
    {'<'},
    {'>'},
    {'&'},
    {'\''},
    {'/'},
    {0},
    {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F},
    {'\n'},
    {';'},
    {'-', '1'},
    {'9', '9', '9', '9', '9', '9', '9', '9', '9', '9'},
    {'{'},
    {']'},
    {'r', '=', '"'},
    {'A', '1'},
    {'\r'},
    {'"', '"', '"'},
    {'\t', ',', '|'},
    // Marks of charsets, and signs of several bytes that are cut.
    {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
    {(byte) 0xFF, (byte) 0xFE},
    {(byte) 0xFE, (byte) 0xFF},
    {(byte) 0xC3},
    {(byte) 0xE2, (byte) 0x82},
    {(byte) 0xF0, (byte) 0x9F},
    {(byte) 0x81}
  };

  private final MarkupMutation markup;
  private final RecordMutation records;

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
    this.markup = new MarkupMutation(random);
    this.records = new RecordMutation(random);
  }

  byte[] of(byte[] original) throws IOException {
    boolean archive = original.length > 2 && original[0] == 'P' && original[1] == 'K';
    return archive && random.nextInt(4) > 0 ? inside(original) : bytes(original);
  }

  private byte[] bytes(byte[] original) {
    if (MarkupMutation.fits(original) && random.nextBoolean()) {
      return markup.of(original);
    }
    if (RecordMutation.fits(original) && random.nextBoolean()) {
      return records.of(original);
    }
    return switch (random.nextInt(5)) {
      case 0 -> cut(original);
      case 1 -> moved(original);
      case 2 -> written(original);
      default -> flipped(original);
    };
  }

  private byte[] flipped(byte[] original) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] cut(byte[] original) {
    int from = random.nextInt(original.length + 1);
    int to = Math.min(original.length, from + 1 + random.nextInt(64));
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.write(original, 0, from);
    if (random.nextInt(8) > 0) {
      rest.write(original, to, original.length - to);
    }
    return rest.toByteArray();
  }

  private byte[] moved(byte[] original) {
    if (original.length < SMALLEST) {
      return original.clone();
    }
    byte[] bytes = original.clone();
    int length = 1 + random.nextInt(Math.min(64, bytes.length / 2));
    int from = random.nextInt(bytes.length - length);
    int to = random.nextInt(bytes.length - length);
    System.arraycopy(original, from, bytes, to, length);
    return bytes;
  }

  private byte[] written(byte[] original) {
    byte[] sign = MEANINGFUL[random.nextInt(MEANINGFUL.length)];
    int at = random.nextInt(original.length + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(original, 0, at);
    int times = random.nextInt(16) == 0 ? 5_000 : 1;
    for (int i = 0; i < times; i++) {
      out.writeBytes(sign);
    }
    out.write(original, at, original.length - at);
    return out.toByteArray();
  }

  private byte[] inside(byte[] original) throws IOException {
    List<Part> parts = parts(original);
    if (parts.isEmpty()) {
      return bytes(original);
    }
    int victim = random.nextInt(parts.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        put(zip, part.name(), i == victim ? bytes(part.content()) : part.content());
      }
    }
    return out.toByteArray();
  }

  // Compared by nobody.
  @SuppressWarnings("ArrayRecordComponent")
  private record Part(String name, byte[] content) {}

  private static List<Part> parts(byte[] archive) throws IOException {
    List<Part> parts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.add(new Part(entry.getName(), zip.readAllBytes()));
      }
    }
    return parts;
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    if (name.equals("mimetype")) {
      // Of an OpenDocument file it stands first and as it is.
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
