package id.pde.app.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The rows of the benchmark's delivery: the same ones on every machine, from one seed. */
final class BenchRow {

  static final List<String> HEADINGS =
      List.of(
          "NIK",
          "Nama Lengkap",
          "JK",
          "Tgl Lahir",
          "Agama",
          "Alamat",
          "Kelurahan",
          "Penghasilan",
          "Luas Tanah",
          "Anggota Keluarga",
          "Terdaftar",
          "Aktif",
          "Keterangan");

  private static final List<String> NAMES =
      List.of("Siti Aminah", "Budi Santoso", "Dewi Lestari", "Agus Setiawan", "Sri Wahyuni");
  private static final List<String> STREETS =
      List.of("Jl. Soekarno Hatta", "Jl. Ijen Raya", "Jl. Letjen Sutoyo", "Jl. Mayjen Panjaitan");
  private static final List<String> VILLAGES =
      List.of("Lowokwaru", "Dinoyo", "Sukun", "Kedungkandang", "Tlogomas", "Jatimulyo");
  private static final List<String> RELIGIONS =
      List.of("Islam", "Kristen", "Katolik", "Hindu", "Budha", "Khonghucu");
  private static final List<String> REMARKS =
      List.of("data hasil pemutakhiran lapangan", "verifikasi RT/RW sudah lengkap", "");

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final LocalDate OLDEST = LocalDate.of(1940, 1, 1);
  private static final int DAYS = 29_000;

  private final SplittableRandom random = new SplittableRandom(17);
  private long number;

  private boolean woman;
  private LocalDate born = OLDEST;
  private int religion;
  private String name = "";
  private String address = "";
  private String village = "";
  private BigDecimal income = BigDecimal.ZERO;
  private BigDecimal land = BigDecimal.ZERO;
  private int members;
  private LocalDate registered = OLDEST;
  private boolean active;
  private String remark = "";

  /** Draws the next row. */
  void next() {
    number++;
    woman = random.nextBoolean();
    born = OLDEST.plusDays(random.nextInt(DAYS));
    religion = random.nextInt(RELIGIONS.size());
    name = pick(NAMES) + " " + random.nextInt(10_000);
    address = pick(STREETS) + " No. " + random.nextInt(400) + " RT 0" + random.nextInt(9);
    village = pick(VILLAGES);
    income = BigDecimal.valueOf(random.nextLong(1_000_000_000L), 2);
    land = BigDecimal.valueOf(random.nextLong(100_000L), 2);
    members = random.nextInt(12);
    registered = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3_000));
    active = random.nextBoolean();
    remark = pick(REMARKS);
  }

  /** As an agency writes it. */
  String delivered() {
    return String.join(
        ";",
        nik(),
        name,
        woman ? "P" : "L",
        born.format(LOCAL),
        RELIGIONS.get(religion),
        address,
        village,
        indonesian(income),
        indonesian(land),
        Integer.toString(members),
        registered.format(LOCAL),
        active ? "Ya" : "Tidak",
        remark);
  }

  /** The same row with another income. */
  void change() {
    income = income.add(BigDecimal.ONE);
  }

  /** As an agency writes it, behind its number. */
  String numberedDelivered(long first) {
    return (first + number) + ";" + delivered();
  }

  /** As COPY takes it, behind its number, as {@link #canonical} has it. */
  String numberedCanonical(long first) {
    return (first + number) + "," + canonical();
  }

  /** As COPY takes it, with what PDE adds to a row: run, place, period, and since when. */
  String canonical() {
    return String.join(
        ",",
        nik(),
        name,
        woman ? "2" : "1",
        born.toString(),
        Integer.toString(religion + 1),
        address,
        village,
        income.toPlainString(),
        land.toPlainString(),
        Integer.toString(members),
        registered.toString(),
        active ? "true" : "false",
        remark,
        "1",
        Long.toString(number + 1),
        "",
        "");
  }

  static List<String> religions() {
    return RELIGIONS;
  }

  private String nik() {
    int day = born.getDayOfMonth() + (woman ? 40 : 0);
    return String.format(
        Locale.ROOT,
        "357301%02d%02d%02d%04d",
        day,
        born.getMonthValue(),
        born.getYear() % 100,
        1 + number % 9_999);
  }

  /** 1.234.567,50 */
  private static String indonesian(BigDecimal value) {
    String plain = value.toPlainString();
    int point = plain.length() - 3;
    StringBuilder text = new StringBuilder(plain.substring(0, point));
    for (int at = point - 3; at > 0; at -= 3) {
      text.insert(at, '.');
    }
    return text.append(',').append(plain, point + 1, plain.length()).toString();
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
