package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.TargetSpec.Former;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code was:} of the mapping and of its columns. */
final class FormerReader {

  private static final String KEY = "was";

  private final Block top;
  private final Map<String, Block> columns;

  /**
   * @param columns the blocks of the columns by their names
   */
  FormerReader(Block top, Map<String, Block> columns) {
    this.top = top;
    this.columns = columns;
  }

  Former read(String id, TargetSpec target) {
    Map<String, String> former = new HashMap<>();
    Map<String, String> taken = new HashMap<>();
    columns.forEach(
        (name, block) -> {
          Scalar was = block.scalar(KEY);
          if (was != null && isUsable(block, was, target)) {
            String other = taken.putIfAbsent(was.text(), name);
            if (other == null) {
              former.put(name, was.text());
            } else {
              taken(block, was, other);
            }
          }
        });
    return new Former(mapping(id), former);
  }

  private @Nullable String mapping(String id) {
    Scalar was = top.scalar(KEY);
    if (was == null) {
      return null;
    }
    if (!isId(was.text()) || was.text().equals(id)) {
      top.fault(
          "was.mapping",
          new Where(KEY, was.place()),
          new Text(
              was.shown() + " bukan id lama sebuah pemetaan",
              was.shown() + " is no former id of a mapping"),
          new Text(
              "tulis id sebelum berkas ini diganti namanya, misalnya dkupp/harga",
              "write the id from before this file was renamed, such as dkupp/harga"));
      return null;
    }
    return was.text();
  }

  private static boolean isId(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 2 && Names.fitsId(parts[0]) && Names.fitsId(parts[1]);
  }

  private boolean isUsable(Block block, Scalar was, TargetSpec target) {
    if (!Names.fits(was.text())) {
      block.fault(
          "was.column",
          new Where(KEY, was.place()),
          new Text(was.shown() + " bukan nama kolom", was.shown() + " is no name of a column"),
          new Text(
              "tulis nama kolom sebelum diganti", "write the name that the column had before"));
      return false;
    }
    if (columns.containsKey(was.text())) {
      taken(block, was, was.text());
      return false;
    }
    String owner = target.terms().owner();
    if (owner != null) {
      block.fault(
          "was.guest",
          new Where(KEY, was.place()),
          new Text(
              "kolom tabel ini diganti namanya oleh pemiliknya, " + owner,
              "the columns of this table are renamed by its owner, " + owner),
          new Text("tulis was: di pemetaan pemiliknya", "write was: in the owner's mapping"));
      return false;
    }
    return true;
  }

  private static void taken(Block block, Scalar was, String other) {
    block.fault(
        "was.column",
        new Where(KEY, was.place()),
        new Text(
            was.shown() + " dipakai kolom " + other,
            was.shown() + " is used by the column " + other),
        new Text(
            "satu nama lama hanya untuk satu kolom, yang sekarang bernama lain",
            "one former name is for one column, which goes by another name now"));
  }
}
