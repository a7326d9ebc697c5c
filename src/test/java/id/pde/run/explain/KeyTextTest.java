package id.pde.run.explain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.normalise.protect.HmacKey;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.MappingFiles;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys as a person types them. */
class KeyTextTest {

  private static final HmacKey KEY = HmacKey.of(new byte[HmacKey.BYTES]);

  /** Invented, and marked so. */
  private static final String NIK = "3574041806779004";

  @TempDir private Path folder;
  private MappingFiles.Found found =
      new MappingFiles(Path.of("none"), new CodeListCsv()).find("none");

  @BeforeEach
  void read() throws IOException {
    Files.createDirectories(folder.resolve("codes"));
    Files.createDirectories(folder.resolve("dinsos"));
    Files.writeString(folder.resolve("agencies.yaml"), "dinsos: {name: Dinas Sosial}\n");
    Files.writeString(folder.resolve("codes/warna.csv"), "code,name\n1,Merah\n");
    Files.writeString(
        folder.resolve("dinsos/bantuan.yaml"),
        """
        source: {decimal: ","}
        target: {table: bantuan, key: [hari]}
        columns:
          hari: {from: Hari, type: date, format: [dd/MM/yyyy]}
          warna: {from: Warna, type: code(warna)}
          nilai: {from: Nilai, type: "decimal(8,2)"}
          nik: {from: NIK, type: nik, class: pribadi-umum, protect: hmac}
        """);
    found = new MappingFiles(folder, new CodeListCsv()).find("dinsos/bantuan");
    assertThat(found.faults()).isEmpty();
  }

  private KeyText key(Pseudonyms pseudonyms) {
    return new KeyText(Objects.requireNonNull(found.mapping()), found.codes(), pseudonyms);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hari  | 2024-08-17 | 2024-08-17
          hari  | 17/08/2024 | 17/08/2024, 2024-08-17
          warna | 1          | 1
          warna | merah      | merah, 1
          warna | biru       | biru
          nilai | '1.234,5'  | '1.234,5, 1234.50'
          lain  | x          | x
          """)
  void areReadAsTheyStandAndAsADeliveryWritesThem(String column, String typed, String wanted) {
    List<List<String>> readings = key(KEY).readings(List.of(column), List.of(typed));
    assertThat(readings.stream().map(one -> one.get(0)).toList())
        .containsExactlyElementsOf(List.of(wanted.split(", ", -1)));
  }

  @Test
  void getThePseudonymThatTheTableHolds() {
    String name = KEY.naming().of("nik", NIK);
    assertThat(key(KEY).readings(List.of("nik"), List.of("3574.0418.0677.9004")))
        .containsExactly(List.of(name));
    assertThat(key(KEY).readings(List.of("nik"), List.of(name))).containsExactly(List.of(name));
  }

  @Test
  void needTheKeyOfPseudonyms() {
    KeyText without = key(Pseudonyms.NONE);
    assertThat(without.nameless(List.of("warna", "nik"), List.of("1", NIK)))
        .isEqualTo(Optional.of("nik"));
    assertThat(without.nameless(List.of("nik"), List.of(KEY.naming().of("nik", NIK)))).isEmpty();
    assertThat(key(KEY).nameless(List.of("nik"), List.of(NIK))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,b | 1,2       | 1,2
          a,b | b=2,a=1   | 1,2
          a,b | a=1,2     | -
          a,b | 1         | -
          a   | 1,2       | -
          a   | x=1       | x=1
          a   | a=        | ''
          """)
  void standInTheOrderOfTheirColumns(String key, String typed, String wanted) {
    Optional<List<String>> ordered =
        TypedKey.of(List.of(key.split(",", -1)), List.of(typed.split(",", -1)));
    assertThat(ordered.map(one -> String.join(",", one)).orElse("-")).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          harga                 | harga | ''
          mart.harga            | harga | ''
          warehouse.harga.nilai | harga | nilai
          history.harga         | harga | ''
          harga.nilai           | harga | nilai
          """)
  void areOfATable(String written, String table, String column) {
    assertThat(Relation.of(written))
        .isEqualTo(new Relation(table, Optional.of(column).filter(one -> !one.isEmpty())));
  }
}
