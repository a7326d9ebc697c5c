package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that are made to hurt. */
class MappingLimitsTest {

  @Test
  void refusesDeepNesting() {
    assertThat(Mappings.faults("a: " + "[".repeat(200_000)))
        .containsExactly("1:34 yaml.limit nested more than 30 levels deep | write it flatter");
  }

  @Test
  void refusesAnAliasBomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String last = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(String.join(" , ", Collections.nCopies(10, last))).append(" ]\n");
    }
    assertThat(Mappings.faults(bomb.toString()))
        .containsExactly(
            "5:52 yaml.limit it holds more than 100,000 parts, those repeated by * included"
                + " | repeat less with & and *");
  }

  @Test
  void refusesAHugeFile() {
    assertThat(Mappings.faults("# " + "x".repeat(10_000_000)))
        .containsExactly(
            "1:1 yaml.size this file is too large for a mapping"
                + " | the limit is 1,000,000 characters; move long lists to codes/*.csv");
  }

  @Test
  void endsAListOfFaultsAtAHundred() {
    StringBuilder content = new StringBuilder("target: {table: harga}\ncolumns:\n");
    for (int i = 0; i < 250; i++) {
      content.append("  a").append(i).append(": {type: txt}\n");
    }
    List<String> faults = Mappings.faults(content.toString());
    assertThat(faults).hasSize(101);
    assertThat(faults.get(100))
        .isEqualTo(
            "103:16 mapping.more and 150 more faults"
                + " | settle those above first, then check again");
  }

  @Test
  void refusesTooManyColumns() {
    StringBuilder content = new StringBuilder("target: {table: harga}\ncolumns:\n");
    for (int i = 0; i < 1501; i++) {
      content.append("  a").append(i).append(": {type: text}\n");
    }
    assertThat(Mappings.faults(content.toString()))
        .containsExactly(
            "3:3 mapping.size 1501 columns; the limit is 1500 | split it into several mappings");
  }

  @Test
  void showsHiddenSignsAsNumbers() {
    assertThat(
            Mappings.faults("target: {table: harga}\ncolumns: {a: {type: \"te\\u202Ext\\e[2J\"}}"))
        .containsExactly(
            "2:21 type.unknown \"te\\u{202e}xt\\u{1b}[2J\" is not a type | known are: boolean,"
                + " code(...), date, decimal(12,2), email, integer, json, kk, nik, nip, nop, npsn,"
                + " npwp, period, phone, point, postal_code, text, time, timestamp");
  }

  @Test
  void pointsAtInvisibleSigns() {
    assertThat(Mappings.faults("target: {table: harga}\ntitle: a\u0007b\n"))
        .containsExactly("2:9 yaml.sign the invisible sign U+0007 may not stand here | delete it");
  }
}
