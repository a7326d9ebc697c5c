package id.pde.warehouse.publish;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Header;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.model.Row;
import id.pde.warehouse.table.TableShape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySuspectsTest {

  private static Mapping mapping(String target) {
    String content =
        """
        source: {format: csv, decimal: ","}
        %s
        columns:
          nomor: {from: A, type: integer}
          kode: {from: B, type: text}
          hari: {from: C, type: date, format: dd/MM/yyyy}
          nilai: {from: D, type: "decimal(9,2)"}
          jam: {from: E, type: time}
          saat: {from: F, type: timestamp}
          ya: {from: G, type: boolean}
          isi: {from: H, type: json}
        """
            .formatted(target);
    MappingReader.Checked checked =
        MappingReader.read(
            new MappingText("mappings/dkupp/harga.yaml", content, "0".repeat(64)),
            new Vocabulary(Set.of(), Set.of("dkupp")));
    assertThat(checked.faults()).isEmpty();
    return Objects.requireNonNull(checked.mapping());
  }

  private static KeySuspects suspects(String key) {
    Mapping mapping = mapping("target: {table: harga, key: [" + key + "], load: merge}");
    return Objects.requireNonNull(KeySuspects.of(mapping, TableShape.of(mapping)));
  }

  private static Record row(long ordinal, @Nullable Object... values) {
    Header header = new Header(Header.Origin.TEXT, "", 1, List.of());
    return new Record(Row.ofTexts(header, ordinal, ordinal + 1, new String[0]), values);
  }

  @Test
  void nothingIsSuspectedOfKeysInOrder() {
    KeySuspects suspects = suspects("nomor");
    for (long i = 1; i <= 2_000; i++) {
      suspects.see(row(i, i), null);
    }
    assertThat(suspects.ordinals().length).isLessThan(20);
  }

  /** However many there are: all but the first of each key, and few others. */
  @ParameterizedTest
  @ValueSource(ints = {50, 3_000, 50_000, 700_000})
  void everyRowThatRepeatsIsSuspected(int rows) {
    KeySuspects suspects = suspects("kode");
    Random random = new Random(rows);
    Set<String> keys = new HashSet<>();
    Set<Long> repeated = new HashSet<>();
    for (long i = 1; i <= rows; i++) {
      // One in ten comes from a range so small that it repeats.
      String key = "k" + (random.nextInt(10) == 0 ? random.nextInt(rows / 10) : i + rows);
      if (!keys.add(key)) {
        repeated.add(i);
      }
      suspects.see(row(i, null, key), null);
    }
    Set<Long> found =
        LongStream.of(suspects.ordinals()).collect(HashSet::new, Set::add, Set::addAll);
    assertThat(repeated).isNotEmpty();
    assertThat(found).containsAll(repeated);
    found.removeAll(repeated);
    assertThat(found.size()).isLessThan(Math.max(10, rows / 100));
  }

  @Test
  void valuesThatTheServerCallsEqualAreOne() {
    KeySuspects suspects = suspects("nomor, kode, hari, nilai, jam, saat, ya");
    OffsetDateTime moment = OffsetDateTime.of(2025, 1, 2, 3, 4, 5, 6_000, ZoneOffset.UTC);
    LocalDate day = LocalDate.of(2025, 1, 2);
    LocalTime time = LocalTime.of(1, 2, 3, 4_000);
    suspects.see(row(1, 1L, "é", day, new BigDecimal("1.50"), time, moment, true), null);
    suspects.see(
        row(
            2,
            1L,
            String.valueOf(new char[] {0xe9}),
            LocalDate.parse("2025-01-02"),
            new BigDecimal("1.5"),
            LocalTime.parse("01:02:03.000004"),
            moment.withOffsetSameInstant(ZoneOffset.ofHours(7)),
            true),
        null);
    suspects.see(row(3, 1L, "é", day, new BigDecimal("1.51"), time, moment, true), null);
    suspects.see(row(4, null, null, null, null, null, null, null), null);
    suspects.see(row(5, null, null, null, null, null, null, null), null);
    assertThat(suspects.ordinals()).containsExactly(2, 5);
  }

  @Test
  void thePeriodBelongsToTheKeyWhereEveryOneIsAPart() {
    Mapping mapping =
        mapping(
            "period: {from: {filename: \"/(\\\\d{4})/\"}}\n"
                + "target: {table: harga, key: [nomor], load: replace, per: period}");
    KeySuspects suspects = Objects.requireNonNull(KeySuspects.of(mapping, TableShape.of(mapping)));
    suspects.see(row(1, 1L), new Period("2024"));
    suspects.see(row(2, 1L), new Period("2025"));
    suspects.see(row(3, 1L), new Period("2024"));
    assertThat(suspects.ordinals()).containsExactly(3);
  }

  @Test
  void whatJavaCannotCompareIsLeftToTheServer() {
    for (String target :
        List.of(
            "target: {table: harga, key: [isi], load: merge}",
            "target: {table: harga, key: [kode], load: merge, repeated: else, else: [nomor]}",
            "target: {table: harga, load: append}")) {
      Mapping mapping = mapping(target);
      assertThat(KeySuspects.of(mapping, TableShape.of(mapping))).as(target).isNull();
    }
  }

  @Test
  void ofTooManyItSaysSo() {
    KeySuspects suspects = suspects("nomor");
    for (long i = 1; i <= (1 << 20) + 1; i++) {
      suspects.see(row(i, 1L), null);
    }
    assertThat(suspects.tooMany()).isFalse();
    assertThat(suspects.ordinals()).hasSize(1 << 20);
    suspects.see(row(1, 1L), null);
    assertThat(suspects.tooMany()).isTrue();
    assertThat(Arrays.stream(suspects.ordinals()).distinct().count()).isEqualTo(1 << 20);
  }
}
