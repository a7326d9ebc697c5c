package id.pde.run.explain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.run.explain.Lineage.Column;
import id.pde.run.explain.Lineage.Filled;
import id.pde.source.codes.CodeListCsv;
import id.pde.warehouse.mart.MartColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTest {

  private static final String PRICES =
      """
      title: Harga
      source:
        decimal: ","
        unpivot: {columns: "/^H (\\\\d+)$/", name: hari, value: harga}
      target: {table: harga, key: [pasar, hari]}
      columns:
        pasar: {from: {title: "/PASAR (.+)/"}, type: text}
        hari: {from: hari, type: integer}
        berkas: {from: $file, type: text}
        barang: {from: {join: [KELOMPOK, BARANG], by: " "}, type: text}
        warna: {from: [WARNA, Corak], type: code(warna), unknown: keep}
        harga: {from: harga, type: "decimal(12,2)", scale: 1000, invalid: empty}
        petugas: {from: PETUGAS, type: text, class: pribadi-umum}
        nik: {from: NIK, type: nik, class: pribadi-umum, protect: drop}
        mahal: {derive: "harga > 10.0", when: "warna != null", type: boolean}
      """;

  private static final String SHOPS =
      """
      source: {format: csv}
      target: {table: toko}
      columns:
        isi: {from: "TOKO / Barang", type: text}
      """;

  @TempDir private Path folder;
  private Lineage lineage = new Lineage(List.<Mapping>of(), mapping -> List.of());

  @BeforeEach
  void read() throws IOException {
    Files.createDirectories(folder.resolve("codes"));
    Files.createDirectories(folder.resolve("dkupp"));
    Files.writeString(folder.resolve("agencies.yaml"), "dkupp: {name: Dinas Pasar}\n");
    Files.writeString(folder.resolve("codes/warna.csv"), "code,name\n1,Merah\n");
    Files.writeString(folder.resolve("dkupp/harga.yaml"), PRICES);
    Files.writeString(folder.resolve("dkupp/toko.yaml"), SHOPS);
    MappingFolder read = new MappingFiles(folder, new CodeListCsv()).read();
    assertThat(read.faults()).isEmpty();
    lineage = new Lineage(read.mappings().values(), MartColumns::of);
  }

  private static List<String> told(List<Filled> tables) {
    return tables.stream()
        .flatMap(table -> table.columns().stream().map(column -> told(table, column)))
        .toList();
  }

  private static String told(Filled table, Column column) {
    String mart =
        column.mart().stream()
            .map(one -> one.name() + ":" + one.sight())
            .collect(Collectors.joining(","));
    String from =
        column.sources().stream()
            .map(
                one ->
                    one.kind()
                        + " "
                        + String.join("+", one.headings())
                        + (one.pattern() == null ? "" : "/" + one.pattern().pattern() + "/"))
            .collect(Collectors.joining(","));
    return String.join(
        " | ",
        table.table() + "." + column.name(),
        mart,
        from + String.join("+", column.uses()),
        String.join("; ", column.how()));
  }

  @Test
  void tellsWhereEachColumnComesFrom() {
    assertThat(told(lineage.table("harga")))
        .containsExactly(
            "harga.pasar | pasar:VALUE | TITLE /PASAR (.+)/ | text",
            "harga.hari | hari:VALUE | UNPIVOT_NAME /^H (\\d+)$/ | integer; decimal: \",\"",
            "harga.berkas | berkas:VALUE | ORIGIN $file | text",
            "harga.barang | barang:VALUE | JOIN KELOMPOK+BARANG | text",
            "harga.warna | warna:VALUE,warna_nama:CODE_NAME | HEADING WARNA,HEADING Corak |"
                + " code(warna); unknown: keep",
            "harga.harga | harga:VALUE | UNPIVOT_VALUE /^H (\\d+)$/ | decimal(12,2); decimal: \",\";"
                + " scale: 1000; invalid: empty",
            "harga.petugas | petugas:MASKED | HEADING PETUGAS | text",
            "harga.nik |  | HEADING NIK | nik; protect: drop",
            "harga.mahal | mahal:VALUE | harga+warna | boolean; derive: harga > 10.0; when: warna !="
                + " null");
  }

  @Test
  void knowsTheLineOfTheMapping() {
    Column column = lineage.column("harga", "berkas").get(0).columns().get(0);
    assertThat(column.place()).endsWith("dkupp/harga.yaml:9:3");
    assertThat(column.dataClass()).isEqualTo("internal");
    assertThat(lineage.column("harga", "nik").get(0).columns().get(0).stored()).isFalse();
  }

  @Test
  void findsAColumnByItsNameInTheView() {
    assertThat(told(lineage.column("harga", "warna_nama")))
        .singleElement()
        .asString()
        .startsWith("harga.warna |");
    assertThat(lineage.column("harga", "tiada")).isEmpty();
    assertThat(lineage.column("tiada", "warna")).isEmpty();
  }

  @Test
  void followsAHeadingIntoEveryTable() {
    assertThat(told(lineage.heading("barang")))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly("harga.barang", "toko.isi");
    assertThat(told(lineage.heading("TOKO / Barang")))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .contains("toko.isi");
  }

  /** What is calculated from a column comes from its heading, too. */
  @Test
  void followsAHeadingIntoDerivedColumns() {
    assertThat(told(lineage.heading("corak")))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly("harga.warna", "harga.mahal");
    assertThat(told(lineage.heading("H 12")))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly("harga.hari", "harga.harga", "harga.mahal");
    assertThat(lineage.heading("tiada")).isEmpty();
    assertThat(lineage.heading("")).isEmpty();
  }
}
