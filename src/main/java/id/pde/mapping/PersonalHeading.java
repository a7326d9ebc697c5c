package id.pde.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a heading looks as if it held personal data (UU 27/2022). Whole words only: "nik" is one,
 * "teknik" holds none.
 */
public final class PersonalHeading {

  private static final Set<String> WORDS =
      Set.of(
          "nik",
          "ktp",
          "kk",
          "nip",
          "nrp",
          "npwp",
          "nisn",
          "nuptk",
          "paspor",
          "passport",
          "bpjs",
          "alamat",
          "address",
          "telepon",
          "telpon",
          "telp",
          "tlp",
          "hp",
          "handphone",
          "phone",
          "whatsapp",
          "email",
          "surel",
          "lahir",
          "birth",
          "birthday",
          "birthdate",
          "dob",
          "rekening",
          "pasien",
          "patient",
          "diagnosa",
          "diagnosis",
          "biometrik",
          "biometric");

  private static final Set<String> NAMES = Set.of("nama", "name");

  /** What a name may belong to without being a person's. */
  private static final Set<String> THINGS =
      Set.of(
          "kecamatan",
          "kelurahan",
          "desa",
          "kota",
          "kabupaten",
          "kab",
          "provinsi",
          "propinsi",
          "wilayah",
          "negara",
          "dusun",
          "pasar",
          "komoditas",
          "komoditi",
          "barang",
          "bahan",
          "produk",
          "jalan",
          "jln",
          "jl",
          "usaha",
          "perusahaan",
          "badan",
          "merek",
          "merk",
          "opd",
          "skpd",
          "instansi",
          "dinas",
          "unit",
          "lembaga",
          "organisasi",
          "kantor",
          "sekolah",
          "kegiatan",
          "program",
          "paket",
          "pekerjaan",
          "proyek",
          "lokasi",
          "tempat",
          "file",
          "berkas",
          "layanan",
          "izin",
          "kategori",
          "jenis",
          "kelompok",
          "objek",
          "satuan",
          "indikator",
          "variabel",
          "data",
          "dataset",
          "puskesmas",
          "posyandu",
          "rs",
          "taman",
          "gedung",
          "jabatan",
          "pangkat",
          "obat",
          "penyakit",
          "rekening",
          "akun",
          "district",
          "village",
          "city",
          "province",
          "market",
          "commodity",
          "product",
          "street",
          "company",
          "office",
          "school",
          "agency",
          "item",
          "stasiun",
          "station",
          "pos",
          "pulau",
          "island",
          "sungai",
          "danau",
          "gunung",
          "waduk",
          "terminal",
          "hotel",
          "wisata",
          "klinik",
          "apotek",
          "koperasi",
          "bank",
          "faskes",
          "fasilitas",
          "tabel",
          "table",
          "kolom",
          "column",
          "grafik",
          "graph",
          "sub",
          "bidang",
          "regency",
          "region",
          "country",
          "domain");

  /** Words that make a figure of it: the number of families is nobody's secret. */
  private static final Set<String> FIGURES =
      Set.of(
          "jumlah",
          "jml",
          "total",
          "banyaknya",
          "persen",
          "persentase",
          "prosentase",
          "rata",
          "rasio",
          "count",
          "number",
          "share",
          "percent");

  private PersonalHeading() {}

  public static boolean looksPersonal(String heading) {
    List<String> words = words(heading);
    if (words.stream().anyMatch(FIGURES::contains) && !words.contains("nik")) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      boolean name = NAMES.contains(words.get(i)) && !ofThing(words, i);
      if (name || (WORDS.contains(words.get(i)) && !nameOfThing(words, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it looks as if it held the names of persons. */
  public static boolean looksLikeName(String heading) {
    List<String> words = words(heading);
    for (int i = 0; i < words.size(); i++) {
      if (NAMES.contains(words.get(i)) && !ofThing(words, i)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String heading) {
    return Arrays.stream(heading.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean ofThing(List<String> words, int at) {
    return (at + 1 < words.size() && THINGS.contains(words.get(at + 1)))
        || (at > 0 && THINGS.contains(words.get(at - 1)));
  }

  /** "nama rekening" of a budget is no account number. */
  private static boolean nameOfThing(List<String> words, int at) {
    return at > 0 && NAMES.contains(words.get(at - 1)) && THINGS.contains(words.get(at));
  }
}
