package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.MappingReader.Checked;
import id.pde.mapping.Vocabulary;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules and derivations of a mapping text, from the row to its outcome. */
class RecordFormulasTest {

  private static final String COLUMNS =
      """
      source: {decimal: ","}
      target: {table: warga, key: [no]}
      columns:
        no: {type: integer}
        l: {type: integer}
        p: {type: integer}
        total: {type: integer, invalid: empty}
        lahir: {type: date, class: pribadi-umum}
        pagu: {type: "decimal(12,2)"}
      """;

  private static Table table(String more) {
    return new Table(COLUMNS + more);
  }

  /** A table of seven fields in 2024. */
  private static final class Table {
    private final Mapping mapping;
    private final Header header;
    private final Normaliser normaliser;

    Table(String content) {
      this(content, "2024");
    }

    Table(String content, @Nullable String period) {
      Vocabulary vocabulary = new Vocabulary(Set.of("jk", "urusan"), Set.of("dkupp"));
      Checked checked =
          MappingReader.read(
              new MappingText("mappings/dkupp/warga.yaml", content, "00"), vocabulary);
      assertThat(checked.faults()).isEmpty();
      mapping = java.util.Objects.requireNonNull(checked.mapping());
      List<Field> fields = new ArrayList<>();
      for (String heading : List.of("no", "l", "p", "total", "lahir", "pagu", "kode")) {
        fields.add(new Field(heading, fields.size() + 1));
      }
      header = new Header(Header.Origin.TEXT, "", 1, fields);
      Binding.Bound bound = Binding.bind(mapping, header);
      assertThat(bound).isInstanceOf(Binding.Bound.Fits.class);
      normaliser =
          new Normaliser(
              mapping,
              Sample.LISTS,
              ((Binding.Bound.Fits) bound).binding(),
              Dating.Dated.always(period == null ? null : Period.parse(period).orElseThrow()));
    }

    Outcome read(String row) {
      String[] cells = row.split(";", -1);
      @Nullable String[] texts = new @Nullable String[7];
      System.arraycopy(cells, 0, texts, 0, cells.length);
      return normaliser.apply(Row.ofTexts(header, 1, 17, texts));
    }

    /** The value of the last column, or what is wrong: place code. */
    String last(String row) {
      Outcome outcome = read(row);
      List<String> issues =
          Sample.issues(outcome).stream()
              .map(issue -> issue.location().shown() + " " + issue.code())
              .toList();
      if (outcome instanceof Outcome.Accepted accepted) {
        Record record = accepted.record();
        String value = String.valueOf(record.value(record.size() - 1));
        return issues.isEmpty() ? value : value + " warn " + String.join(", ", issues);
      }
      return "reject " + String.join(", ", issues);
    }

    Issue only(String row) {
      List<Issue> issues = Sample.issues(read(row));
      assertThat(issues).hasSize(1);
      return issues.get(0);
    }
  }

  private static Table derived(String column) {
    return table("  hasil: " + column + "\n");
  }

  private static Table rule(String rule) {
    return table("rules: [" + rule + "]\n");
  }

  @Test
  void fillsAColumnThatTheDeliveryDoesNotHave() {
    Table table = derived("{derive: \"l + p\", type: integer}");

    assertThat(table.last("1;3;4;7")).isEqualTo("7");
  }

  @Test
  void calculatesInTheOrderOfDependence() {
    Table table =
        table(
            """
              b: {derive: "a * 2", type: integer}
              a: {derive: "l + 1", type: integer}
              hasil: {derive: "a + b", type: "decimal(9,1)", when: "a > 1"}
            """);

    assertThat(table.last("1;3;4;7")).isEqualTo("12.0");
    assertThat(table.last("1;0;4;7")).isEqualTo("null");
  }

  @Test
  void knowsThePeriodOfTheRow() {
    Table table =
        derived("{derive: \"age(lahir, period.end)\", type: integer, class: pribadi-umum}");

    assertThat(table.last("1;3;4;7;29-02-2000")).isEqualTo("24");
  }

  @Test
  void followsThePolicyOfTheColumnWhereThereIsNoAnswer() {
    assertThat(derived("{derive: \"l / p\", type: integer}").last("1;3;0;3"))
        .isEqualTo("reject line 17 derive.failed");
    assertThat(derived("{derive: \"l / p\", type: integer, invalid: empty}").last("1;3;0;3"))
        .isEqualTo("null warn line 17 derive.failed");
    assertThat(derived("{derive: \"l / p\", type: integer, when: \"p != 0\"}").last("1;3;0;3"))
        .isEqualTo("null");
    assertThat(derived("{derive: \"l + p\", type: integer}").only("1;3;;3").message().en())
        .isEqualTo("this value cannot be calculated: column p is empty");
  }

