package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The parts of an Office Open XML file and how they name each other. Used by one thread. */
final class PackageParts implements Closeable {

  private final ZipFile zip;
  private final ReadLimits limits;

  /** Names of parts are the same in any case (ECMA-376 part 2, 6.2.2.3). */
  private final Map<String, ZipEntry> entries = new HashMap<>();

  private PackageParts(ZipFile zip, ReadLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  static PackageParts open(Path file, Location whole, ReadLimits limits) throws IOException {
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    PackageParts parts = new PackageParts(zip, limits);
    try {
      parts.list(whole);
      return parts;
    } catch (RuntimeException broken) {
      zip.close();
      throw broken;
    }
  }

  private void list(Location whole) {
    ZipNames.few(zip, whole, limits);
    zip.stream()
        .forEach(
            entry -> {
              String name = entry.getName().replace('\\', '/');
              boolean leaves = name.startsWith("/") || ("/" + name + "/").contains("/../");
              if (leaves || entries.put(key(name), entry) != null) {
                throw Faults.damaged(whole, null);
              }
            });
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  PacedStream stream(String part) throws IOException {
    ZipEntry entry = entries.get(key(part));
    if (entry == null) {
      throw new IOException("missing part");
    }
    return new PacedStream(UnpackedPart.open(zip, entry, limits), part, limits);
  }

  /** Shows every element of a part. */
  void parse(String part, XmlPull.Taker taker) throws IOException, XMLStreamException {
    try (PacedStream stream = stream(part)) {
      XmlPull.parse(stream, taker);
    }
  }

  /** What a part says of others; "" is the package itself. External targets are left out. */
  List<Relation> relations(String part) throws IOException, XMLStreamException {
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    String listing = folder + "_rels/" + part.substring(slash + 1) + ".rels";
    List<Relation> relations = new ArrayList<>();
    if (!has(listing)) {
      return relations;
    }
    parse(
        listing,
        (name, at) -> {
          if (name.equals("Relationship") && !"External".equals(at.attribute("TargetMode"))) {
            relations.add(relation(folder, at));
            if (relations.size() > limits.entries()) {
              throw ZipNames.many(new Location.Whole(listing), limits);
            }
          }
        });
    return relations;
  }

  private Relation relation(String folder, XmlPull at) {
    String type = text(at.attribute("Type"));
    return new Relation(
        text(at.attribute("Id")),
        type.substring(type.lastIndexOf('/') + 1),
        target(folder, text(at.attribute("Target"))));
  }

  /** Some programs write a path from the root without its slash. */
  private String target(String folder, String written) {
    String target = resolve(folder, written);
    String fromRoot = resolve("", written);
    return !has(target) && has(fromRoot) ? fromRoot : target;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Targets count from the folder of the part that names them, or from the root. */
  static String resolve(String folder, String target) {
    String plain = target.replace('\\', '/');
    if (plain.indexOf('%') >= 0) {
      plain = decoded(plain);
    }
    Deque<String> path = new ArrayDeque<>();
    for (String step : (plain.startsWith("/") ? plain : folder + plain).split("/", -1)) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }

  private static String decoded(String target) {
    try {
      return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plainPercent) {
      return target;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
