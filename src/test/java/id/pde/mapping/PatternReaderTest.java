package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/^(sub ?total|jumlah|jml|total|rata-rata)\\b/i",
        "/^(sumber|catatan|ket)\\.? *:|^mengetahui\\b/i",
        "/^data_(\\d{4})$/",
        "/PASAR (.+)/",
        "/a\\/b/",
        "/(ab)*/",
        "/(?:lampiran)? *[ivx]+/i",
        "/[(+*)]+/",
        "/\\(+\\)+/",
        "/\\Q(a+)+\\E/",
        "/(?<tahun>\\d{4})/"
      })
  void takesPatternsThatEnd(String pattern) {
    PatternReader.Read read = PatternReader.read(pattern);
    assertThat(read.fault()).isNull();
    assertThat(read.pattern()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/(a+)+b/",
        "/(a*)*/",
        "/(a|aa)+$/",
        "/((a+)b)+/",
        "/(\\w+\\s?){2,}/",
        "/(?:a{2,}){10}/",
        "/(([a-z])+.)+[A-Z]/",
        "/(a?|b)*?x/"
      })
  void refusesPatternsThatMayNeverEnd(String pattern) {
    PatternReader.Read read = PatternReader.read(pattern);
    assertThat(read.pattern()).isNull();
    assertThat(read.fault()).isNotNull();
  }
}