  @Test
  void needsAValueWhereTheColumnIsRequired() {
    Table table = derived("{derive: \"l + p\", type: integer, when: \"p > 0\", required: true}");

    assertThat(table.last("1;3;4;3")).isEqualTo("7");
    assertThat(table.last("1;3;0;3")).isEqualTo("reject line 17 required.missing");
  }

  @Test
  void roundsOnlyWhereTheColumnSaysSo() {
    assertThat(derived("{derive: \"pagu / 8\", type: \"decimal(9,2)\"}").last("1;3;4;7;;1,00"))
        .isEqualTo("reject line 17 decimal.scale");
    assertThat(
            derived("{derive: \"pagu / 8\", type: \"decimal(9,2)\", round: half-up}")
                .last("1;3;4;7;;1,00"))
        .isEqualTo("0.13");
    assertThat(derived("{derive: \"pagu * l\", type: \"decimal(4,2)\"}").last("1;90;4;7;;1,00"))
        .isEqualTo("90.00");
    assertThat(derived("{derive: \"pagu * l\", type: \"decimal(4,2)\"}").last("1;100;4;7;;1,00"))
        .isEqualTo("reject line 17 decimal.overflow");
  }

  @Test
  void looksCodesUpLikeADeliveredValue() {
    Table table = derived("{derive: \"l > 0 ? 'pria' : 'x'\", type: code(jk)}");

    assertThat(table.last("1;3;4;7")).isEqualTo("1");
    assertThat(table.last("1;0;4;7")).isEqualTo("reject line 17 code.unknown");
  }

  @Test
  void mayBeTheKey() {
    Table table =
        new Table(
            """
            target: {table: warga, key: [id]}
            columns:
              no: {type: integer}
              id: {derive: "'W' + string(no)", type: text}
            """);

    assertThat(table.last("12")).isEqualTo("W12");
    assertThat(table.last("")).isEqualTo("reject line 17 derive.failed");
  }

  @Test
  void addsNoFaultToTheOneOfAColumnThatItNeeds() {
    Table table = derived("{derive: \"l + p\", type: integer, required: true}");
    assertThat(table.last("1;x;4;7")).isEqualTo("reject line 17, column 2 (l) integer.invalid");

    Table emptied = derived("{derive: \"total + p\", type: integer}");
    assertThat(emptied.last("1;3;4;x"))
        .isEqualTo("null warn line 17, column 4 (total) integer.invalid");

    Table needed = derived("{derive: \"total + p\", type: integer, required: true}");
    assertThat(needed.last("1;3;4;x"))
        .isEqualTo("reject line 17, column 4 (total) integer.invalid, line 17 required.missing");
  }

  @Test
  void warnsRejectsAndRefuses() {
    String row = "1;3;4;8;;5,00";
    assertThat(rule("{name: jumlah, check: l + p == total, severity: warn}").last(row))
        .isEqualTo("5.00 warn line 17, column 2 (l) rule.jumlah");
    assertThat(rule("{name: jumlah, check: l + p == total, severity: reject}").last(row))
        .isEqualTo("reject line 17, column 2 (l) rule.jumlah");
    Table refusing = rule("{name: jumlah, check: l + p == total, severity: refuse}");
    assertThat(refusing.only(row).severity()).isEqualTo(id.pde.model.Severity.REFUSE);
    assertThat(refusing.last("1;3;4;7;;5,00")).isEqualTo("5.00");
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    Issue issue =
        rule("{name: jumlah, check: l + p == total, severity: warn}").only("1;3;4;8;;5,00");

    assertThat(issue.rule()).isEqualTo("jumlah at mappings/dkupp/warga.yaml:10:31");
    assertThat(issue.message().en())
        .isEqualTo("rule jumlah does not hold: l + p == total (l = 3, p = 4, total = 8)");
    assertThat(issue.message().id())
        .isEqualTo("aturan jumlah tidak dipenuhi: l + p == total (l = 3, p = 4, total = 8)");
    assertThat(issue.fix().en())
        .isEqualTo("check l, p, total; if the data are right, change the rule in the mapping");
    assertThat(issue.value()).isEqualTo("3");
    assertThat(issue.column()).isEqualTo("l");
  }

