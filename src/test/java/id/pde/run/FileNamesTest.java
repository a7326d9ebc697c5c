package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  private static final Path FOLDER = Path.of("/tmp/a folder");

  @ParameterizedTest
  @ValueSource(strings = {"harga.csv", "a b%41.csv", "dua\nbaris", "nama\u0301", "数据", "a#?&.csv"})
  void givesANameBackAsItWentIn(String name) {
    assertThat(FileNames.of(FileNames.in(FOLDER, name))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"../../x.csv, .._.._x.csv", ".., _..", "., _.", "/etc/passwd, _etc_passwd"})
  void neverLeavesTheFolder(String name, String segment) {
    Path path = FileNames.in(FOLDER, name);
    assertThat(path.getParent()).isEqualTo(FOLDER);
    assertThat(FileNames.of(path)).isEqualTo(segment);
  }

  @Test
  void cutsALongNameBetweenSignsAndKeepsTwoLongNamesApart() {
    String one = FileNames.with("é".repeat(125) + "1.csv", ".hasil.txt");
    String two = FileNames.with("é".repeat(125) + "2.csv", ".hasil.txt");
    assertThat(one.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
    assertThat(one).endsWith(".hasil.txt").startsWith("é".repeat(100)).isNotEqualTo(two);
  }

  @Test
  void showsNoSignThatBreaksALineOrTurnsIt() {
    assertThat(FileNames.shown("a\nb\u202Ec\u0007d\uD800.csv"))
        .isEqualTo("a\\u000Ab\\u202Ec\\u0007d\\uD800.csv");
  }
}
