package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.PeriodSpec.Part;
import id.pde.mapping.PeriodSpec.Wanted;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a pattern that finds a period; slashes around it may be left out. */
final class PeriodPattern {

  /** Java 17 does not tell the names of a pattern's groups; an escaped bracket opens none. */
  private static final Pattern GROUP = Pattern.compile("\\\\.|\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  private static final Map<String, Part> PARTS = new LinkedHashMap<>();

  static {
    for (Part part : Part.values()) {
      PARTS.put(part.name().toLowerCase(Locale.ROOT), part);
    }
  }

  private final Block block;

  PeriodPattern(Block block) {
    this.block = block;
  }

  @Nullable Wanted read(String key, Scalar written) {
    String text = written.text();
    Pattern pattern =
        PatternReader.looksLike(text)
            ? PatternKey.of(block, key, written)
            : PatternKey.bare(block, key, written);
    if (pattern == null) {
      return null;
    }
    Set<Part> groups = EnumSet.noneOf(Part.class);
    int named = 0;
    Matcher names = GROUP.matcher(pattern.pattern());
    while (names.find()) {
      String name = names.group(1);
      if (name == null) {
        continue;
      }
      named++;
      Part part = PARTS.get(name);
      if (part == null) {
        unknown(key, written, name);
        return null;
      }
      groups.add(part);
    }
    int all = pattern.matcher("").groupCount();
    if (named == 0 && all > 1) {
      block.fault(
          "period.groups",
          new Where(key, written.place()),
          new Text(
              "pola ini punya " + all + " kelompok ( ) tanpa nama",
              "this pattern has " + all + " groups ( ) without a name"),
          new Text(
              "beri nama, misalnya (?<bulan>...) (?<tahun>...); (?: ) tidak dihitung",
              "name them, such as (?<bulan>...) (?<tahun>...); (?: ) does not count"));
      return null;
    }
    return new Wanted(pattern, groups);
  }

  private void unknown(String key, Scalar written, String name) {
    String shown = Quoted.of(name);
    block.fault(
        "period.groups",
        new Where(key, written.place()),
        new Text(shown + " bukan bagian periode", shown + " is no part of a period"),
        Suggestion.fix(name, PARTS.keySet()));
  }
}
