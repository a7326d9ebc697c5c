package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import id.pde.model.Issue;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static String said(Issue issue) {
    return String.join(
        "\n",
        issue.severity() + " " + issue.code() + " at " + issue.location().shown(),
        "  " + issue.message().id(),
        "  " + issue.message().en(),
        "  rule: " + issue.rule(),
        "  fix: " + issue.fix().id(),
        "  fix: " + issue.fix().en());
  }

  private static String said(Sample sample, String raw) {
    List<Issue> issues = Sample.issues(sample.outcome(raw));
    assertThat(issues).hasSize(1);
    return said(issues.get(0));
  }

  @Test
  void namesPlaceRuleAndFixOfANumber() {
    assertThat(said(Sample.decimal(12, 2).mark(','), "12,5o"))
        .isEqualTo(
            """
            REJECT decimal.invalid at line 17, column 1 (Kolom)
              "12,5o" bukan angka desimal
              "12,5o" is not a decimal number
              rule: decimal(12,2) at mappings/dkupp/harga.yaml:23:3
              fix: betulkan sel di berkas sumber, lalu kirim lagi
              fix: correct the cell in the source file, then send it again""");
    assertThat(said(Sample.decimal(12, 3), "1.234"))
        .isEqualTo(
            """
            REJECT decimal.ambiguous at line 17, column 1 (Kolom)
              "1.234" dapat dibaca sebagai dua angka: 1234 atau 1,234
              "1.234" can be read as two numbers: 1234 or 1.234
              rule: decimal(12,3) at mappings/dkupp/harga.yaml:23:3
              fix: tulis tanda desimalnya di bagian source pada mappings/dkupp/harga.yaml: decimal: "," atau decimal: "."
              fix: declare the decimal mark under source in mappings/dkupp/harga.yaml: decimal: "," or decimal: "."\
            """);
    assertThat(said(Sample.decimal(12, 2).mark(','), "31.75"))
        .isEqualTo(
            """
            WARN decimal.other-mark at line 17, column 1 (Kolom)
              "31.75" memakai tanda desimal ".", padahal pemetaan menyatakan ","
              "31.75" uses the decimal mark "." although the mapping declares ","
              rule: decimal(12,2) at mappings/dkupp/harga.yaml:23:3
              fix: tulis angka dengan tanda desimal yang sama di seluruh berkas
              fix: write numbers with the same decimal mark in the whole file""");
    assertThat(said(Sample.decimal(5, 2).mark(','), "12345,5"))
        .isEqualTo(
            """
            REJECT decimal.overflow at line 17, column 1 (Kolom)
              "12345,5" terlalu besar: paling banyak 3 angka di depan koma
              "12345,5" is too large: at most 3 digits before the decimal mark
              rule: decimal(5,2) at mappings/dkupp/harga.yaml:23:3
              fix: betulkan sel, atau perlebar type di mappings/dkupp/harga.yaml:23:3
              fix: correct the cell, or widen the type at mappings/dkupp/harga.yaml:23:3""");
  }

  @Test
  void asksForNoValueWhereTheWordLooksLikeIt() {
    assertThat(said(Sample.of(new ColumnType.IntegerType()), " - "))
        .isEqualTo(
            """
            REJECT integer.invalid at line 17, column 1 (Kolom)
              "-" bukan bilangan bulat
              "-" is not a whole number
              rule: integer at mappings/dkupp/harga.yaml:23:3
              fix: betulkan sel di berkas sumber; jika itu berarti tidak ada nilai, tulis no-value di mappings/dkupp/harga.yaml:23:3
              fix: correct the cell in the source file; if it means no value, write no-value at mappings/dkupp/harga.yaml:23:3\
            """);
  }

  @Test
  void namesTheFormsOfADate() {
    assertThat(said(Sample.of(new ColumnType.DateType()).formats("dd/MM/yyyy"), "kemarin"))
        .isEqualTo(
            """
            REJECT date.invalid at line 17, column 1 (Kolom)
              "kemarin" bukan tanggal berbentuk dd/MM/yyyy
              "kemarin" is not a date in the form dd/MM/yyyy
              rule: date at mappings/dkupp/harga.yaml:23:3
              fix: betulkan sel, atau tulis bentuknya pada format di mappings/dkupp/harga.yaml:23:3
              fix: correct the cell, or add its form to format at mappings/dkupp/harga.yaml:23:3""");
    assertThat(said(Sample.of(new ColumnType.DateType()), "03/04/2024"))
        .isEqualTo(
            """
            REJECT date.ambiguous at line 17, column 1 (Kolom)
              "03/04/2024" dapat dibaca sebagai dua tanggal: 2024-04-03 atau 2024-03-04
              "03/04/2024" can be read as two dates: 2024-04-03 or 2024-03-04
              rule: date at mappings/dkupp/harga.yaml:23:3
              fix: tulis bentuknya pada format di mappings/dkupp/harga.yaml:23:3, misalnya dd/MM/yyyy
              fix: declare its form in format at mappings/dkupp/harga.yaml:23:3, such as dd/MM/yyyy""");
    assertThat(said(Sample.of(new ColumnType.DateType()), "31/02/2024"))
        .isEqualTo(
            """
            REJECT date.impossible at line 17, column 1 (Kolom)
              "31/02/2024" menyebut hari atau jam yang tidak ada
              "31/02/2024" names a day or time that does not exist
              rule: date at mappings/dkupp/harga.yaml:23:3
              fix: betulkan sel di berkas sumber, lalu kirim lagi
              fix: correct the cell in the source file, then send it again""");
  }

  @Test
  void saysWhatIsWrongWithANik() {
    assertThat(said(Sample.of(new ColumnType.NikType()), "357401O107900012"))
        .isEqualTo(
            """
            REJECT nik.characters at line 17, column 1 (Kolom)
              "357401O107900012" bukan NIK: berisi tanda selain angka
              "357401O107900012" is not a NIK: it holds more than digits
              rule: nik at mappings/dkupp/harga.yaml:23:3
              fix: ganti huruf O dengan angka 0 di berkas sumber
              fix: replace the letter O by the digit 0 in the source file""");
  }

  @Test
  void keepsTheValueOfAClosedColumnOutOfItsWords() {
    Sample sample = Sample.of(new ColumnType.NikType()).closed().emptyInvalid();
    Issue issue = Sample.issues(sample.outcome("3,57404E+15")).get(0);
    assertThat(said(issue))
        .isEqualTo(
            """
            WARN nik.damaged at line 17, column 1 (Kolom)
              nilai ini dirusak Excel: angka ke-16 sudah hilang
              this value was damaged by Excel: its 16th digit is lost
              rule: nik at mappings/dkupp/harga.yaml:23:3
              fix: jadikan kolom NIK teks di berkas sumber, lalu isi lagi dari KTP atau KK
              fix: make the NIK column text in the source file, then enter it again from the KTP or KK""");
    assertThat(issue.value()).isEqualTo("3,57404E+15");
    assertThat(issue.shownValue()).isEqualTo("[REDACTED]");
    Issue two = Sample.issues(Sample.decimal(9, 3).closed().outcome("1.234")).get(0);
    assertThat(two.message().id()).isEqualTo("nilai ini dapat dibaca sebagai dua angka");
    Issue date =
        Sample.issues(Sample.of(new ColumnType.DateType()).closed().outcome("03/04/2024")).get(0);
    assertThat(date.message().id()).isEqualTo("nilai ini dapat dibaca sebagai dua tanggal");
  }

  @Test
  void saysWhichCodeListDoesNotKnowAValue() {
    assertThat(said(Sample.of(new ColumnType.CodeType("jk")), "X"))
        .isEqualTo(
            """
            REJECT code.unknown at line 17, column 1 (Kolom)
              "X" tidak ada dalam daftar kode jk
              "X" is not in the code list jk
              rule: code(jk) at mappings/dkupp/harga.yaml:23:3
              fix: betulkan sel, atau putuskan kodenya: pde codes decide jk
              fix: correct the cell, or decide its code: pde codes decide jk""");
  }

  @Test
  void saysWhichColumnIsEmpty() {
    assertThat(said(Sample.of(new ColumnType.TextType()).key(), ""))
        .isEqualTo(
            """
            REJECT required.missing at line 17, column 1 (Kolom)
              kolom kunci kolom kosong
              key column kolom is empty
              rule: key at mappings/dkupp/harga.yaml:23:3
              fix: isi sel ini di berkas sumber, lalu kirim lagi
              fix: fill in this cell in the source file, then send it again""");
  }

  @Test
  void showsTheCellOfASheet() {
    Issue issue =
        Sample.issues(Sample.decimal(12, 2).sheet().outcome(new Cell.Failure("#REF!"))).get(0);
    assertThat(said(issue))
        .isEqualTo(
            """
            REJECT cell.error at KETAPANG!D17
              "#REF!" adalah galat rumus, bukan nilai
              "#REF!" is a formula error, not a value
              rule: decimal(12,2) at mappings/dkupp/harga.yaml:23:3
              fix: betulkan rumusnya di berkas sumber, atau kosongkan selnya
              fix: repair the formula in the source file, or empty the cell""");
  }

  @Test
  void cutsLongValues() {
    Issue issue =
        Sample.issues(Sample.of(new ColumnType.IntegerType()).outcome("x".repeat(5000))).get(0);
    assertThat(issue.value()).hasSize(200);
    assertThat(issue.message().en())
        .isEqualTo("\"" + "x".repeat(60) + "...\" is not a whole number");
  }
}
