package id.pde.mapping;

import id.pde.mapping.Block.Spot;
import id.pde.mapping.Block.Where;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads the variants of a source block. */
final class LayoutsReader {

  /** What holds for the dataset, however a delivery of it is laid out. */
  private static final List<String> OF_ALL =
      List.of("file", "decimal", "password", "watermark", "layouts");

  private final Block source;

  LayoutsReader(Block source) {
    this.source = source;
  }

  List<SourceSpec> read() {
    YamlNode node = source.node("layouts");
    List<SourceSpec> layouts = new ArrayList<>();
    if (node == null) {
      return layouts;
    }
    if (!(node instanceof Items items)) {
      noLayout(node);
      return layouts;
    }
    for (YamlNode item : items.nodes()) {
      if (item instanceof Entries) {
        layouts.add(layout(item, layouts.size() + 1));
      } else {
        noLayout(item);
      }
    }
    return layouts;
  }

  private SourceSpec layout(YamlNode node, int number) {
    String path = source.path("layouts[" + number + "]");
    Block block = Block.of(node, Level.SOURCE, new Spot(path, source.faults()));
    for (String key : OF_ALL) {
      if (block.has(key)) {
        misplaced(block, key);
      }
    }
    block.inherit(source);
    return SourceReader.one(block);
  }

  private static void misplaced(Block block, String key) {
    Text message = new Text(key + " berlaku untuk semua layouts", key + " holds for all layouts");
    Text fix =
        new Text(
            "tulis " + key + " di luar layouts, langsung di bawah source",
            "write " + key + " outside of layouts, directly below source");
    if (key.equals("password")) {
      // The line may hold the password itself.
      block
          .faults()
          .addClosed(
              "layouts.key", block.where(key).place(), new Advice(block.path(key), message, fix));
      return;
    }
    block.fault("layouts.key", block.where(key), message, fix);
  }

  private void noLayout(YamlNode node) {
    source.fault(
        "mapping.shape",
        new Where("layouts", node.place()),
        new Text(
            node.shown() + " bukan kumpulan bagian source",
            node.shown() + " is not a list of source blocks"),
        new Text(
            "tulis layouts: [{header: ...}, {header: ...}]",
            "write layouts: [{header: ...}, {header: ...}]"));
  }
}
