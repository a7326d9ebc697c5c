package id.pde.codes;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The word before the name of a region that tells its level: {@code Kel. Kademangan}.
 *
 * @param levels that the word stands for; empty: there is no such word
 * @param rest loose form of the name behind it
 */
record Prefix(Set<String> levels, String rest) {

  private static final Set<String> VILLAGE = Set.of("kelurahan", "desa");
  private static final Set<String> DISTRICT = Set.of("kecamatan");
  private static final Set<String> REGENCY = Set.of("kabupaten");
  private static final Set<String> CITY = Set.of("kota");
  private static final Set<String> PROVINCE = Set.of("provinsi");

  private static final Map<String, Set<String>> WORDS =
      Map.ofEntries(
          Map.entry("kelurahan", VILLAGE),
          Map.entry("kel", VILLAGE),
          Map.entry("desa", VILLAGE),
          Map.entry("ds", VILLAGE),
          Map.entry("kecamatan", DISTRICT),
          Map.entry("kec", DISTRICT),
          Map.entry("distrik", DISTRICT),
          Map.entry("kabupaten", REGENCY),
          Map.entry("kab", REGENCY),
          Map.entry("kota", CITY),
          Map.entry("kotamadya", CITY),
          Map.entry("kodya", CITY),
          Map.entry("provinsi", PROVINCE),
          Map.entry("propinsi", PROVINCE),
          Map.entry("prov", PROVINCE),
          Map.entry("prop", PROVINCE));

  /** A word that may stand between the prefix and the name. */
  private static final Set<String> BETWEEN = Set.of("administrasi", "adm");

  static Prefix of(String text) {
    List<String> words = Forms.words(text);
    Set<String> levels = words.size() < 2 ? null : WORDS.get(words.get(0));
    if (levels == null) {
      return new Prefix(Set.of(), Forms.loose(text));
    }
    int from = words.size() > 2 && BETWEEN.contains(words.get(1)) ? 2 : 1;
    return new Prefix(levels, Forms.loose(String.join(" ", words.subList(from, words.size()))));
  }

  /** Whether a code of that level may be meant. */
  boolean allows(String level) {
    return levels.isEmpty() || levels.contains(level);
  }
}
