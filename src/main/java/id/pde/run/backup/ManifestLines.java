package id.pde.run.backup;

import id.pde.run.backup.Manifest.Kept;
import id.pde.run.backup.Manifest.Lost;
import id.pde.run.backup.Manifest.Part;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A manifest as text: a line for each thing, what it is and its fields with tabs between. Lines
 * that begin with an unknown word are passed over.
 */
final class ManifestLines {

  private ManifestLines() {}

  static String write(Manifest manifest) {
    StringBuilder text = new StringBuilder();
    line(text, "pde", manifest.pde());
    line(text, "taken", manifest.taken());
    line(text, "server", manifest.server(), manifest.major());
    for (SavedTable table : manifest.tables()) {
      line(text, "table", table.schema(), table.name(), table.rows(), table.digest());
    }
    line(text, "archive", manifest.archive().files(), manifest.archive().bytes());
    for (Lost lost : manifest.lost()) {
      line(text, "lost", lost.sha256(), lost.why(), lost.name());
    }
    for (Part part : manifest.parts()) {
      line(text, "part", part.name(), part.bytes(), part.sha256());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : "\t");
      text.append(String.valueOf(fields[i]).replaceAll("[\\t\\n\\r]", " "));
    }
    text.append('\n');
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is something else; encryption keeps that from happening by chance
   */
  static Manifest read(String text) throws IOException {
    Reading reading = new Reading();
    try {
      for (String line : text.split("\n", -1)) {
        reading.take(line.split("\t", -1));
      }
      return reading.manifest();
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException other) {
      throw new IOException("no manifest", other);
    }
  }

  /** What was read so far. */
  private static final class Reading {
    private String pde = "";
    private Instant taken = Instant.EPOCH;
    private String server = "";
    private int major;
    private Kept archive = new Kept(0, 0);
    private final List<SavedTable> tables = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    void take(String... field) {
      switch (field[0]) {
        case "pde" -> pde = field[1];
        case "taken" -> taken = Instant.parse(field[1]);
        case "server" -> {
          server = field[1];
          major = Integer.parseInt(field[2]);
        }
        case "table" ->
            tables.add(new SavedTable(field[1], field[2], Long.parseLong(field[3]), field[4]));
        case "archive" -> archive = new Kept(Long.parseLong(field[1]), Long.parseLong(field[2]));
        case "lost" ->
            lost.add(
                new Lost(field[1], field[3], Lost.Why.valueOf(field[2].toUpperCase(Locale.ROOT))));
        case "part" -> parts.add(new Part(field[1], Long.parseLong(field[2]), field[3]));
        default -> {
          // A later PDE may say more.
        }
      }
    }

    Manifest manifest() {
      return new Manifest(pde, taken, server, major, tables, archive, lost, parts);
    }
  }
}
