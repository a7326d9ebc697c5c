package id.pde.mapping.yaml;

import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Makes a tree with places out of the text of one YAML file.
 *
 * <p>Built from the library's events rather than its nodes: only so depth, aliases and repeated
 * keys are faults with a place instead of the first exception.
 */
public final class YamlReader {

  /** Characters of a file; the largest mapping we know of has 30,000. */
  public static final int MAX_CHARACTERS = 1_000_000;

  private static final int MAX_DEPTH = 30;
  private static final long MAX_NODES = 100_000;

  private final String file;
  private final String[] lines;
  private final Faults faults;
  private final Map<String, Built> anchors = new HashMap<>();
  private long nodes;

  private YamlReader(String file, String text, Faults faults) {
    this.file = file;
    this.lines = text.split("\\r\\n|\\r|\\n", -1);
    this.faults = faults;
  }

  /** The tree, or null where the file holds none; why is then among the faults. */
  public static @Nullable YamlNode read(String file, String content, Faults faults) {
    FilePlace start = new FilePlace(file, 1, 1);
    if (content.length() > MAX_CHARACTERS) {
      faults.add("yaml.size", start, TOO_LARGE);
      return null;
    }
    String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
    YamlReader reader = new YamlReader(file, text, faults);
    try {
      return reader.document(new Parse(SETTINGS).parseString(text).iterator());
    } catch (YamlEngineException fault) {
      new YamlSyntax(file, text).explain(fault, faults);
      return null;
    } catch (TooMuch limit) {
      faults.add("yaml.limit", limit.place, limit.advice);
      return null;
    }
  }

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS + 1).setUseMarks(true).build();

  private @Nullable YamlNode document(Iterator<Event> events) {
    YamlNode tree = null;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent && tree != null) {
        faults.add("yaml.documents", place(event), SECOND_DOCUMENT);
        return tree;
      }
      if (event instanceof NodeEvent) {
        tree = node(event, events, 0).node();
      }
    }
    if (tree == null) {
      faults.add("yaml.empty", new FilePlace(file, 1, 1), EMPTY_FILE);
    }
    return tree;
  }

  /** A node with what it weighs when its aliases are followed. */
  private record Built(YamlNode node, long size, int height) {}

  private Built node(Event event, Iterator<Event> events, int depth) {
    if (depth > MAX_DEPTH) {
      throw new TooMuch(place(event), TOO_DEEP);
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    Built built =
        event instanceof ScalarEvent scalar
            ? new Built(scalar(scalar), 1, 0)
            : collection((CollectionStartEvent) event, events, depth);
    weigh(built.node() instanceof Scalar ? 1 : 0, event);
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), built));
    return built;
  }

  private void weigh(long more, Event event) {
    nodes += more;
    if (nodes > MAX_NODES) {
      throw new TooMuch(place(event), TOO_MANY);
    }
  }

  private Built alias(AliasEvent alias, int depth) {
    String name = alias.getAlias().getValue();
    Built target = anchors.get(name);
    if (target == null) {
      String shown = Quoted.of("*" + name);
      throw new TooMuch(
          place(alias),
          new Advice(
              "alias",
              new Text(
                  shown + " menunjuk ke sesuatu yang belum selesai ditulis",
                  shown + " points at something that is not complete here"),
              new Text("tulis isinya sendiri di sini", "write out what it should hold")));
    }
    if (depth + target.height() > MAX_DEPTH) {
      throw new TooMuch(place(alias), TOO_DEEP);
    }
    weigh(target.size(), alias);
    return target;
  }

  private Scalar scalar(ScalarEvent event) {
    refuseTag(event.getTag(), event);
    FilePlace place = place(event);
    String line = place.line() <= lines.length ? lines[place.line() - 1] : "";
    return new Scalar(event.getValue(), event.isPlain(), place, line);
  }

  private Built collection(CollectionStartEvent start, Iterator<Event> events, int depth) {
    refuseTag(start.getTag(), start);
    return start instanceof MappingStartEvent
        ? entries(start, events, depth)
        : items(start, events, depth);
  }

  private Built items(Event start, Iterator<Event> events, int depth) {
    List<YamlNode> found = new ArrayList<>();
    long size = 1;
    int height = 0;
    for (Event next = events.next(); next instanceof NodeEvent; next = events.next()) {
      Built item = node(next, events, depth + 1);
      found.add(item.node());
      size += item.size();
      height = Math.max(height, item.height() + 1);
    }
    return new Built(new Items(found, place(start)), size, height);
  }

  private Built entries(Event start, Iterator<Event> events, int depth) {
    List<Entry> found = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    long size = 1;
    int height = 0;
    for (Event next = events.next(); next instanceof NodeEvent; next = events.next()) {
      Built key = node(next, events, depth + 1);
      Built value = node(events.next(), events, depth + 1);
      size += key.size() + value.size();
      height = Math.max(height, value.height() + 1);
      if (!(key.node() instanceof Scalar name)) {
        faults.add("yaml.key", place(next), KEY_NOT_TEXT);
        continue;
      }
      Integer before = lines.putIfAbsent(name.text(), name.place().line());
      if (before == null) {
        found.add(new Entry(name, value.node()));
      } else {
        repeated(name, before);
      }
    }
    return new Built(new Entries(found, place(start)), size, height);
  }

  private void repeated(Scalar name, int before) {
    String shown = name.shown();
    faults.add(
        "yaml.repeated",
        name.place(),
        new Advice(
            "yaml",
            new Text(
                shown + " sudah ditulis di baris " + before,
                shown + " is already written at line " + before),
            new Text("hapus salah satunya", "take one of them out")));
  }

  private void refuseTag(Optional<String> tag, Event event) {
    if (tag.isPresent() && !tag.get().equals("!") && !tag.get().equals("tag:yaml.org,2002:str")) {
      String shown = Quoted.of(tag.get());
      faults.add(
          "yaml.tag",
          place(event),
          new Advice(
              "yaml",
              new Text("tanda YAML " + shown + " tidak dipakai", shown + " is not used here"),
              new Text("hapus tanda itu", "take the tag out")));
    }
  }

  private FilePlace place(Event event) {
    return event
        .getStartMark()
        .map(mark -> place(file, mark))
        .orElseGet(() -> new FilePlace(file, 1, 1));
  }

  /** The library counts lines and columns from 0. */
  static FilePlace place(String file, Mark mark) {
    return new FilePlace(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Ends the reading of a file that is out of bounds; never leaves this class. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FilePlace place;
    private final transient Advice advice;

    TooMuch(FilePlace place, Advice advice) {
      super(null, null, false, false);
      this.place = place;
      this.advice = advice;
    }
  }

  private static final Advice TOO_LARGE =
      new Advice(
          "1.000.000",
          new Text(
              "berkas ini terlalu besar untuk sebuah pemetaan",
              "this file is too large for a mapping"),
          new Text(
              "batasnya 1.000.000 karakter; pindahkan daftar panjang ke codes/*.csv",
              "the limit is 1,000,000 characters; move long lists to codes/*.csv"));

  private static final Advice TOO_DEEP =
      new Advice(
          "yaml",
          new Text("bersarang lebih dari 30 tingkat", "nested more than 30 levels deep"),
          new Text("tulis lebih datar", "write it flatter"));

  private static final Advice TOO_MANY =
      new Advice(
          "yaml",
          new Text(
              "isinya lebih dari 100.000 bagian, termasuk yang diulang dengan *",
              "it holds more than 100,000 parts, those repeated by * included"),
          new Text("kurangi pengulangan dengan & dan *", "repeat less with & and *"));

  private static final Advice SECOND_DOCUMENT =
      new Advice(
          "yaml",
          new Text(
              "--- memulai dokumen kedua; satu berkas berisi satu dokumen",
              "--- begins a second document; a file holds one"),
          new Text("pindahkan ke berkas sendiri", "move it to a file of its own"));

  private static final Advice EMPTY_FILE =
      new Advice(
          "yaml",
          new Text("berkas ini kosong", "this file is empty"),
          new Text("tulis isinya atau hapus berkasnya", "write its content or remove it"));

  private static final Advice KEY_NOT_TEXT =
      new Advice(
          "yaml",
          new Text("nama di depan : harus berupa teks", "what stands before : must be a text"),
          new Text("pakai tanda kutip", "put it in quotes"));
}
