package id.pde.guess;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes names of columns out of headings, each once. Abbreviations of agencies are written out. */
final class ColumnNames {

  private static final int LONGEST = 63;

  /** Whole headings whose parts say little. */
  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("l/p", "jenis_kelamin"),
          Map.entry("lk/pr", "jenis_kelamin"),
          Map.entry("l", "laki_laki"),
          Map.entry("lk", "laki_laki"),
          Map.entry("p", "perempuan"),
          Map.entry("pr", "perempuan"),
          Map.entry("l+p", "jumlah"),
          Map.entry("%", "persen"),
          Map.entry("no", "nomor"),
          Map.entry("no.", "nomor"),
          Map.entry("$sheet", "lembar"),
          Map.entry("ttl", "tempat_tanggal_lahir"),
          Map.entry("desa/kel", "kelurahan"),
          Map.entry("desa/kel.", "kelurahan"),
          Map.entry("kelurahan/desa", "kelurahan"),
          Map.entry("desa/kelurahan", "kelurahan"));

  /** Words that stand for others wherever they come. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("jml", "jumlah"),
          Map.entry("jmlh", "jumlah"),
          Map.entry("kec", "kecamatan"),
          Map.entry("kel", "kelurahan"),
          Map.entry("kab", "kabupaten"),
          Map.entry("prov", "provinsi"),
          Map.entry("tgl", "tanggal"),
          Map.entry("tmpt", "tempat"),
          Map.entry("nm", "nama"),
          Map.entry("lgkp", "lengkap"),
          Map.entry("jk", "jenis_kelamin"),
          Map.entry("lhr", "lahir"),
          Map.entry("klmin", "kelamin"),
          Map.entry("kd", "kode"),
          Map.entry("nokk", "no_kk"),
          Map.entry("pddk", "pendidikan"),
          Map.entry("pkrjn", "pekerjaan"),
          Map.entry("stat", "status"),
          Map.entry("kwn", "kawin"),
          Map.entry("hbkel", "hubungan_keluarga"),
          Map.entry("shdk", "hubungan_keluarga"),
          Map.entry("wp", "wajib_pajak"),
          Map.entry("op", "objek_pajak"),
          Map.entry("bng", "bangunan"),
          Map.entry("gol", "golongan"),
          Map.entry("mk", "masa_kerja"),
          Map.entry("thn", "tahun"),
          Map.entry("bln", "bulan"),
          Map.entry("sat", "satuan"),
          Map.entry("ket", "keterangan"),
          Map.entry("telp", "telepon"),
          Map.entry("tlp", "telepon"),
          Map.entry("pd", "peserta_didik"),
          Map.entry("bp", "bentuk_pendidikan"));

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> repeated = new HashMap<>();

  /** A name for a heading that no other column has. */
  String name(String heading) {
    String wanted = proposal(heading);
    String name = wanted;
    while (!taken.add(name)) {
      int next = repeated.merge(wanted, 1, Integer::sum) + 1;
      name = cut(wanted, LONGEST - 6) + "_" + next;
    }
    return name;
  }

  static String proposal(String heading) {
    List<String> words = new ArrayList<>();
    for (String part : heading.split(" / ", -1)) {
      String whole = WHOLE.get(part.strip().toLowerCase(Locale.ROOT));
      if (whole == null) {
        List<String> own =
            words(part).stream().map(word -> WORDS.getOrDefault(word, word)).toList();
        own.stream().limit(1).forEach(word -> add(words, word));
        own.stream().skip(1).forEach(words::add);
      } else {
        add(words, whole);
      }
    }
    String name = String.join("_", numbersLast(words));
    return name.isEmpty() ? "kolom" : cut(name, LONGEST);
  }

  private static void add(List<String> words, String word) {
    // "JUMLAH / JUMLAH L" needs the word once.
    if (words.isEmpty() || !words.get(words.size() - 1).equals(word)) {
      words.add(word);
    }
  }

  /** A name starts with a letter: "2019 / L" becomes laki_laki_2019. */
  private static List<String> numbersLast(List<String> words) {
    int first = 0;
    while (first < words.size() && !startsWithLetter(words.get(first))) {
      first++;
    }
    if (first == words.size()) {
      return words.isEmpty() ? words : prefixed(words);
    }
    List<String> ordered = new ArrayList<>(words.subList(first, words.size()));
    ordered.addAll(words.subList(0, first));
    return ordered;
  }

  private static List<String> prefixed(List<String> words) {
    List<String> named = new ArrayList<>(words);
    boolean year = words.size() == 1 && words.get(0).matches("(19|20)\\d\\d");
    named.add(0, year ? "tahun" : "kolom");
    return named;
  }

  private static boolean startsWithLetter(String word) {
    return word.charAt(0) >= 'a' && word.charAt(0) <= 'z';
  }

  /** Plain words in small letters; TrackingID has two. */
  private static List<String> words(String part) {
    String plain =
        Normalizer.normalize(part, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replace("%", " persen ")
            .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : plain.split("[^a-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static String cut(String name, int length) {
    if (name.length() <= length) {
      return name;
    }
    int end = name.lastIndexOf('_', length);
    return name.substring(0, end > length / 2 ? end : length);
  }
}
