package id.pde.normalise;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.mapping.ColumnSpec.Reading;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Drift;
import id.pde.mapping.Mapping;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Outcome;
import id.pde.model.Row;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Prints how many rows of 13 columns a core normalises in a second; run by hand. */
final class NormaliserSpeed {

  private static final int ROWS = 50_000;

  private NormaliserSpeed() {}

  public static void main(String[] arguments) {
    List<ColumnSpec> columns = columns();
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.add(new Field(columns.get(i).from().get(0), i + 1));
    }
    Header header = new Header(Header.Origin.TEXT, "", 1, fields);
    Mapping mapping = Sample.mapping(columns, List.of("nik"), ',', Drift.DEFAULT);
    Binding.Bound bound = Binding.bind(mapping, header);
    if (!(bound instanceof Binding.Bound.Fits fits)) {
      throw new IllegalStateException(bound.toString());
    }
    Normaliser normaliser = new Normaliser(mapping, Sample.LISTS, fits.binding());
    String[][] texts = texts();
    // Processor time: other programs on the machine do not count.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < 25; round++) {
      // Fresh strings: a reader hands over new ones, whose hash nobody knows yet.
      Row[] rows = new Row[ROWS];
      for (int i = 0; i < ROWS; i++) {
        String[] copy = new String[texts[i].length];
        for (int j = 0; j < copy.length; j++) {
          copy[j] = new String(texts[i][j].toCharArray());
        }
        rows[i] = Row.ofTexts(header, i, i + 2L, copy);
      }
      long start = clock.getCurrentThreadCpuTime();
      int accepted = 0;
      for (Row row : rows) {
        accepted += normaliser.apply(row) instanceof Outcome.Accepted ? 1 : 0;
      }
      long spent = clock.getCurrentThreadCpuTime() - start;
      System.out.printf(
          Locale.ROOT, "%d accepted, %,d rows/s%n", accepted, ROWS * 1_000_000_000L / spent);
    }
  }

  private static List<ColumnSpec> columns() {
    ColumnType text = new ColumnType.TextType();
    ColumnType decimal = new ColumnType.DecimalType(15, 2);
    return List.of(
        Sample.column("nik", new ColumnType.NikType(), "NIK"),
        Sample.column("nama", text, "Nama"),
        Sample.column("alamat", text, "Alamat"),
        Sample.column("jk", new ColumnType.CodeType("jk"), "JK"),
        Sample.column("urusan", new ColumnType.CodeType("urusan"), "Urusan"),
        dated("lahir", "Lahir"),
        dated("terbit", "Terbit"),
        Sample.column("pagu", decimal, "Pagu"),
        Sample.column("realisasi", decimal, "Realisasi"),
        Sample.column("aktif", new ColumnType.BooleanType(), "Aktif"),
        Sample.column("jumlah", new ColumnType.IntegerType(), "Jumlah"),
        Sample.column("rt", new ColumnType.IntegerType(), "RT"),
        Sample.column("keterangan", text, "Keterangan"));
  }

  private static ColumnSpec dated(String name, String heading) {
    ColumnSpec plain = Sample.column(name, new ColumnType.DateType(), heading);
    Reading reading =
        new Reading(
            List.of("dd/MM/yyyy"),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            null,
            false,
            ReadAs.TIDY,
            null);
    return new ColumnSpec(
        name,
        plain.from(),
        plain.virtual(),
        plain.type(),
        false,
        reading,
        plain.policies(),
        plain.dataClass(),
        null,
        null,
        plain.place());
  }

  private static String[][] texts() {
    SplittableRandom random = new SplittableRandom(42);
    String[][] texts = new String[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      String day = two(random.nextInt(1, 29));
      String month = two(random.nextInt(1, 13));
      int year = random.nextInt(1940, 2010);
      texts[i] =
          new String[] {
            "357401" + day + month + two(year % 100) + (1000 + random.nextInt(9000)),
            "Siti Aminah " + random.nextInt(100000),
            "Jl. Panglima Sudirman No. " + random.nextInt(300) + " RT 03 RW 02",
            random.nextBoolean() ? "L" : "PEREMPUAN",
            random.nextBoolean() ? "2.10" : "Tenaga Kerja",
            day + "/" + month + "/" + year,
            two(random.nextInt(1, 29)) + "/" + month + "/2019",
            grouped(random) + ",50",
            grouped(random) + "," + two(random.nextInt(100)),
            random.nextBoolean() ? "Ya" : "Tidak",
            "" + random.nextInt(1000),
            "" + random.nextInt(50),
            "Terdaftar sejak tahun lalu"
          };
    }
    return texts;
  }

  private static String grouped(SplittableRandom random) {
    return (1 + random.nextInt(999)) + "." + three(random) + "." + three(random);
  }

  private static String three(SplittableRandom random) {
    return String.valueOf(1000 + random.nextInt(1000)).substring(1);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : "" + number;
  }
}
