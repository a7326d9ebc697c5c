package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a NIK or NIP says, against the other columns of its row. */
class AgreementsTest {

  private static final CodeLists LISTS =
      new CodeLists(
          Map.of(
              "jk",
              new CodeList(
                  "jk",
                  List.of(
                      new Code("1", "LAKI-LAKI", null, null, List.of("l")),
                      new Code("2", "PEREMPUAN", null, null, List.of("p")))),
              "kecamatan",
              new CodeList(
                  "kecamatan",
                  List.of(new Code("35.74.01", "Kademangan", null, null, List.of())))));

  private static final Header HEADER =
      new Header(
          Header.Origin.TEXT,
          "",
          1,
          List.of(
              new Field("nik", 1),
              new Field("kartu", 2),
              new Field("lahir", 3),
              new Field("jk", 4)));

  /** The day of birth and the codes of the issues. */
  private static String said(String columns, @Nullable String... texts) {
    String content = "target: {table: orang}\ncolumns:\n" + columns;
    MappingReader.Checked read =
        MappingReader.read(
            new MappingText("mappings/dinsos/orang.yaml", content, "00"),
            new Vocabulary(Set.of("jk", "kecamatan"), Set.of("dinsos")));
    Mapping mapping = read.mapping();
    assertThat(read.faults()).isEmpty();
    if (mapping == null || !(Binding.bind(mapping, HEADER) instanceof Binding.Bound.Fits fits)) {
      throw new AssertionError(columns);
    }
    Outcome outcome =
        new Normaliser(mapping, LISTS, fits.binding()).apply(Row.ofTexts(HEADER, 1, 2, texts));
    StringBuilder shown = new StringBuilder();
    if (outcome instanceof Outcome.Accepted accepted) {
      shown.append(accepted.record().value(mapping.column("lahir")));
    }
    for (Issue issue : Sample.issues(outcome)) {
      shown.append(' ').append(issue.code());
    }
    return shown.toString();
  }

  private static String columns(String format) {
    return """
          lahir: {type: date, format: %s, invalid: empty, class: internal}
          nik: {type: nik, class: internal, invalid: empty, agrees-with: {birth: lahir, sex: jk, card: kartu, region: kecamatan}}
          kartu: {type: kk, class: internal}
          jk: {type: code(jk), class: internal}
        """
        .formatted(format);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} -> {4}")
  @CsvSource({
    "3574010307859001, 3574011203199001, 03-07-1985, L, 1985-07-03",
    "3574014307859001, 3574011203199001, 03-07-1985, P, 1985-07-03",
    "3574010307859001, 3574011203199001, 03-07-1985, P, 1985-07-03 nik.sex-differs",
    "3574010307859001, 3574011203199001, 04-07-1985, L, 1985-07-04 nik.birth-differs",
    "3574010307849001, 3574011203199001, 03-07-1985, L, 1985-07-03 nik.birth-differs",
    "3574011203199001, 3574010307859001, 03-07-1985, L, 1985-07-03 nik.birth-differs nik.swapped",
    "3574010307859001, 3574010307859001, 03-07-1985, L, 1985-07-03 nik.same-as-card",
    "3574990307859001, 3574011203199001, 03-07-1985, L, 1985-07-03 nik.region",
    "3171010307859001, 3574011203199001, 03-07-1985, L, 1985-07-03",
    "3574010307859001, , , , null",
    "3574011307859, 3574011203199001, 03-07-1985, P, 1985-07-03 nik.length",
  })
  void warnsWhereTheNikDiffers(
      String nik, @Nullable String card, @Nullable String birth, @Nullable String sex, String out) {
    assertThat(said(columns("dd-MM-yyyy"), nik, card, birth, sex)).isEqualTo(out);
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "3574010307859001, 03/07/1985, 1985-07-03",
    "3574010307859001, 07/03/1985, 1985-07-03",
    "3574010307859001, 25/07/1985, 1985-07-25 nik.birth-differs",
    "3574010307859001, 04/07/1985, null date.ambiguous",
    "3574013307859001, 03/07/1985, null nik.date date.ambiguous",
    "3574010307859001, 03/07/85, null date.ambiguous",
    "3574010307859001, 1985-03-07, 1985-03-07 nik.birth-differs",
    "3574010303859001, 03/03/1985, 1985-03-03",
  })
  void settlesTheOrderOfADate(String nik, String birth, String out) {
    assertThat(said(columns("by-nik"), nik, null, birth, null)).isEqualTo(out);
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "3574010307859001, 03-07-1985, 1985-07-03",
    "3574010307859001, 07-03-1985, 1985-07-03 date.exchanged",
    "3574010307859001, 07-04-1985, 1985-04-07 nik.birth-differs",
    "3574010307859001, 7 Maret 1985, 1985-03-07 nik.birth-differs",
    "3574013307859001, 07-03-1985, 1985-03-07 nik.date",
    "3574012507859001, 07-25-1985, 1985-07-25 date.exchanged",
    "3574012507859001, 07-26-1985, null date.impossible",
    "3574012507859001, 31-02-1985, null date.impossible",
  })
  void correctsOnlyTheOrderOfADeclaredForm(String nik, String birth, String out) {
    assertThat(said(columns("[dd-MM-yyyy, d MMMM yyyy, by-nik]"), nik, null, birth, null))
        .isEqualTo(out);
  }

  @Test
  void letsANipSettleItToo() {
    String columns =
        """
          lahir: {type: date, format: by-nik, invalid: empty, class: internal}
          nik: {type: nip, class: internal, agrees-with: {birth: lahir, sex: jk}}
          jk: {type: code(jk), class: internal}
        """;
    assertThat(said(columns, "198507032010011901", null, "07/03/1985", "L"))
        .isEqualTo("1985-07-03");
    assertThat(said(columns, "198507032010011901", null, "03/07/85", "L")).isEqualTo("1985-07-03");
    assertThat(said(columns, "198507032010012901", null, "13/07/1985", "L"))
        .isEqualTo("1985-07-13 nip.birth-differs nip.sex-differs");
  }
}