  @Test
  void keepsPersonalValuesOutOfItsMessage() {
    Issue issue =
        rule("{name: lahir_wajar, check: \"lahir <= period.end && l > 5\", severity: warn,"
                + " message: {id: belum lahir, en: not born yet}}")
            .only("1;3;4;8;21-02-2025;5,00");

    assertThat(issue.message().en())
        .isEqualTo("rule lahir_wajar does not hold: not born yet (l = 3)");
    assertThat(issue.open()).isFalse();
    assertThat(issue.shownValue()).isEqualTo("[REDACTED]");
  }

  @Test
  void rejectsTheRowWhereTheRuleHasNoAnswer() {
    Table table = rule("{name: sisa, check: total / p > 1, severity: warn}");

    assertThat(table.last("1;3;4;8;;5,00")).isEqualTo("5.00");
    assertThat(table.last("1;3;0;8;;5,00"))
        .isEqualTo("reject line 17, column 4 (total) rule.failed");
    Issue empty = table.only("1;3;;8;;5,00");
    assertThat(empty.location().shown()).isEqualTo("line 17, column 3 (p)");
    assertThat(empty.message().en()).isEqualTo("rule sisa has no answer: column p is empty");
    assertThat(empty.fix().en()).isEqualTo("fill in that cell, or write when: p != null");
  }

  @Test
  void hasNoAnswerWhereAConditionIsNeitherYesNorNo() {
    String column = "  ada: {from: kode, type: boolean}\n";
    Table checked = table(column + "rules: [{name: ada, check: ada, severity: warn}]\n");
    Table asked = table(column + "rules: [{name: l, check: l > 5, when: ada, severity: warn}]\n");
    Table derived = table(column + "  hasil: {derive: l, when: ada, type: integer}\n");

    for (Table table : List.of(checked, asked)) {
      Issue issue = table.only("1;3;4;8;;5,00;");
      assertThat(issue.code()).isEqualTo("rule.failed");
      assertThat(issue.message().en()).endsWith("has no answer: column ada is empty");
    }
    assertThat(derived.only("1;3;4;8;;5,00;").code()).isEqualTo("derive.failed");
    assertThat(derived.last("1;3;4;8;;5,00;ya")).isEqualTo("3");
    assertThat(derived.last("1;3;4;8;;5,00;tidak")).isEqualTo("null");
  }

  @Test
  void looksOnlyAtTheRowsThatARuleIsAbout() {
    Table table =
        rule("{name: sisa, check: total / p > 1, severity: reject, when: p != null && p > 0}");

    assertThat(table.last("1;3;;8;;5,00")).isEqualTo("5.00");
    assertThat(table.last("1;3;0;8;;5,00")).isEqualTo("5.00");
    assertThat(table.last("1;3;9;8;;5,00")).isEqualTo("reject line 17, column 4 (total) rule.sisa");
  }

  @Test
  void addsNoBrokenRuleToTheFaultOfAColumnThatItNeeds() {
    Table table =
        table(
            """
            rules:
              - {name: satu, check: l > 5, severity: reject}
              - {name: dua, check: p > 5, severity: reject}
              - {name: tiga, check: pagu > 5, severity: reject}
            """);

    assertThat(table.last("1;x;4;8;;5,00"))
        .isEqualTo(
            "reject line 17, column 2 (l) integer.invalid, line 17, column 3 (p) rule.dua,"
                + " line 17, column 6 (pagu) rule.tiga");
  }

  @Test
  void standsAtTheCellThatADerivedColumnComesFrom() {
    Table table =
        table(
            """
              hasil: {derive: "l * 2", type: integer}
            rules:
              - {name: satu, check: hasil < 5, severity: warn}
              - {name: dua, check: hasil < p, severity: warn}
              - {name: tiga, check: period.year < 2024, severity: warn}
            """);

    assertThat(table.last("1;3;4;8"))
        .isEqualTo(
            "6 warn line 17, column 2 (l) rule.satu, line 17, column 3 (p) rule.dua,"
                + " line 17 rule.tiga");
  }

  @Test
  void asksCodeLists() {
    Table table =
        table(
            """
              kode: {type: code(urusan)}
              hasil: {derive: "code_name('urusan', kode)", type: text}
            rules: [{name: kota, check: "in_list('urusan', '3' + left(kode, 2))", severity: warn}]
            """);

    assertThat(table.last("1;3;4;8;;;2.10"))
        .isEqualTo("Komunikasi warn line 17, column 7 (kode) rule.kota");
  }

  @Test
  void hasNoAnswerWithoutAPeriod() {
    Table table =
        new Table(
            COLUMNS + "rules: [{name: tahun, check: period.year > l, severity: warn}]\n", null);

    assertThat(table.last("1;3;4;8;;5,00")).isEqualTo("reject line 17, column 2 (l) rule.failed");
  }
}
