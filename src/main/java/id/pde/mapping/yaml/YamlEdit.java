package id.pde.mapping.yaml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes single keys in the text of a mapping and leaves all else as somebody wrote it, remarks
 * included. Takes only texts that {@link YamlReader} reads without a fault.
 */
public final class YamlEdit {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(YamlReader.MAX_CHARACTERS + 1)
          .setUseMarks(true)
          .build();

  private final String text;

  private YamlEdit(String text) {
    this.text = text;
  }

  /**
   * Writes a value, over the one that is there or as a new key.
   *
   * @param path keys from the top
   * @param yaml the value in one line, as YAML
   * @return empty where that can only be changed by hand: the text is no YAML, or repeats parts
   */
  public static Optional<String> set(String text, List<String> path, String yaml) {
    return new YamlEdit(text).set(path, yaml);
  }

  /** Takes a key with its value out; the text itself where it is not there. */
  public static Optional<String> remove(String text, List<String> path) {
    return new YamlEdit(text).remove(path);
  }

  /** Gives a key another name. */
  public static Optional<String> rename(String text, List<String> path, String name) {
    YamlEdit edit = new YamlEdit(text);
    MappingNode root = edit.root();
    Found found = root == null ? null : edit.find(root, path);
    if (found == null || found.tuple() == null) {
      return Optional.empty();
    }
    Node key = found.tuple().getKeyNode();
    return Optional.of(edit.replaced(edit.start(key), edit.end(key), name));
  }

  /** Takes away what a proposal asks above a key: the question is answered. */
  public static String answered(String text, List<String> path) {
    YamlEdit edit = new YamlEdit(text);
    MappingNode root = edit.root();
    Found found = root == null ? null : edit.find(root, path);
    NodeTuple tuple = found == null ? null : found.tuple();
    if (tuple == null) {
      return text;
    }
    int line = text.lastIndexOf('\n', edit.start(tuple.getKeyNode())) + 1;
    return edit.replaced(edit.aboveRemarks(line), line, "");
  }

  /** A block and, where it has the key, its entry. */
  private record Found(MappingNode block, @Nullable NodeTuple tuple) {}

  private Optional<String> set(List<String> path, String yaml) {
    MappingNode root = root();
    if (root == null) {
      return Optional.empty();
    }
    Found found = find(root, path);
    String key = path.get(path.size() - 1);
    if (found == null) {
      return path.size() == 1
          ? Optional.empty()
          : set(path.subList(0, path.size() - 1), "{" + key + ": " + yaml + "}");
    }
    NodeTuple tuple = found.tuple();
    if (tuple != null) {
      int from = end(tuple.getKeyNode());
      int to = end(tuple.getValueNode());
      return start(tuple.getValueNode()) < from
          ? Optional.empty()
          : Optional.of(replaced(from, Math.max(to, text.indexOf(':', from) + 1), ": " + yaml));
    }
    return Optional.of(added(found.block(), key + ": " + yaml));
  }

  private String added(MappingNode block, String entry) {
    if (block.getFlowStyle() == FlowStyle.FLOW) {
      int close = end(block) - 1;
      String before = text.substring(0, close).stripTrailing();
      boolean comma = !before.endsWith("{") && !before.endsWith(",");
      return replaced(close, close, (comma ? ", " : "") + entry);
    }
    int last = end(block);
    int line = text.indexOf('\n', last);
    int at = line < 0 ? text.length() : line;
    int column = start(block) - (text.lastIndexOf('\n', Math.max(0, start(block) - 1)) + 1);
    return replaced(at, at, "\n" + " ".repeat(Math.max(0, column)) + entry);
  }

  private Optional<String> remove(List<String> path) {
    MappingNode root = root();
    if (root == null) {
      return Optional.empty();
    }
    Found found = find(root, path);
    NodeTuple tuple = found == null ? null : found.tuple();
    if (found == null || tuple == null) {
      return Optional.of(text);
    }
    int from = start(tuple.getKeyNode());
    int to = end(tuple.getValueNode());
    if (found.block().getValue().size() == 1) {
      // A block without keys is none.
      return path.size() == 1 ? Optional.empty() : remove(path.subList(0, path.size() - 1));
    }
    if (to < from) {
      return Optional.empty();
    }
    if (found.block().getFlowStyle() == FlowStyle.FLOW) {
      return Optional.of(withoutItem(from, to));
    }
    int line = text.lastIndexOf('\n', from) + 1;
    int next = text.indexOf('\n', to);
    return Optional.of(replaced(aboveRemarks(line), next < 0 ? text.length() : next + 1, ""));
  }

  private String withoutItem(int from, int to) {
    int after = to;
    while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
      after++;
    }
    if (after < text.length() && text.charAt(after) == ',') {
      after++;
      while (after < text.length() && text.charAt(after) == ' ') {
        after++;
      }
      return replaced(from, after, "");
    }
    int before = text.lastIndexOf(',', from);
    return replaced(before < 0 ? from : before, to, "");
  }

  /** What a proposal says of a key stands above it and goes with it. */
  private int aboveRemarks(int line) {
    int start = line;
    while (start > 0) {
      int above = text.lastIndexOf('\n', start - 2) + 1;
      if (!text.substring(above, start).strip().startsWith("# ?")) {
        break;
      }
      start = above;
    }
    return start;
  }

  private @Nullable MappingNode root() {
    try {
      return new Compose(SETTINGS).composeString(text).orElse(null) instanceof MappingNode root
          ? root
          : null;
    } catch (YamlEngineException fault) {
      return null;
    }
  }

  /** Null: the block around the key is not there. */
  private @Nullable Found find(MappingNode root, List<String> path) {
    MappingNode block = root;
    for (int depth = 0; ; depth++) {
      NodeTuple tuple = tuple(block, path.get(depth));
      if (depth == path.size() - 1) {
        return new Found(block, tuple);
      }
      if (tuple == null || !(tuple.getValueNode() instanceof MappingNode inner)) {
        return null;
      }
      block = inner;
    }
  }

  private static @Nullable NodeTuple tuple(MappingNode block, String key) {
    for (NodeTuple tuple : block.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        return tuple;
      }
    }
    return null;
  }

  private int start(Node node) {
    return node.getStartMark().map(this::index).orElse(0);
  }

  /** A block ends where its last value does, not where the next thing begins. */
  private int end(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() != FlowStyle.FLOW) {
      Node last = null;
      if (node instanceof MappingNode block && !block.getValue().isEmpty()) {
        last = block.getValue().get(block.getValue().size() - 1).getValueNode();
      } else if (node instanceof SequenceNode items && !items.getValue().isEmpty()) {
        last = items.getValue().get(items.getValue().size() - 1);
      }
      if (last != null) {
        return end(last);
      }
    }
    int end = node.getEndMark().map(this::index).orElse(text.length());
    int start = start(node);
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The library counts code points. */
  private int index(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private String replaced(int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }
}
