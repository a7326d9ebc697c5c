package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.LimitExceeded;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Refuses archives of more entries than the limit, and those whose entry names are a trap: programs
 * would disagree on what is inside.
 */
public final class ZipNames {

  private ZipNames() {}

  /** Throws the refusal of a trap. */
  public static void check(Path file, Location whole, ReadLimits limits) throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      few(zip, whole, limits);
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName().replace('\\', '/');
        boolean leaves = name.startsWith("/") || ("/" + name + "/").contains("/../");
        if (leaves || !names.add(name.toLowerCase(Locale.ROOT))) {
          throw Faults.damaged(whole, null);
        }
      }
    }
  }

  /** Throws the refusal of an archive of too many entries. */
  static void few(ZipFile zip, Location whole, ReadLimits limits) {
    if (zip.size() > limits.entries()) {
      throw many(whole, limits);
    }
  }

  /**
   * The refusal of an archive of too many entries, or one that names as many.
   *
   * @param where they are listed
   */
  static LimitExceeded many(Location where, ReadLimits limits) {
    String size = String.format(Locale.ROOT, "%,d", limits.entries());
    return Faults.limit(
        "limit.entries",
        where,
        new Text(
            "Arsip ini berisi lebih dari " + size + " bagian (PDE_READ_ENTRIES).",
            "This archive holds more than " + size + " parts (PDE_READ_ENTRIES)."),
        null);
  }
}
