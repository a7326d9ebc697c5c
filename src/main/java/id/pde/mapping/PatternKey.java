package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads patterns that stand behind a key. */
final class PatternKey {

  private PatternKey() {}

  /** The pattern of a key; null where there is none or it is at fault. */
  static @Nullable Pattern of(Block block, String key) {
    Scalar written = block.scalar(key);
    return written == null ? null : of(block, key, written);
  }

  /** A pattern among others of a key. */
  static @Nullable Pattern of(Block block, String key, Scalar written) {
    return of(block, new Where(key, written.place()), PatternReader.read(written.text()));
  }

  /** A pattern without slashes around it. */
  static @Nullable Pattern bare(Block block, String key, Scalar written) {
    return of(block, new Where(key, written.place()), PatternReader.bare(written.text()));
  }

  private static @Nullable Pattern of(Block block, Where where, PatternReader.Read read) {
    if (read.fault() != null) {
      block.fault(
          "pattern.fault",
          where,
          read.fault(),
          new Text(
              "contoh: \"/^(jumlah|total)\\\\b/i\" (i: huruf besar dan kecil sama)",
              "for example: \"/^(jumlah|total)\\\\b/i\" (i: capitals do not matter)"));
    }
    return read.pattern();
  }
}
