package id.pde.codes;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.MappingFiles;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists of the sample city: every known spelling, and every known trap. */
class CityListsTest {

  private static final CodeLists LISTS =
      new MappingFiles(Path.of("mappings"), new CodeListCsv()).read().codes();

  private static CodeList list(String name) {
    return Objects.requireNonNull(LISTS.find(name), name);
  }

  private static @Nullable String found(String list, Question question) {
    return list(list).look(question) instanceof Lookup.Found found ? found.code().code() : null;
  }

  static Stream<String> spellings() throws IOException {
    Path file = Path.of("src/test/resources/id/pde/codes/name_variants.csv");
    return Files.readAllLines(file).stream().skip(1);
  }

  /** Spellings of the lists of Kemendagri (2018 to 2025) and BPS (2018). */
  @ParameterizedTest
  @MethodSource("spellings")
  void everySpellingOfTheCityIsFoundWithoutADecision(String line) {
    String[] parts = line.split(",", -1);
    String code = parts[0];
    String level = Objects.requireNonNull(list("wilayah").byCode(code).get(0).level());
    CodeList undecided = new CodeList("wilayah", list("wilayah").codes());
    for (String written : List.of(parts[1], "  " + parts[1] + ". ", parts[1].replace(" ", ""))) {
      Question question = new Question(written.strip(), List.of(level), null, null, null);
      assertThat(undecided.look(question))
          .as(written)
          .isInstanceOfSatisfying(
              Lookup.Found.class, found -> assertThat(found.code().code()).isEqualTo(code));
    }
  }

  @Test
  void theCityHasFiveKecamatanAnd29Kelurahan() {
    List<Code> codes =
        list("wilayah").codes().stream().filter(code -> code.code().startsWith("35.74.")).toList();
    assertThat(codes).filteredOn(code -> "kecamatan".equals(code.level())).hasSize(5);
    assertThat(codes).filteredOn(code -> "kelurahan".equals(code.level())).hasSize(29);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // BPS and Kemendagri number the kecamatan and kelurahan in different ways.
        "wilayah,3574010,kecamatan,bps,35.74.01",
        "wilayah,3574020,kecamatan,bps,35.74.02",
        "wilayah,3574030,kecamatan,bps,35.74.03",
        "wilayah,3574031,kecamatan,bps,35.74.04",
        "wilayah,3574011,kecamatan,bps,35.74.05",
        "wilayah,3574010009,kelurahan,bps,35.74.01.1001",
        "wilayah,3574010,kecamatan,-,-",
        "wilayah,3574,-,-,35.74",
        // A kecamatan and a kelurahan have one name.
        "wilayah,Kademangan,-,-,-",
        "wilayah,Kademangan,kecamatan,-,35.74.01",
        "wilayah,Kademangan,kelurahan,-,35.74.01.1008",
        // Kabupaten and kota have one name.
        "wilayah,Probolinggo,-,-,-",
        "wilayah,Probolinggo,kabupaten,-,35.13",
        "wilayah,KOTA PROBOLINGGO,-,-,35.74",
        "wilayah,Kab. Probolinggo,-,-,35.13",
        // Provinces: BPS 94 is Papua, Kemendagri 94 is Papua Tengah.
        "wilayah,94,provinsi,bps,91",
        "wilayah,94,provinsi,-,94",
        "wilayah,Nanggroe Aceh Darussalam,-,-,11",
        "wilayah,DKI Jakarta,provinsi,-,31",
        "wilayah,DI Yogyakarta,provinsi,-,34",
        // Numbers that are not given today.
        "wilayah,35.74.01.1004,-,-,-",
        // A widow is no divorcee: a person decides.
        "status_kawin,janda,-,-,-",
        "status_kawin,duda,-,-,-",
        "status_kawin,Kawin Tercatat,-,-,2",
        "jenis_kelamin,P,-,-,2",
        "jenis_kelamin,pria,-,-,1",
        "agama,Katolik,-,-,3",
        "golongan,III C,-,-,III/c",
        "golongan,3c,-,-,III/c",
        "golongan,VII,-,-,-",
        "perangkat_daerah,DINAS KOMUNIKASI DAN INFORMATIKA,-,-,diskominfo",
        "perangkat_daerah,Kec. Kanigaran,-,-,kec_kanigaran"
      })
  void everyKnownTrapEndsAsItShould(
      String list,
      String value,
      @Nullable String level,
      @Nullable String system,
      @Nullable String code) {
    List<String> levels = level == null ? List.of() : List.of(level);
    assertThat(found(list, new Question(value, levels, null, system, null))).isEqualTo(code);
  }
}
