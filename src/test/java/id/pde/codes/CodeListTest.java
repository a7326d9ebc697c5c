package id.pde.codes;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.Validity.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListTest {

  private static final LocalDate SPLIT = LocalDate.of(2020, 7, 1);

  private final CodeList regions =
      new CodeList(
          "wilayah",
          List.of(
              new Code("35", "Jawa Timur", "provinsi", null, List.of()),
              new Code("35.13", "Kabupaten Probolinggo", "kabupaten", "35", List.of()),
              new Code("35.74", "Kota Probolinggo", "kota", "35", List.of()),
              new Code("35.74.01", "Kademangan", "kecamatan", "35.74", List.of())
                  .bridged("bps", List.of("3574010", "KADEMANGAN")),
              new Code("35.74.02", "Wonoasih", "kecamatan", "35.74", List.of()),
              new Code("35.74.01.1008", "Kademangan", "kelurahan", "35.74.01", List.of()),
              new Code("35.74.02.1005", "Kedungasem", "kelurahan", "35.74.02", List.of()),
              new Code("35.74.02.1007", "Wonoasih", "kelurahan", "35.74.02", List.of()),
              new Code("35.74.01.1001", "Ketapang", "kelurahan", "35.74.01", List.of()),
              new Code("35.74.02.1001", "Ketapang", "kelurahan", "35.74.02", List.of())),
          List.of(
              new Decision("Kampung Baru", "35.74.02.1005", "sari", "2026-01-02", ""),
              new Decision("Wono", "35.74.02", "sari", "2026-01-02", "")));

  private static final Validity BEFORE = new Validity(null, SPLIT.minusDays(1));
  private static final Validity AFTER = new Validity(SPLIT, null);

  private final CodeList offices =
      new CodeList(
          "dinas",
          List.of(
              dated("1", "Dinas Pendidikan", BEFORE, List.of("2", "3")),
              dated("2", "Dinas Pendidikan dan Kebudayaan", AFTER, List.of()),
              dated("3", "Dinas Olahraga", AFTER, List.of()),
              dated("4", "Sekretariat", BEFORE, List.of()),
              dated("4", "Sekretariat Daerah", AFTER, List.of()),
              dated("5", "Arsip", BEFORE, List.of("6")),
              dated("6", "Arsip", AFTER, List.of())));

  private static Code dated(String code, String name, Validity validity, List<String> after) {
    return new Code(code, name, null, null, List.of(), validity, after, Map.of());
  }

  private static String shown(Lookup lookup) {
    if (lookup instanceof Lookup.Found found) {
      return found.code().code();
    }
    if (lookup instanceof Lookup.Several several) {
      return several.codes().stream().map(Code::code).collect(Collectors.joining(" ", "? ", ""));
    }
    if (lookup instanceof Lookup.Outdated outdated) {
      return "outdated " + outdated.code().code();
    }
    if (lookup instanceof Lookup.OtherParent other) {
      return "below " + other.code().parent();
    }
    return lookup instanceof Lookup.OtherLevel other ? "is " + other.code().level() : "unknown";
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "35.74.01.1008,kelurahan,-,35.74.01.1008",
        "3574011008,kelurahan,-,35.74.01.1008",
        "35.74.01,kelurahan,-,is kecamatan",
        "Kademangan,kelurahan,-,35.74.01.1008",
        "Kademangan,kecamatan,-,35.74.01",
        "Kademangan,-,-,? 35.74.01 35.74.01.1008",
        "KADEMANGAN.,kelurahan,-,35.74.01.1008",
        "Kel. Kademangan,kelurahan,-,35.74.01.1008",
        "Kel.Kademangan,-,-,35.74.01.1008",
        "KEC. KADEMANGAN,-,-,35.74.01",
        "Kecamatan Kademangan,kelurahan,-,is kecamatan",
        "Kedung Asem,kelurahan,-,35.74.02.1005",
        "kelurahan kedoengasem,kelurahan,-,35.74.02.1005",
        "KEDUNG-ASEM,-,-,35.74.02.1005",
        "Ketapang,kelurahan,-,? 35.74.01.1001 35.74.02.1001",
        "Ketapang,kelurahan,35.74.01,35.74.01.1001",
        "Ketapang,kelurahan,35.74.02,35.74.02.1001",
        "Ketapang,kelurahan,35,? 35.74.01.1001 35.74.02.1001",
        "Kedungasem,kelurahan,35.74.01,below 35.74.02",
        "Kedungasem,kelurahan,35.74,35.74.02.1005",
        "Kota Probolinggo,-,-,35.74",
        "Kab. Probolinggo,-,-,35.13",
        "Probolinggo,-,-,? 35.13 35.74",
        "Probolinggo,kabupaten|kota,-,35.13",
        "Probolinggo,kota,-,35.74",
        "Kota Probolinggo,kabupaten|kota,-,35.74",
        "kampung baru,kelurahan,-,35.74.02.1005",
        "KAMPUNG-BARU,kelurahan,35.74.02,35.74.02.1005",
        "Kampung Baru,kecamatan,-,is kelurahan",
        "Wono,kelurahan,-,is kecamatan",
        "Antah Berantah,-,-,unknown",
        "'',-,-,unknown",
      })
  void findsRegions(String value, @Nullable String levels, @Nullable String parent, String code) {
    List<String> wanted = levels == null ? List.of() : List.of(levels.split("\\|", -1));
    assertThat(shown(regions.look(new Question(value, wanted, parent, null, null))))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "3574010,bps,35.74.01",
    "Kademangan,bps,35.74.01",
    "35.74.01,bps,unknown",
    "3574010,kemendes,unknown"
  })
  void findsCodesOfOtherSystemsInTheTableOnly(String value, String system, String code) {
    assertThat(shown(regions.look(new Question(value, List.of(), null, system, null))))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1,2019-01-01,2019-12-31,1",
        "1,2020-01-01,2020-12-31,1",
        "1,2021-01-01,2021-12-31,outdated 1",
        "Dinas Pendidikan,2021-01-01,2021-12-31,outdated 1",
        "Dinas Pendidikan dan Kebudayaan,2019-01-01,2019-12-31,outdated 2",
        "1,-,-,1",
        "4,2021-01-01,2021-01-31,4",
        "Sekretariat,2021-01-01,2021-01-31,outdated 4",
        "Arsip,2019-01-01,2019-12-31,5",
        "Arsip,2021-01-01,2021-12-31,6",
        "Arsip,2020-01-01,2020-12-31,6",
        "Arsip,-,-,6"
      })
  void findsCodesAsOfAPeriod(
      String value, @Nullable LocalDate from, @Nullable LocalDate to, String code) {
    Span span = from == null || to == null ? null : new Span(from, to);
    assertThat(shown(offices.look(new Question(value, List.of(), null, null, span))))
        .isEqualTo(code);
  }

  @Test
  void aNameCountsBeforeAVariantAndACodeBeforeBoth() {
    CodeList list =
        new CodeList(
            "x",
            List.of(
                new Code("1", "Satu", null, null, List.of("dua", "2")),
                new Code("2", "Dua", null, null, List.of())));

    assertThat(list.find("dua")).isEqualTo("2");
    assertThat(list.find("2")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({
    "Kedungsem,35.74.02.1005",
    "Kadungasam,35.74.02.1005",
    "Kel. Wonoaseh,35.74.02.1007",
    "Ketapangg,35.74.01.1001 35.74.02.1001",
    "Surabaya,''"
  })
  void suggestsWhatIsAlike(String value, String codes) {
    List<Suggestion> like =
        regions.suggest(new Question(value, List.of("kelurahan"), null, null, null));
    assertThat(like.stream().map(one -> one.code().code()).collect(Collectors.joining(" ")))
        .isEqualTo(codes);
  }

  @Test
  void suggestsByWordsAndInitials() {
    CodeList jobs =
        new CodeList(
            "pekerjaan",
            List.of(
                new Code("2", "MENGURUS RUMAH TANGGA", null, null, List.of()),
                new Code("5", "PEGAWAI NEGERI SIPIL (PNS)", null, null, List.of()),
                new Code("88", "WIRASWASTA", null, null, List.of())));

    assertThat(jobs.suggest(Question.of("PNS")).get(0).code().code()).isEqualTo("5");
    assertThat(jobs.suggest(Question.of("rumah tangga")).get(0).code().code()).isEqualTo("2");
    assertThat(jobs.suggest(Question.of("Wiraswata")).get(0).code().code()).isEqualTo("88");
    assertThat(jobs.suggest(Question.of("x"))).isEmpty();
  }
}
