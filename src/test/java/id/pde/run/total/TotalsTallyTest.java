package id.pde.run.total;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Header;
import id.pde.model.Record;
import id.pde.model.Row;
import id.pde.run.total.RegionTotals.Part;
import id.pde.run.total.RegionTotals.Summed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TotalsTallyTest {

  private static final CodeLists LISTS =
      new CodeLists(
          Map.of(
              "wilayah",
              new CodeList(
                  "wilayah",
                  List.of(
                      new Code("9", "Kota", "kota", null, List.of()),
                      new Code("1", "Kademangan", "kecamatan", "9", List.of()),
                      new Code("2", "Mayangan", "kecamatan", "9", List.of()),
                      new Code("1.1", "Ketapang", "kelurahan", "1", List.of()),
                      new Code("2.1", "Jati", "kelurahan", "2", List.of()))),
              "agama",
              new CodeList("agama", List.of(new Code("1", "Islam", null, null, List.of())))));

  private static Mapping mapping(String columns) {
    String content =
        "source: {format: csv, decimal: \",\"}\ntarget: {table: warga, key: [nomor], load: merge}\n"
            + "columns:\n  nomor: {from: A, type: integer, class: publik}\n"
            + columns.indent(2);
    MappingReader.Checked checked =
        MappingReader.read(
            new MappingText("mappings/dkupp/warga.yaml", content, "0".repeat(64)),
            new Vocabulary(Set.of("wilayah", "agama"), Set.of("dkupp")));
    assertThat(checked.faults()).isEmpty();
    return Objects.requireNonNull(checked.mapping());
  }

  private static Part part(
      @Nullable String code, @Nullable String name, long rows, @Nullable String... sums) {
    return new Part(
        code,
        name,
        rows,
        java.util.Arrays.stream(sums)
            .map(sum -> sum == null ? null : new BigDecimal(sum))
            .toList());
  }

  private static Record row(@Nullable Object... values) {
    return new Record(
        Row.ofTexts(new Header(Header.Origin.TEXT, "", 1, List.of()), 1, 2, new String[0]), values);
  }

  private static final String PLACES =
      """
      kel: {from: K, type: code(wilayah), level: kelurahan}
      siswa: {from: S, type: integer, class: publik, title: {id: Siswa, en: Pupils}}
      pajak: {from: P, type: "decimal(20,2)"}
      """;

  @Test
  void sumsByTheKecamatanThatTheRowsLieIn() {
    TotalsTally tally = new TotalsTally(mapping(PLACES), LISTS);
    tally.add(row(1L, "2.1", 10L, new BigDecimal("0.50")));
    tally.add(row(2L, "1.1", 7L, null));
    tally.add(row(3L, "2.1", 5L, new BigDecimal("1.25")));
    tally.add(row(4L, null, 1L, null));
    RegionTotals totals = tally.totals();
    assertThat(totals.columns())
        .extracting(Summed::name, column -> column.title().en())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("siswa", "Pupils"),
            org.assertj.core.groups.Tuple.tuple("pajak", "pajak"));
    assertThat(totals.parts())
        .containsExactly(
            part("1", "Kademangan", 1, "7", null),
            part("2", "Mayangan", 2, "15", "1.75"),
            part(null, null, 1, "1", null));
    assertThat(totals.whole()).isEqualTo(part(null, null, 4, "23", "1.75"));
  }

  @Test
  void takesBackWhatTurnsOutNotToCount() {
    TotalsTally tally = new TotalsTally(mapping(PLACES), LISTS);
    Record row = row(1L, "2.1", 10L, new BigDecimal("0.50"));
    tally.add(row);
    tally.add(row(2L, "1.1", 7L, null));
    tally.takeBack(row);
    assertThat(tally.totals().parts()).containsExactly(part("1", "Kademangan", 1, "7", null));
  }

  @Test
  void sumsBeyondTheRangeOfALong() {
    TotalsTally tally = new TotalsTally(mapping(PLACES), LISTS);
    Record least = row(2L, "1.1", Long.MIN_VALUE, null);
    tally.add(row(1L, "1.1", Long.MAX_VALUE, null));
    tally.add(row(3L, "1.1", Long.MAX_VALUE, null));
    assertThat(tally.totals().whole().sums().get(0))
        .isEqualTo(BigDecimal.valueOf(Long.MAX_VALUE).multiply(BigDecimal.valueOf(2)));
    tally.add(least);
    tally.takeBack(least);
    assertThat(tally.totals().whole().sums().get(0))
        .isEqualTo(BigDecimal.valueOf(Long.MAX_VALUE).multiply(BigDecimal.valueOf(2)));
  }

  @Test
  void takesTheColumnOfKecamatanBeforeOneOfKelurahan() {
    TotalsTally tally =
        new TotalsTally(
            mapping(
                """
                kel: {from: K, type: code(wilayah), level: kelurahan}
                asal: {from: L, type: code(wilayah), level: kota}
                kec: {from: C, type: code(wilayah), level: kecamatan}
                """),
            LISTS);
    tally.add(row(1L, "2.1", "9", "1"));
    assertThat(tally.totals().parts()).containsExactly(part("1", "Kademangan", 1));
  }

  @Test
  void hasNothingToSayWhereNoColumnNamesAKecamatan() {
    TotalsTally tally =
        new TotalsTally(
            mapping(
                """
                asal: {from: L, type: code(wilayah), level: kota}
                agama: {from: M, type: code(agama)}
                rahasia: {from: R, type: code(wilayah), level: kecamatan, class: pribadi-umum, protect: hmac}
                """),
            LISTS);
    tally.add(row(1L, "9", "1", "1"));
    assertThat(tally.totals()).isEqualTo(RegionTotals.NONE);
  }

  @Test
  void sumsOnlyWhatMayBeAddedUp() {
    TotalsTally tally =
        new TotalsTally(
            mapping(
                """
                kec: {from: C, type: code(wilayah), level: kecamatan}
                tahun: {from: T, type: integer}
                umur: {from: U, type: integer}
                jumlah_umur: {from: V, type: integer}
                persen_miskin: {from: W, type: "decimal(5,2)"}
                harga: {from: X, type: integer, measure: jumlah}
                guru: {from: Y, type: integer, measure: rata-rata}
                gaji: {from: Z, type: integer, class: pribadi-umum}
                """),
            LISTS);
    tally.add(row(1L, "1", 2025L, 40L, 80L, BigDecimal.ONE, 5L, 3L, 9L));
    assertThat(tally.totals().columns())
        .extracting(Summed::name)
        .containsExactly("jumlah_umur", "harga");
  }
}
