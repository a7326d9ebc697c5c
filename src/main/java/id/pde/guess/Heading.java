package id.pde.guess;

import id.pde.mapping.Identifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words of a heading say about its column. */
final class Heading {

  /** Numbers that nobody adds up. */
  private static final Set<String> IDENTIFIERS =
      Set.of(
          "kode",
          "kd",
          "nik",
          "ktp",
          "kk",
          "nokk",
          "nip",
          "nrp",
          "nop",
          "npsn",
          "npwp",
          "nisn",
          "nuptk",
          "nib",
          "kbli",
          "telp",
          "telepon",
          "tlp",
          "hp",
          "wa",
          "whatsapp",
          "rt",
          "rw",
          "rekening",
          "pos",
          "kodepos",
          "bpjs",
          "code",
          "phone",
          "zip");

  /** Numbers that each stand for one thing. */
  private static final List<Set<String>> KEYS =
      List.of(
          Set.of("nik"),
          Set.of("nop", "npsn", "nip", "nib", "nisn", "nuptk", "npwp", "nrp", "idsemesta"),
          Set.of("tracking", "tiket", "ticket", "uuid", "guid"),
          Set.of("id", "index", "kode", "kd", "code", "nokk"),
          Set.of(
              "kelurahan",
              "desa",
              "kel",
              "kecamatan",
              "kec",
              "wilayah",
              "kabupaten",
              "kota",
              "sheet"));

  /** The number of villages names none. */
  private static final Set<String> AMOUNTS =
      Set.of(
          "jumlah", "jml", "total", "banyaknya", "persentase", "persen", "luas", "rata", "count");

  private static final Set<String> SPECIFIC =
      Set.of(
          "pasien",
          "patient",
          "diagnosa",
          "diagnosis",
          "penyakit",
          "biometrik",
          "biometric",
          "rekening",
          "disabilitas");

  /** Who a person is in a table. */
  private static final Set<String> PERSONS =
      Set.of(
          "pelapor",
          "pemohon",
          "pemilik",
          "penerima",
          "penduduk",
          "pasien",
          "warga",
          "siswa",
          "pegawai",
          "ketua",
          "pengurus",
          "penanggung",
          "pemegang",
          "kontak",
          "reporter",
          "owner");

  private static final Set<String> DESCRIBING =
      Set.of(
          "kelamin",
          "jk",
          "agama",
          "kawin",
          "kwn",
          "warganegara",
          "kewarganegaraan",
          "usia",
          "keluarga");

  private static final Set<String> PHONES =
      Set.of("telp", "telepon", "telpon", "tlp", "hp", "handphone", "wa", "whatsapp", "phone");

  private final List<String> words;

  Heading(String heading) {
    words =
        Arrays.stream(
                heading
                    .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                    .toLowerCase(Locale.ROOT)
                    .split("[^\\p{L}\\p{N}]+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
  }

  /** Whether its numbers are names of things rather than amounts. */
  boolean identifies() {
    boolean number = words.size() > 1 && Set.of("no", "nomor", "number").contains(words.get(0));
    return number || words.stream().anyMatch(IDENTIFIERS::contains);
  }

  /** Whether it only counts the rows: NO. */
  boolean countsRows() {
    return List.of("no", "nomor", "no urut", "nomor urut", "urut", "rank")
        .contains(String.join(" ", words));
  }

  /** Whether it is the number of a family: 16 digits, but no NIK. */
  boolean family() {
    return words.contains("kk") || words.contains("nokk");
  }

  /** The identifier that it names; null: none, or a NIK. */
  @Nullable Identifier identifier() {
    if (family()) {
      return Identifier.KK;
    }
    for (Identifier one :
        List.of(Identifier.NIP, Identifier.NPWP, Identifier.NPSN, Identifier.NOP)) {
      if (words.contains(one.word())) {
        return one;
      }
    }
    if (words.stream().anyMatch(PHONES::contains)) {
      return Identifier.PHONE;
    }
    if (has("kodepos", "zip") || (has("pos") && has("kode"))) {
      return Identifier.POSTAL_CODE;
    }
    return has("email", "surel") ? Identifier.EMAIL : null;
  }

  /** How well it suits a key, from 0; higher is better. */
  int keyRank() {
    if (words.stream().anyMatch(AMOUNTS::contains)) {
      return 0;
    }
    for (int i = 0; i < KEYS.size(); i++) {
      if (words.stream().anyMatch(KEYS.get(i)::contains)) {
        return KEYS.size() - i + 1;
      }
    }
    return identifies() ? 1 : 0;
  }

  /** Health, finance of a person and the like (UU 27/2022, article 4). */
  boolean specific() {
    return words.stream().anyMatch(SPECIFIC::contains) && !words.contains("nama") && !account();
  }

  /** Sex, religion, marital status: personal where a row is a person. */
  boolean describesPerson() {
    return words.stream().anyMatch(DESCRIBING::contains)
        || List.of("l", "p").equals(words)
        || List.of("lk", "pr").equals(words);
  }

  /** Whether it is an account of a budget, which is nobody's bank account. */
  boolean account() {
    return words.contains("rekening") && has("kode", "kd", "uraian");
  }

  /** Whether it names the role of a person. */
  boolean namesPerson() {
    return words.size() <= 3 && words.stream().anyMatch(PERSONS::contains);
  }

  boolean has(String... any) {
    return Arrays.stream(any).anyMatch(words::contains);
  }
}
