package id.pde.route;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML as nodes with places, within limits, and never as objects. Camel reads the same
 * characters with the same library.
 */
final class RouteYaml {

  private static final int DEEPEST = 40;
  private static final int LARGEST = 20_000;
  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

  private final RouteFile file;
  private final Faults faults;
  private int nodes;

  private RouteYaml(RouteFile file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /** The documents of a file; a file that is no YAML is one fault and has none. */
  static List<Piece> documents(RouteFile file, Faults faults) {
    return new RouteYaml(file, faults).read();
  }

  private List<Piece> read() {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.name())
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(1_000_000)
            .build();
    List<Piece> documents = new ArrayList<>();
    try {
      for (Node node : new Compose(settings).composeAllFromString(file.content())) {
        piece(node, 0).ifPresent(documents::add);
      }
    } catch (MarkedYamlEngineException notYaml) {
      FilePlace place =
          notYaml
              .getProblemMark()
              .map(this::place)
              .orElseGet(() -> new FilePlace(file.name(), 1, 1));
      notYaml(place, Faults.shown(String.valueOf(notYaml.getProblem())));
      return List.of();
    } catch (YamlEngineException notYaml) {
      // Without a place there is one reason only: more aliases than the limit.
      tooLarge(new FilePlace(file.name(), 1, 1));
      return List.of();
    } catch (StackOverflowError tooDeep) {
      tooLarge(new FilePlace(file.name(), 1, 1));
      return List.of();
    }
    return nodes > LARGEST ? List.of() : documents;
  }

  private Optional<Piece> piece(Node node, int depth) {
    FilePlace place = place(node);
    if (nodes > LARGEST) {
      return Optional.empty();
    }
    nodes++;
    if (depth > DEEPEST || nodes > LARGEST) {
      nodes = LARGEST + 1;
      tooLarge(place);
      return Optional.empty();
    }
    if (!PLAIN.contains(node.getTag())) {
      faults.add(
          place,
          "route.tag",
          new Text(
              "tanda jenis \"" + Faults.shown(node.getTag().getValue()) + "\" tidak diizinkan",
              "the type tag \"" + Faults.shown(node.getTag().getValue()) + "\" is not allowed"),
          new Text("tulis nilai tanpa tanda !", "write the value without a ! tag"));
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(new Piece.Scalar(place, scalar.getValue()));
    }
    if (node instanceof SequenceNode sequence) {
      List<Piece> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        piece(item, depth + 1).ifPresent(items::add);
      }
      return Optional.of(new Piece.Items(place, items));
    }
    return node instanceof MappingNode mapping
        ? Optional.of(block(mapping, place, depth))
        : Optional.empty();
  }

  private Piece block(MappingNode mapping, FilePlace place, int depth) {
    Map<String, Piece.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      FilePlace keyPlace = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)
          || !PLAIN.contains(key.getTag())
          || !NAME.matcher(key.getValue()).matches()) {
        String written = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        faults.add(
            keyPlace,
            "route.key",
            new Text(
                "kunci \"" + Faults.shown(written) + "\" tidak diizinkan di rute",
                "the key \"" + Faults.shown(written) + "\" is not allowed in a route"),
            new Text(
                "kunci adalah nama biasa dari huruf", "a key is a plain name made of letters"));
        continue;
      }
      piece(tuple.getValueNode(), depth + 1)
          .ifPresent(value -> enter(entries, new Piece.Entry(keyPlace, key.getValue(), value)));
    }
    return new Piece.Block(place, entries);
  }

  private void enter(Map<String, Piece.Entry> entries, Piece.Entry entry) {
    if (entries.putIfAbsent(entry.written(), entry) != null) {
      faults.add(
          entry.place(),
          "route.key-twice",
          new Text(
              "kunci \"" + entry.written() + "\" ditulis dua kali",
              "the key \"" + entry.written() + "\" is written twice"),
          new Text("hapus salah satu", "remove one of them"));
    }
  }

  private void notYaml(FilePlace place, String problem) {
    faults.add(
        place,
        "route.yaml",
        new Text("bukan YAML yang benar: " + problem, "this is not valid YAML: " + problem),
        new Text(
            "periksa indentasi, tanda petik dan titik dua di sekitar baris ini",
            "check indentation, quotes and colons around this line"));
  }

  private void tooLarge(FilePlace place) {
    faults.add(
        place,
        "route.too-large",
        new Text(
            "berkas rute terlalu dalam atau terlalu besar",
            "the route file is too deep or too large"),
        new Text(
            "bagi menjadi beberapa berkas dan jangan memakai jangkar bertingkat",
            "divide it into several files and do not nest anchors"));
  }

  private FilePlace place(Node node) {
    return node.getStartMark().map(this::place).orElseGet(() -> new FilePlace(file.name(), 1, 1));
  }

  private FilePlace place(Mark mark) {
    return new FilePlace(file.name(), mark.getLine() + 1, mark.getColumn() + 1);
  }
}
