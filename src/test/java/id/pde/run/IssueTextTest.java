package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Language;
import id.pde.model.Location;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import org.junit.jupiter.api.Test;

class IssueTextTest {

  private static final Text NOT_A_NUMBER =
      new Text("\"12,5o\" bukan desimal", "\"12,5o\" is not a decimal");
  private static final Text FIX = new Text("betulkan sel itu", "correct the cell");

  private static Issue issue(Location place, boolean open) {
    return new Issue(
        "decimal.invalid",
        Severity.REJECT,
        place,
        "harga",
        "12,5o",
        open,
        "decimal(12,2) at mappings/dkupp/harga.yaml:23:9",
        NOT_A_NUMBER,
        FIX);
  }

  @Test
  void showsPlaceMessageRuleAndFix() {
    Issue issue = issue(new Location.SheetCell("May", 17, 4), true);

    assertThat(IssueText.block(issue, Language.EN))
        .isEqualTo(
            """
            May!D17 (harga): "12,5o" is not a decimal
              rule: decimal(12,2) at mappings/dkupp/harga.yaml:23:9
              fix: correct the cell""");
    assertThat(IssueText.block(issue, Language.ID))
        .isEqualTo(
            """
            May!D17 (harga): "12,5o" bukan desimal
              aturan: decimal(12,2) at mappings/dkupp/harga.yaml:23:9
              perbaikan: betulkan sel itu""");
  }

  @Test
  void saysThatAClosedValueIsHidden() {
    Issue closed =
        new Issue(
            "nik.form",
            Severity.REJECT,
            new Location.Line(7, 1, "NIK"),
            "nik",
            "3574010101010001",
            false,
            "nik",
            new Text("nilai ini bukan NIK", "this value is not a NIK"),
            FIX);

    assertThat(IssueText.block(closed, Language.EN))
        .isEqualTo(
            """
            line 7, column 1 (NIK) (nik): this value is not a NIK
              value: [REDACTED]
              rule: nik
              fix: correct the cell""");
  }

  @Test
  void showsTheLineWithACaret() {
    Issue fault = fault(new FilePlace("mappings/dkupp/harga.yaml", 2, 13));

    assertThat(IssueText.block(fault, Language.EN, "a: 1\n\tb: {type: txt}\nc: 2\n"))
        .isEqualTo(
            """
            mappings/dkupp/harga.yaml:2:13: "txt" is not a type
              2 |  b: {type: txt}
                |             ^
              fix: correct the cell""");
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    String content = "x".repeat(500) + "HERE" + "y".repeat(500);

    String block = IssueText.block(fault(new FilePlace("a.yaml", 1, 501)), Language.EN, content);

    String[] lines = block.split("\n", -1);
    int caret = lines[2].indexOf('^');
    assertThat(lines[1].substring(caret, caret + 4)).isEqualTo("HERE");
    assertThat(lines[1]).hasSizeLessThan(120);
  }

  @Test
  void neverShowsALineThatMayHoldASecret() {
    Issue secret =
        new Issue(
            "secret.literal",
            Severity.REFUSE,
            new FilePlace("agencies.yaml", 1, 1),
            null,
            null,
            false,
            "",
            new Text("kata sandi", "a password"),
            FIX);

    assertThat(IssueText.block(secret, Language.EN, "password: rahasia123"))
        .isEqualTo("agencies.yaml:1:1: a password\n  fix: correct the cell");
  }

  @Test
  void writesSignsThatATerminalWouldObeyAsNumbers() {
    Issue issue =
        Issue.of(
            "x",
            Severity.REFUSE,
            new Location.Whole("a\u001b[2Jb.csv"),
            new Advice("", Text.same("x\ny"), FIX));

    assertThat(IssueText.line(issue, Language.EN)).isEqualTo("a\\u{1b}[2Jb.csv: x\\u{a}y");
  }

  @Test
  void standsThePlaceBeyondTheFile() {
    Issue fault = fault(new FilePlace("a.yaml", 9, 9));

    assertThat(IssueText.block(fault, Language.EN, "a: 1\n"))
        .isEqualTo("a.yaml:9:9: \"txt\" is not a type\n  fix: correct the cell");
  }

  private static Issue fault(FilePlace place) {
    Text message = new Text("\"txt\" bukan tipe", "\"txt\" is not a type");
    return Issue.of("type.unknown", Severity.REFUSE, place, new Advice("", message, FIX));
  }
}
