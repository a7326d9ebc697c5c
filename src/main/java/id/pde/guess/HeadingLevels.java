package id.pde.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The levels of a code list that a heading names: {@code DESA/KEL} means kelurahan. */
final class HeadingLevels {

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "kelurahan", List.of("kelurahan", "kel", "desa", "ds"),
          "kecamatan", List.of("kecamatan", "kec"),
          "kabupaten", List.of("kabupaten", "kab", "kabkota"),
          "kota", List.of("kota", "kabkota"),
          "provinsi", List.of("provinsi", "propinsi", "prov", "prop"));

  /** The two that stand side by side, in one column. */
  private static final Set<String> TOGETHER = Set.of("kabupaten", "kota");

  private HeadingLevels() {}

  /** The level, or kabupaten and kota; empty where the heading names none, or cannot be told. */
  static List<String> of(Heading heading, Set<String> levels) {
    List<String> named = new ArrayList<>();
    for (String level : levels.stream().sorted().toList()) {
      if (heading.has(WORDS.getOrDefault(level, List.of(level)).toArray(String[]::new))) {
        named.add(level);
      }
    }
    return together(named) ? List.copyOf(named) : List.of();
  }

  /** Whether one column holds no other levels than these. */
  static boolean together(List<String> levels) {
    return levels.size() == 1 || (!levels.isEmpty() && TOGETHER.containsAll(levels));
  }
}
