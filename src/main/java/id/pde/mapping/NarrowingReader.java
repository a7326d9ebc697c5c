package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code level}, {@code parent}, {@code system} and {@code similar} of a code column. */
final class NarrowingReader {

  private static final List<String> KEYS = List.of("level", "parent", "system", "similar");

  private final Block column;

  NarrowingReader(Block column) {
    this.column = column;
  }

  /** The same type with what the column says of its codes; null stays null. */
  @Nullable ColumnType narrow(@Nullable ColumnType type) {
    if (!(type instanceof CodeType code)) {
      for (String key : KEYS) {
        if (column.has(key) && type != null) {
          unfit(key);
        }
      }
      return type;
    }
    List<String> levels = new ArrayList<>();
    column.scalars("level").forEach(level -> levels.add(level.text().strip()));
    Scalar parent = column.scalar("parent");
    Scalar system = column.scalar("system");
    boolean isColumn = parent != null && Names.fits(parent.text());
    return new CodeType(
        code.list(),
        new Narrowing(
            levels,
            isColumn && parent != null ? parent.text() : null,
            isColumn || parent == null ? null : parent.text().strip(),
            system == null ? null : system.text().strip(),
            similar()));
  }

  private void unfit(String key) {
    column.fault(
        "column.unfit",
        column.where(key),
        new Text(key + " hanya untuk code(...)", key + " is for code(...) only"),
        new Text("hapus, atau pakai type: code(daftar)", "take it out, or use type: code(list)"));
  }

  private @Nullable BigDecimal similar() {
    Scalar written = column.scalar("similar");
    if (written == null) {
      return null;
    }
    try {
      BigDecimal score = new BigDecimal(written.text().strip());
      if (score.compareTo(new BigDecimal("0.6")) >= 0 && score.compareTo(BigDecimal.ONE) < 0) {
        return score;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    column.fault(
        "column.similar",
        new Where("similar", written.place()),
        new Text(
            written.shown() + " bukan kemiripan antara 0.6 dan 1",
            written.shown() + " is no likeness between 0.6 and 1"),
        new Text("tulis misalnya similar: 0.95", "write for example similar: 0.95"));
    return null;
  }

  /** Parents have to be code columns of the same list, and no column its own ancestor. */
  static void checkParents(List<ColumnSpec> specs, Map<String, Block> blocks) {
    Map<String, CodeType> codes = new HashMap<>();
    for (ColumnSpec spec : specs) {
      if (spec.type() instanceof CodeType code) {
        codes.put(spec.name(), code);
      }
    }
    for (ColumnSpec spec : specs) {
      CodeType code = codes.get(spec.name());
      Block block = blocks.get(spec.name());
      String parent = code == null ? null : code.narrowing().parentColumn();
      if (code == null || block == null || parent == null) {
        continue;
      }
      CodeType above = codes.get(parent);
      if (above == null) {
        fault(
            block,
            blocks.containsKey(parent)
                ? new Text("kolom " + parent + " bukan code(...)", parent + " is not code(...)")
                : new Text("tidak ada kolom " + parent, "there is no column " + parent),
            Suggestion.fix(parent, codes.keySet()));
      } else if (!above.list().equals(code.list())) {
        fault(
            block,
            new Text(
                "kolom " + parent + " memakai daftar " + above.list(),
                "the column " + parent + " uses the list " + above.list()),
            new Text(
                "induk dan anak harus dari satu daftar",
                "parent and child have to be of one list"));
      } else if (isCircle(spec.name(), codes)) {
        fault(
            block,
            new Text("induk kolom ini berputar ke dirinya", "its parents lead back to itself"),
            new Text("hapus salah satu parent", "take one parent out"));
      }
    }
  }

  private static boolean isCircle(String name, Map<String, CodeType> codes) {
    Set<String> path = new HashSet<>();
    String at = name;
    while (at != null && path.add(at)) {
      CodeType code = codes.get(at);
      at = code == null ? null : code.narrowing().parentColumn();
    }
    return name.equals(at);
  }

  private static void fault(Block block, Text message, Text fix) {
    block.fault("column.parent", block.where("parent"), message, fix);
  }
}
