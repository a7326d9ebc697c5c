package id.pde.mapping;

import id.pde.mapping.Level.State;
import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of one level of a mapping file; what cannot be used is a fault and counts as absent. */
final class Block {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private final String path;
  private final FilePlace place;
  private final Faults faults;
  private final Map<String, Entry> usable = new LinkedHashMap<>();

  /** Keys that are there, usable or not. */
  private final Set<String> written = new HashSet<>();

  private Block(String path, FilePlace place, Faults faults) {
    this.path = path;
    this.place = place;
    this.faults = faults;
  }

  /** An empty block, for one that the file does not have or that cannot be read. */
  static Block absent(String path, FilePlace place, Faults faults) {
    return new Block(path, place, faults);
  }

  static Block of(YamlNode node, Level level, Spot spot) {
    Block block = new Block(spot.path(), node.place(), spot.faults());
    if (!(node instanceof Entries entries)) {
      block.notEntries(node, level);
      return block;
    }
    for (Entry entry : entries.entries()) {
      if (level != Level.COLUMN || !TypeReader.isRestOfCutType(entry, entries)) {
        block.take(entry, level);
      }
    }
    return block;
  }

  /** Takes over what another block says of keys that this one does not write. */
  void inherit(Block outer) {
    for (Map.Entry<String, Entry> entry : outer.usable.entrySet()) {
      String key = entry.getKey();
      // Headings of the file and declared ones rule each other out.
      boolean other =
          (key.equals("fields") && written.contains("header"))
              || (key.equals("header") && written.contains("fields"));
      // These are the outer block's alone; their faults are told there.
      boolean own = key.equals("layouts") || key.equals("password") || key.equals("watermark");
      if (!written.contains(key) && !own && !other) {
        usable.put(key, entry.getValue());
      }
    }
  }

  /** Where a block stands. */
  record Spot(String path, Faults faults) {}

  private void notEntries(YamlNode node, Level level) {
    boolean blank = node instanceof Scalar scalar && scalar.blank();
    Text message =
        blank
            ? new Text("di sini belum ada isi", "nothing is written here")
            : new Text(
                node.shown() + " bukan kumpulan nama: nilai",
                node.shown() + " is not a set of name: value");
    Text fix =
        level == Level.COLUMN
            ? new Text("tulis misalnya {type: text}", "write for example {type: text}")
            : Suggestion.fix("", level.keys());
    faults.add("mapping.shape", place, new Advice(path, message, fix));
  }

  private void take(Entry entry, Level level) {
    String name = entry.name();
    written.add(name);
    if (!level.keys().contains(name)) {
      unknown(entry.key(), level.keys());
      return;
    }
    State state = level.state(name);
    if (state == State.NOT_YET) {
      if (!harmless(entry)) {
        notYet(name + ": " + plain(entry.value()), entry.key().place(), name);
      }
      return;
    }
    if (state == State.BUILT && entry.value() instanceof Scalar scalar && scalar.blank()) {
      empty(entry.key());
      return;
    }
    usable.put(name, entry);
  }

  /** An empty list asks for nothing. */
  private static boolean harmless(Entry entry) {
    return entry.value() instanceof Items items && items.nodes().isEmpty();
  }

  private static String plain(YamlNode node) {
    return node instanceof Scalar scalar ? Quoted.plain(scalar.text(), 40) : node.shown();
  }

  private void unknown(Scalar key, Set<String> known) {
    faults.add(
        "mapping.key",
        key.place(),
        new Advice(
            path(key.text()),
            new Text(key.shown() + " tidak dikenal di sini", key.shown() + " is not known here"),
            Suggestion.fix(key.text(), known)));
  }

  private void empty(Scalar key) {
    faults.add(
        "mapping.empty",
        key.place(),
        new Advice(
            path(key.text()),
            new Text(key.shown() + " tidak diisi", key.shown() + " has no value"),
            new Text("isi nilainya atau hapus barisnya", "write its value or take it out")));
  }

  /** A thing of the format that this version does not do. */
  void notYet(String written, FilePlace at, String key) {
    String shown = "`" + written.strip() + "`";
    faults.add(
        "mapping.not-yet",
        at,
        new Advice(
            path(key),
            new Text(shown + " belum ada di versi ini", shown + " is not in this version"),
            new Text(
                "hapus, atau pakai versi PDE yang lebih baru",
                "take it out, or use a newer version of PDE")));
  }

  /** A fault of a key of this block. */
  void fault(String code, Where where, Text message, Text fix) {
    faults.add(code, where.place(), new Advice(path(where.key()), message, fix));
  }

  /** Which key of a block, and the exact place. */
  record Where(String key, FilePlace place) {}

  String path(String key) {
    String shown = Quoted.plain(key, 60);
    if (shown.isEmpty()) {
      return path;
    }
    return path.isEmpty() ? shown : path + "." + shown;
  }

