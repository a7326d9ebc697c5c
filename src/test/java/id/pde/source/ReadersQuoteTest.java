package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec.TextForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersQuoteTest {

  private static final Mapping NAMES = Mappings.of("NIK", "Nama", "Kota");
  private static final String TABLE = "table @1 1:NIK|2:Nama|3:Kota";

  @TempDir Path folder = Path.of("");

  private TextDelivery delivery(String content) {
    return TextDelivery.of(folder, content);
  }

  private static Mapping form(Optional<Character> quote, Optional<Character> escape) {
    TextForm form = new TextForm(List.of(), Optional.empty(), quote, escape, List.of());
    return Mappings.of(Mappings.SOURCE.with(form), "NIK", "Nama", "Kota");
  }

  @Test
  void aQuoteInsideOfAnUnquotedFieldIsASignAsAnyOther() {
    assertThat(delivery("NIK,Nama,Kota\n1,pipa 5\" baru,x\n2,5\",\"y\"\n3, \"a\",z\n").lines(NAMES))
        .containsExactly(
            TABLE, "row 1@2 1|pipa 5\" baru|x", "row 2@3 2|5\"|y", "row 3@4 3| \"a\"|z");
  }

  @Test
  void blanksBehindAClosingQuoteBelongToTheField() {
    assertThat(delivery("NIK,Nama,Kota\n1,\"a\" ,x\n2,\"b\"\t\n").lines(NAMES))
        .containsExactly(TABLE, "row 1@2 1|a |x", "rejected 2@3 2|b\t|null <- row.short line 3");
  }

  @Test
  void rejectsOnlyTheRowWhoseQuoteIsAtFault() {
    Seen seen =
        delivery("NIK,Nama,Kota\n1,\"Jl. \"Melati\" No 3\",x\n2,\"a\"b,y\n3,c,z\n").seen(NAMES);
    assertThat(seen.lines)
        .containsExactly(
            TABLE,
            "rejected 1@2 1|Jl. Melati\" No 3\"|x <- csv.stray-quote line 2, column 2 (Nama)",
            "rejected 2@3 2|ab|y <- csv.stray-quote line 3, column 2 (Nama)",
            "row 3@4 3|c|z");
    assertThat(TextDelivery.words(seen.issues.get(0)))
        .containsExactly(
            "csv.stray-quote line 2, column 2 (Nama)",
            "Isian ini masih berlanjut setelah tanda kutip penutupnya.",
            "This field goes on behind its closing quote.",
            "Perbaiki baris ini di sumbernya: tanda kutip di dalam isian ditulis dua kali.",
            "Correct this row at its source: a quote inside of a field is written twice.");
  }

  @Test
  void advisesTheEscapeWhereABackslashStandsBeforeTheQuote() {
    Seen seen = delivery("NIK,Nama,Kota\n1,\"a \\\"b\\\" c\",x\n").seen(NAMES);
    assertThat(seen.issues.get(0).fix().en())
        .isEqualTo(
            "If the file writes \\\" for a quote inside of a field, write \"escape: '\\'\" in the"
                + " mapping.");
  }

  @Test
  void refusesTheFileWhereNoOneCanTellWhichLinesBelongTogether() {
    TextDelivery unsure = delivery("NIK,Nama,Kota\n1,\"a \"b c\nd,e,f\",x\n2,y,z\n");
    assertThat(TextDelivery.words(unsure.refusal(NAMES)).subList(0, 3))
        .containsExactly(
            "csv.stray-quote line 2, column 2",
            "Isian yang dibuka dengan tanda kutip di baris 2 masih berlanjut setelah tanda kutip"
                + " penutup di baris 2.",
            "The field that opens with a quote in line 2 goes on behind its closing quote in line"
                + " 2.");
    assertThat(unsure.raw())
        .containsExactly("1 NIK|Nama|Kota", "2 1|a b c", "3 d|e|f\"|x", "4 2|y|z");
  }

  @Test
  void readsOtherQuotesAndNone() {
    assertThat(
            delivery("NIK;Nama;Kota\n1;'a;''b''\nc';\"x\"\n")
                .lines(form(Optional.of('\''), Optional.empty())))
        .containsExactly(TABLE, "row 1@2 1|a;'b'\nc|\"x\"");
    assertThat(
            delivery("NIK;Nama;Kota\n1;\"a;x\n2;\"\";\"\n")
                .lines(form(Optional.empty(), Optional.empty())))
        .containsExactly(TABLE, "row 1@2 1|\"a|x", "row 2@3 2|\"\"|\"");
  }

  @Test
  void anEscapeTakesWhatFollowsAndKeepsWhatMeansNothing() {
    assertThat(
            delivery(
                    "NIK,Nama,Kota\n1,\"a \\\"b\\\", \\\\c\",x\\,y\n2,a\\\nb\\\r\nc,\\N\n"
                        + "3,C:\\data\\,\\\"q\\\n4,,z\\")
                .lines(form(Optional.of('"'), Optional.of('\\'))))
        .containsExactly(
            TABLE,
            "row 1@2 1|a \"b\", \\c|x,y",
            "row 2@3 2|a\nb\r\nc|\\N",
            "rejected 3@6 3|C:\\data,\"q\n4| <- row.ragged line 6");
  }

  @Test
  void anEscapeWithoutQuotes() {
    assertThat(
            delivery("NIK\tNama\tKota\n1\ta\\\tb\t\"x\n2\tc\td\\\n")
                .lines(form(Optional.empty(), Optional.of('\\'))))
        .containsExactly(TABLE, "row 1@2 1|a\tb|\"x", "row 2@3 2|c|d\n");
  }

  @Test
  void keepsPhysicalLinesOfLongQuotedFieldsWhereverTheBufferEnds() {
    StringBuilder text = new StringBuilder("NIK,Nama,Kota\r\n");
    for (int i = 1; i <= 2000; i++) {
      String field = "\"\"a\r\nb\rc\nd\"\",".repeat(i % 30);
      text.append(i).append(",\"").append(field).append("\",x").append(i).append('\r');
    }
    Seen seen = delivery(text.toString()).seen(NAMES);
    assertThat(seen.rows).hasSize(2000);
    long line = 2;
    for (int i = 1; i <= 2000; i++) {
      assertThat(seen.rows.get(i - 1).reference()).isEqualTo(Long.toString(line));
      assertThat(seen.rows.get(i - 1).text(1)).isEqualTo("\"a\r\nb\rc\nd\",".repeat(i % 30));
      line += 1 + 3L * (i % 30);
    }
  }

  @Test
  void readsAFieldOfAMegabyteAndManyColumns() {
    String big = "x".repeat(1 << 20);
    assertThat(delivery("NIK,Nama,Kota\n1," + big + ",\"" + big + "\"\n").seen(NAMES).rows.get(0))
        .satisfies(row -> assertThat(row.text(2)).isEqualTo(big));
    String wide = "a,".repeat(16_383) + "a";
    assertThat(delivery("NIK,Nama,Kota\n" + wide).lines(NAMES)).hasSize(2);
    assertThat(delivery("NIK,Nama,Kota\n" + wide + ",a").refusal(NAMES).message().en())
        .isEqualTo("This row has more than 16384 fields, the limit (PDE_READ_COLUMNS).");
  }

  @Test
  void theMarkOfAJoinedFileIsNoPartOfTheFirstField() {
    assertThat(
            delivery("\uFEFFNIK,Nama,Kota\n1,a,b\n\uFEFFNIK,Nama,Kota\n\uFEFF\"2\",c,d\n")
                .lines(NAMES))
        .containsExactly(TABLE, "row 1@2 1|a|b", "row 2@4 2|c|d");
  }

  @Test
  void linesOfOnlyQuotesAndBreaks() {
    assertThat(delivery("NIK,Nama,Kota\n\"\"\n\"\",\"\",\"\"\n\"\"\"\",a,\"\n\n\"\n").lines(NAMES))
        .containsExactly(TABLE, "row 1@4 \"|a|\n\n");
    assertThat(delivery("a\n\n\"\"\n\"\n\"\n\f\nb").raw())
        .containsExactly("1 a", "2 ", "3 ", "4 \n", "6 \f", "7 b");
  }
}
