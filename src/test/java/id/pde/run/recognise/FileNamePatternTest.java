package id.pde.run.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.run.Samples;
import id.pde.run.recognise.FileNamePattern.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamePatternTest {

  private static Verdict verdict(String name, String... patterns) {
    SourceSpec plain = SourceSpec.PLAIN;
    Mapping mapping =
        Samples.merge()
            .with(
                new SourceSpec(
                    plain.format(),
                    List.of(patterns),
                    plain.text(),
                    plain.decimal(),
                    plain.sheet(),
                    plain.table()));
    return FileNamePattern.of(mapping, name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*penduduk* | Data Penduduk.xlsx | FITS",
        "*PENDUDUK* | data penduduk.xlsx | FITS",
        "data_asn_* | data_asn_20250115.csv | FITS",
        "data_asn_* | DUK data_asn_2025.csv | OTHER",
        "*.xls | a.xlsx | OTHER",
        "*.xls? | a.xlsx | FITS",
        "DKB SEM * | DKB  SEM\u00a0II 2024.xlsx | FITS",
        "a*b*c | aXbYbZc | FITS",
        "a*b*c | aXbYbZ | OTHER",
        "* | apa saja | FITS",
        "[a].csv | [a].csv | FITS",
        "[a].csv | a.csv | OTHER",
      })
  void readsStarsAndQuestionMarks(String pattern, String name, Verdict expected) {
    assertThat(verdict(name.replace("\\u00a0", "\u00a0"), pattern)).isEqualTo(expected);
  }

  @Test
  void saysNothingWithoutAPattern() {
    assertThat(verdict("x.csv")).isEqualTo(Verdict.SILENT);
  }

  @Test
  void needsOneOfSeveral() {
    assertThat(verdict("x.csv", "y*", "x*")).isEqualTo(Verdict.FITS);
  }

  @Test
  void takesNoTimeForManyStars() {
    assertThat(verdict("a".repeat(200), "*a".repeat(60) + "b")).isEqualTo(Verdict.OTHER);
  }
}