  Faults faults() {
    return faults;
  }

  FilePlace place() {
    return place;
  }

  /** The place of the value of a key, else of the block. */
  Where where(String key) {
    Entry entry = usable.get(key);
    return new Where(key, entry == null ? place : entry.value().place());
  }

  boolean has(String key) {
    return usable.containsKey(key);
  }

  /** Whether a key is missing altogether; one that is there and cannot be used has its fault. */
  boolean lacks(String key) {
    return !written.contains(key);
  }

  @Nullable YamlNode node(String key) {
    Entry entry = usable.get(key);
    return entry == null ? null : entry.value();
  }

  /** The block of a key; empty where the key is absent. */
  Block block(String key, Level level) {
    YamlNode node = node(key);
    return node == null
        ? absent(path(key), place, faults)
        : of(node, level, new Spot(path(key), faults));
  }

  /** The text of a key. */
  @Nullable Scalar scalar(String key) {
    YamlNode node = node(key);
    if (node == null || node instanceof Scalar) {
      return (Scalar) node;
    }
    fault(
        "mapping.shape",
        new Where(key, node.place()),
        new Text(
            node.shown() + " tidak dapat dipakai di sini", node.shown() + " cannot stand here"),
        new Text("tulis satu teks", "write one text"));
    return null;
  }

  /** One text or a list of texts; empty where the key is absent. */
  List<Scalar> scalars(String key) {
    YamlNode node = node(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Scalar scalar) {
      return List.of(scalar);
    }
    List<Scalar> found = new ArrayList<>();
    List<YamlNode> parts = node instanceof Items items ? items.nodes() : List.of(node);
    for (YamlNode part : parts) {
      if (part instanceof Scalar scalar) {
        found.add(scalar);
      } else {
        fault(
            "mapping.shape",
            new Where(key, part.place()),
            new Text(
                part.shown() + " tidak dapat dipakai di sini", part.shown() + " cannot stand here"),
            new Text("tulis teks, atau daftar teks [a, b]", "write a text, or a list [a, b]"));
      }
    }
    return found;
  }

  /** One of some words. */
  <E> E choice(String key, Choice<E> choice, E fallback) {
    Scalar written = scalar(key);
    if (written == null) {
      return fallback;
    }
    E found = choice.built().get(written.text());
    if (found != null) {
      return found;
    }
    String head = written.text().replaceFirst("\\(.*", "").strip();
    if (choice.notYet().contains(head)) {
      notYet(key + ": " + plain(written), written.place(), key);
    } else {
      fault(
          "mapping.value",
          new Where(key, written.place()),
          new Text(
              written.shown() + " bukan nilai dari " + key,
              written.shown() + " is not a value of " + key),
          Suggestion.fix(written.text(), choice.words()));
    }
    return fallback;
  }

  private static final Choice<Boolean> FLAG = Choice.of(Map.of("true", true, "false", false));

  /** true or false. */
  boolean flag(String key) {
    Scalar written = scalar(key);
    if (written == null) {
      return false;
    }
    String word = written.text().toLowerCase(Locale.ROOT);
    boolean yes = List.of("yes", "ya", "y", "on").contains(word);
    if (yes || List.of("no", "tidak", "n", "off").contains(word)) {
      String meant = yes ? "true" : "false";
      fault(
          "mapping.value",
          new Where(key, written.place()),
          new Text(
              written.shown() + " bukan true atau false",
              written.shown() + " is not true or false"),
          new Text("tulis " + meant, "write " + meant));
      return false;
    }
    return choice(key, FLAG, false);
  }

  /** A whole number from {@code least} on. */
  long whole(String key, long least, long fallback) {
    Scalar written = scalar(key);
    if (written == null) {
      return fallback;
    }
    if (WHOLE.matcher(written.text()).matches() && Long.parseLong(written.text()) >= least) {
      return Long.parseLong(written.text());
    }
    fault(
        "mapping.value",
        new Where(key, written.place()),
        new Text(
            written.shown() + " bukan bilangan bulat mulai dari " + least,
            written.shown() + " is not a whole number from " + least + " on"),
        new Text("tulis angka saja, misalnya 4", "write digits only, such as 4"));
    return fallback;
  }

  /** A text that may be given in both languages. */
  @Nullable Text text(String key) {
    YamlNode node = node(key);
    if (node == null) {
      return null;
    }
    if (node instanceof Scalar scalar) {
      return Text.same(scalar.text());
    }
    Block languages = block(key, Level.TITLE);
    Scalar indonesian = languages.scalar("id");
    Scalar english = languages.scalar("en");
    if (indonesian == null && english == null) {
      return null;
    }
    String first = indonesian == null ? "" : indonesian.text();
    String second = english == null ? "" : english.text();
    return new Text(indonesian == null ? second : first, english == null ? first : second);
  }
}
