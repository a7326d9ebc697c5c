package id.pde.receipt.annotate;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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
import org.jspecify.annotations.Nullable;

/** The parts of an Office Open XML file, by names that are the same in any case. */
final class OfficePackage implements Closeable {

  private final ZipFile zip;
  private final List<ZipEntry> order = new ArrayList<>();
  private final Map<String, ZipEntry> entries = new HashMap<>();

  /**
   * What a part says of another.
   *
   * @param type the last part of the relation's type: {@code worksheet}
   * @param target the name of the other part
   */
  record Relation(String id, String type, String target) {}

  OfficePackage(Path file) throws IOException {
    this.zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    zip.stream()
        .forEach(
            entry -> {
              order.add(entry);
              entries.putIfAbsent(key(entry.getName()), entry);
            });
  }

  /** A name as it is compared. */
  static String key(String name) {
    return name.replace('\\', '/').toLowerCase(Locale.ROOT);
  }

  /** In the order of the package, folders included. */
  List<ZipEntry> entries() {
    return List.copyOf(order);
  }

  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  /** Bytes of all parts as the directory lists them. */
  long unpacked() {
    return order.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
  }

  InputStream stream(ZipEntry entry) throws IOException {
    return zip.getInputStream(entry);
  }

  RawXml xml(String part) throws IOException {
    ZipEntry entry = entries.get(key(part));
    if (entry == null) {
      throw new IOException("missing part " + part);
    }
    return new RawXml(zip.getInputStream(entry));
  }

  /** Where the relations of a part stand. */
  static String listing(String part) {
    int slash = part.lastIndexOf('/');
    return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
  }

  /** The relations of a part to others in the package; "" is the package itself. */
  List<Relation> relations(String part) throws IOException {
    List<Relation> relations = new ArrayList<>();
    String listing = listing(part);
    if (!has(listing)) {
      return relations;
    }
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    try (RawXml xml = xml(listing)) {
      while (xml.next()) {
        if (xml.begins() && xml.is("Relationship")) {
          String type = text(xml.attribute("Type"));
          int slash = type.lastIndexOf('/') + 1;
          boolean outside = "External".equals(xml.attribute("TargetMode"));
          String target = text(xml.attribute("Target"));
          relations.add(
              new Relation(
                  text(xml.attribute("Id")),
                  type.substring(slash),
                  outside ? "" : target(folder, target)));
        }
      }
    }
    return relations;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Some programs write a path from the root without its slash. */
  private String target(String folder, String written) {
    String target = resolve(folder, written);
    String fromRoot = resolve("", written);
    return !has(target) && has(fromRoot) ? fromRoot : target;
  }

  private static String resolve(String folder, String target) {
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

  /** A name that no part has: {@code xl/comments} with a number and an ending. */
  String free(String stem, String ending) {
    int number = 1;
    while (has(stem + number + ending)) {
      number++;
    }
    return stem + number + ending;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
