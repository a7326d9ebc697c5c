package id.pde.run.total;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnType.DecimalType;
import id.pde.mapping.ColumnType.IntegerType;
import id.pde.mapping.Described;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import id.pde.run.total.RegionTotals.Summed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns may be added up over rows. {@code measure} decides (the "ukuran" of Perpres
 * 39/2019, article 4): {@code jumlah} may, {@code rata-rata} may not. Where it is not said, numbers
 * may that are no part of the key, no personal data and not called by a word for numbers that no
 * one adds up.
 */
final class SummedColumns {

  private static final Set<String> ADDED =
      Set.of("jumlah", "jml", "total", "sum", "count", "banyaknya");

  private static final Set<String> NOT_ADDED =
      Set.of(
          "no",
          "nomor",
          "urut",
          "urutan",
          "id",
          "kode",
          "code",
          "number",
          "index",
          "nik",
          "nip",
          "tahun",
          "thn",
          "year",
          "bulan",
          "bln",
          "month",
          "hari",
          "day",
          "semester",
          "triwulan",
          "persen",
          "persentase",
          "percent",
          "percentage",
          "rasio",
          "ratio",
          "rate",
          "tingkat",
          "rata",
          "rerata",
          "average",
          "mean",
          "median",
          "indeks",
          "skor",
          "score",
          "umur",
          "usia",
          "age",
          "harga",
          "price",
          "tarif",
          "suhu",
          "desil",
          "kelas",
          "level",
          "peringkat",
          "rank",
          "lat",
          "lon",
          "lintang",
          "bujur",
          "latitude",
          "longitude",
          "ketinggian",
          "koordinat",
          "rt",
          "rw",
          "ipm",
          "kepadatan",
          "density");

  private SummedColumns() {}

  /** Their places in the mapping, from 0. */
  static List<Integer> of(Mapping mapping) {
    Described described = null;
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      ColumnSpec column = mapping.columns().get(i);
      if (!isNumber(column) || mapping.target().key().contains(column.name())) {
        continue;
      }
      described = described == null ? Described.of(mapping) : described;
      if (isAdded(column, described.column(column.name()).measure())) {
        found.add(i);
      }
    }
    return found;
  }

  static Summed named(Mapping mapping, int at) {
    ColumnSpec column = mapping.columns().get(at);
    Text title = column.title();
    String plain = column.name().replace('_', ' ');
    return new Summed(column.name(), title == null ? new Text(plain, plain) : title);
  }

  private static boolean isNumber(ColumnSpec column) {
    return (column.type() instanceof IntegerType || column.type() instanceof DecimalType)
        && column.protect() == Protect.NONE
        && column.dataClass().open();
  }

  private static boolean isAdded(ColumnSpec column, @Nullable String measure) {
    if (words(measure == null ? column.name() : measure).anyMatch(ADDED::contains)) {
      return true;
    }
    return measure == null && words(column.name()).noneMatch(NOT_ADDED::contains);
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
  }
}
