package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.DecimalType;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.mapping.TableForm.Fill;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.TableForm.RowPatterns;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Issue;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {

  private static final String PEOPLE =
      """
      title: {id: Penduduk per orang, en: Residents}
      description: Dari SIAK
      agency: disdukcapil
      privacy: {basis: UU 24/2013, purpose: administrasi, retention: 5y}
      zone: Asia/Makassar
      source:
        format: csv
        file: ["*penduduk*", "*siak*"]
        charset: windows-1252
        delimiter: ";"
        quote: "'"
        escape: none
        decimal: ","
        sheet: [Data, Lampiran]
        header: {row: 4, depth: 1}
        skip: [default, "/^catat/i"]
        stop: []
      target: {table: penduduk, key: [nik], load: replace, repeated: last}
      columns:
        nik:           {from: [NIK, "No. KTP"], type: nik, required: true, class: pribadi-umum, protect: none}
        jenis_kelamin: {from: [JK, L/P], type: code(jenis_kelamin), unknown: keep}
        tanggal_lahir: {from: Tgl Lahir, type: date, format: [dd/MM/yyyy, d MMMM yy], class: internal}
        dicatat:       {type: timestamp, format: "dd/MM/yyyy H.mm", title: Waktu}
        harga:         {from: nilai, type: "decimal(12,2)", no-value: ["-", no, 012, 1_000], values: {Nihil: 0, 007: 1.10}, scale: 1000, round: half-up, invalid: empty}
        halal:         {from: Halal, type: boolean, when-true: [v], when-false: ["-"]}
        catatan:       {type: text, read: exact}
      rules: []
      tolerance: {rejects: 2.5%, reject-rows: 10, shrink: 50%, empty: accept}
      drift: {new-columns: ignore, missing-columns: warn}
      expected: {every: month, due: working-day 5}
      """;

  @Test
  void readsEveryThingThatIsBuilt() {
    Mapping mapping = Mappings.good("mappings/disdukcapil/penduduk.yaml", PEOPLE);

    assertThat(mapping.id()).isEqualTo("disdukcapil/penduduk");
    assertThat(mapping.title().en()).isEqualTo("Residents");
    assertThat(mapping.zone()).isEqualTo(ZoneId.of("Asia/Makassar"));
    SourceSpec source = mapping.source();
    assertThat(source.format()).isEqualTo(SourceSpec.Format.CSV);
    assertThat(source.files()).containsExactly("*penduduk*", "*siak*");
    assertThat(source.text().charsets()).containsExactly("windows-1252");
    assertThat(source.text().delimiter()).contains(';');
    assertThat(source.text().quote()).contains('\'');
    assertThat(source.decimal()).isEqualTo(',');
    assertThat(source.sheet()).isEqualTo(new SheetChoice.Named(List.of("Data", "Lampiran")));
    assertThat(source.table().header()).isEqualTo(new HeaderSpec.AtRow(4, 1, Fill.MERGED));
    assertThat(RowPatterns.find(source.table().skip().presets(), "Sub Total II")).isTrue();
    assertThat(RowPatterns.find(source.table().skip().declared(), "CATATAN")).isTrue();
    assertThat(source.table().stop()).isEqualTo(RowPatterns.NONE);
    assertThat(mapping.target())
        .isEqualTo(
            new TargetSpec("penduduk", List.of("nik"), LoadMode.REPLACE, TargetSpec.Repeated.LAST));
    assertThat(mapping.columns()).hasSize(7);
    ColumnSpec price = mapping.columns().get(mapping.column("harga"));
    assertThat(price.type()).isEqualTo(new DecimalType(12, 2));
    assertThat(price.from()).containsExactly("nilai");
    assertThat(price.reading().noValue()).containsExactly("-", "no", "012", "1_000");
    assertThat(price.reading().values()).isEqualTo(Map.of("Nihil", "0", "007", "1.10"));
    assertThat(price.reading().scale()).isEqualTo(new BigDecimal("1000"));
    assertThat(price.reading().roundHalfUp()).isTrue();
    assertThat(price.place().shown()).isEqualTo("mappings/disdukcapil/penduduk.yaml:24:3");
    ColumnSpec sex = mapping.columns().get(1);
    assertThat(sex.type()).isEqualTo(new CodeType("jenis_kelamin"));
    assertThat(sex.policies().unknown()).isEqualTo(ColumnSpec.UnknownCode.KEEP);
    assertThat(mapping.columns().get(0).dataClass()).isEqualTo(DataClass.PRIBADI_UMUM);
    assertThat(mapping.tolerance())
        .isEqualTo(
            new Tolerance(
                new BigDecimal("0.025"), 10, new BigDecimal("0.50"), Tolerance.Empty.ACCEPT));
    assertThat(mapping.drift()).isEqualTo(new Drift(Drift.Policy.IGNORE, Drift.Policy.WARN));
  }

  @Test
  void fillsInWhatIsNotWritten() {
    Mapping mapping =
        Mappings.good(
            "mappings/dkupp/harga.yaml",
            """
            target: {table: harga}
            columns: {pasar: {type: text}}
            """);

    assertThat(mapping.title().id()).isEqualTo("harga");
    assertThat(mapping.agency()).isEqualTo("dkupp");
    assertThat(mapping.zone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
    assertThat(mapping.source().sheet()).isEqualTo(new SheetChoice.First());
    assertThat(mapping.source().table().header()).isEqualTo(new HeaderSpec.Auto());
    RowPatterns skip = mapping.source().table().skip();
    RowPatterns stop = mapping.source().table().stop();
    assertThat(skip.declared()).isEmpty();
    assertThat(stop.declared()).isEmpty();
    assertThat(RowPatterns.find(skip.presets(), "JML")).isTrue();
    assertThat(RowPatterns.find(stop.presets(), "Sumber : BPS")).isTrue();
    assertThat(RowPatterns.find(stop.presets(), "mengetahui,")).isTrue();
    assertThat(mapping.target().load()).isEqualTo(LoadMode.APPEND);
    assertThat(mapping.columns().get(0).from()).containsExactly("pasar");
    assertThat(mapping.columns().get(0).reading()).isEqualTo(ColumnSpec.Reading.PLAIN);
    assertThat(mapping.tolerance()).isEqualTo(Tolerance.DEFAULT);
    assertThat(mapping.drift()).isEqualTo(Drift.DEFAULT);
  }

  @Test
  void mergesWhereThereIsAKey() {
    Mapping mapping =
        Mappings.good(
            "mappings/dkupp/harga.yaml",
            "target: {table: harga, key: kode}\ncolumns: {kode: {type: integer}}\n");

    assertThat(mapping.target().load()).isEqualTo(LoadMode.MERGE);
    assertThat(mapping.target().key()).containsExactly("kode");
  }

  @Test
  void followsAliases() {
    Mapping mapping =
        Mappings.good(
            "mappings/dkupp/harga.yaml",
            "target: {table: harga}\ncolumns: {a: &plain {type: text}, b: *plain}\n");

    assertThat(mapping.columns()).hasSize(2);
  }

  @Test
  void showsTenFaultsAsTen() {
    assertThat(
            Mappings.faults(
                """
                titel: Harga
                source: {format: exls, charset: utf8x}
                target: {table: Harga Pasar, key: [kdoe], load: merg}
                columns:
                  kode: {type: integr}
                  harga: {type: decimal, frm: Harga}
                  nama: {type: text}
                """))
        .containsExactly(
            "1:1 mapping.key \"titel\" is not known here | did you mean \"title\"?",
            "2:18 mapping.value \"exls\" is not a value of format | did you mean \"xls\"?",
            "2:33 source.charset \"utf8x\" is not a charset | did you mean \"utf-8\"?",
            "3:17 name.form \"Harga Pasar\" cannot be a name in the warehouse | write harga_pasar",
            "3:36 target.key \"kdoe\" is not a column of this mapping | did you mean \"kode\"?",
            "3:49 mapping.value \"merg\" is not a value of load | did you mean \"merge\"?",
            "5:16 type.unknown \"integr\" is not a type | did you mean \"integer\"?",
            "6:17 type.digits \"decimal\" lacks its digits | write for example"
                + " \"decimal(12,2)\": 12 digits, 2 behind the decimal mark",
            "6:26 mapping.key \"frm\" is not known here | did you mean \"from\"?",
            "7:3 class.missing \"nama\" looks like personal data, but class is not written"
                + " | write class: pribadi-umum, pribadi-spesifik, internal or publik");
  }

  @Test
  void wantsTheClassOfIdentifiersThatLeadToAPerson() {
    List<String> unclassed = new ArrayList<>();
    for (Identifier identifier : Identifier.values()) {
      List<String> faults =
          Mappings.faults("target: {table: t}\ncolumns: {a: {type: " + identifier.word() + "}}\n");
      if (!faults.isEmpty()) {
        assertThat(faults).singleElement().asString().startsWith("2:11 class.missing");
        unclassed.add(identifier.word());
      }
    }
    assertThat(unclassed).containsExactly("kk", "nip", "npwp", "phone", "email");
  }

  @Test
  void takesTimesAsDeclaredValuesOfATime() {
    String mapping = "target: {table: t}\ncolumns: {a: {type: time, values: {pagi: \"%s\"}}}\n";
    assertThat(Mappings.faults(mapping.formatted("07:00"))).isEmpty();
    assertThat(Mappings.faults(mapping.formatted("23:59:59"))).isEmpty();
    assertThat(Mappings.faults(mapping.formatted("24:00")))
        .singleElement()
        .asString()
        .startsWith("2:42 column.value \"24:00\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: {type: text, protect: mask}    | protect.key
          a: {type: text, protect: drop}    | protect.key
          a: {type: text, protect: scrub}   | protect.key
          b: {type: integer, protect: scrub}| protect.scrub
          t: {type: integer, protect: hmac} | protect.period
          b: {type: text, protect: hide}    | mapping.value
          """)
  void refusesProtectionsThatDoNotFit(String column, String code) {
    String[] names = {"a: {type: text}", "b: {type: text}", "t: {type: integer}"};
    StringBuilder columns = new StringBuilder();
    for (String name : names) {
      boolean same = name.charAt(0) == column.charAt(0);
      columns.append("  ").append(same ? column : name).append('\n');
    }
    String content =
        "target: {table: harga, key: [a]}\nperiod: {from: {column: t}}\ncolumns:\n" + columns;
    assertThat(Mappings.read("mappings/dkupp/harga.yaml", content).faults())
        .extracting(Issue::code)
        .containsExactly(code);
  }
}
