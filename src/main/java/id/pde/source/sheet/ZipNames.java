package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.source.layout.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Refuses archives whose entry names are a trap: programs would disagree on what is inside. */
public final class ZipNames {

  private ZipNames() {}

  /** Throws the refusal of a trap. */
  public static void check(Path file, Location whole) throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName().replace('\\', '/');
        boolean leaves = name.startsWith("/") || ("/" + name + "/").contains("/../");
        if (leaves || !names.add(name.toLowerCase(Locale.ROOT))) {
          throw Faults.damaged(whole, null);
        }
      }
    }
  }
}
