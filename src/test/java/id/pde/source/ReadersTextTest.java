package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.mapping.Mapping;
import id.pde.mapping.TableForm.Fill;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.TableForm.RowPatterns;
import id.pde.model.Issue;
import id.pde.run.Delivery;
import id.pde.run.RunStopped;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTextTest {

  private static final Mapping NAMES = Mappings.of("NIK", "Nama", "Kota");

  @TempDir Path folder = Path.of("");

  private List<String> read(Mapping mapping, byte[] content) {
    return seen(mapping, content).lines;
  }

  private List<String> read(Mapping mapping, String content) {
    return read(mapping, content.getBytes(StandardCharsets.UTF_8));
  }

  private Seen seen(Mapping mapping, byte[] content) {
    Seen seen = new Seen();
    new Readers().read(delivery(content), mapping, seen);
    return seen;
  }

  private Delivery delivery(byte[] content) {
    try {
      Path file = Files.write(folder.resolve("delivery"), content);
      return new Delivery("data.csv", file, "0", content.length, Delivery.Form.FILE, null);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private Issue refusal(Mapping mapping, byte[] content) {
    try {
      seen(mapping, content);
    } catch (RunStopped stopped) {
      return stopped.issue();
    }
    throw new AssertionError("nothing was refused");
  }

  private Issue refusal(Mapping mapping, String content) {
    return refusal(mapping, content.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheDelimiterByTheHeadings(String delimiter) {
    String content = "NIK;Nama;Kota\n1;Ani;Kota A\n2;Budi;Kota B\n".replace(";", delimiter);
    assertThat(read(NAMES, content))
        .containsExactly(
            "table @1 1:NIK|2:Nama|3:Kota", "row 1@2 1|Ani|Kota A", "row 2@3 2|Budi|Kota B");
  }

  @Test
  void decimalCommasDoNotMakeACommaFile() {
    assertThat(read(Mappings.of("a", "b"), "a;b\n1,5;2,5\n3,5;4,5\n"))
        .containsExactly("table @1 1:a|2:b", "row 1@2 1,5|2,5", "row 2@3 3,5|4,5");
  }

  @Test
  void readsAFileOfOneColumnWhoseValuesHoldCommas() {
    assertThat(read(Mappings.of("Nama"), "Nama\nBudi, S.Pd\nAni, M.Si\n"))
        .containsExactly("table @1 1:Nama", "row 1@2 Budi, S.Pd", "row 2@3 Ani, M.Si");
  }

  @Test
  void obeysAndDropsTheSeparatorLine() {
    assertThat(read(NAMES, "sep=|\r\nNIK|Nama|Kota\r\n1|A;B;C|x,y\r\n"))
        .containsExactly("table @2 1:NIK|2:Nama|3:Kota", "row 1@3 1|A;B;C|x,y");
  }

  @Test
  void keepsPhysicalLinesOverMixedBreaksAndQuotedOnes() {
    assertThat(read(NAMES, "NIK,Nama,Kota\r1,\"a\rb\nc\r\nd\",x\n\n2,\"\",y\r\n3,z,\n"))
        .containsExactly(
            "table @1 1:NIK|2:Nama|3:Kota",
            "row 1@2 1|a\rb\nc\r\nd|x",
            "row 2@7 2||y",
            "row 3@8 3|z|");
  }

  @Test
  void passesTitlesBlankRowsAndTheNumberingRow() {
    assertThat(
            read(NAMES, "DATA PENDUDUK,,\n \n,,\nNIK,\"Na\nma\",Kota,\n1,2,3,\n,,,\n77,Ani,X,\n"))
        .containsExactly("table @4 1:NIK|2:Na ma|3:Kota", "row 1@8 77|Ani|X");
  }

  @Test
  void aRowOfSmallNumbersIsDataWhereAllRowsAreNumbers() {
    assertThat(read(Mappings.of("a", "b", "c"), "a,b,c\n1,2,3\n4,5,6\n"))
        .containsExactly("table @1 1:a|2:b|3:c", "row 1@2 1|2|3", "row 2@3 4|5|6");
  }

  @Test
  void readsUtf8Utf16AndWindows1252() {
    String content = "NIK;Nama;Kota\n1;Sa’diyah;x\n";
    List<String> rows = List.of("table @1 1:NIK|2:Nama|3:Kota", "row 1@2 1|Sa’diyah|x");
    assertThat(read(NAMES, content)).isEqualTo(rows);
    assertThat(read(NAMES, "\uFEFF" + content)).isEqualTo(rows);
    for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(read(NAMES, content.getBytes(wide))).isEqualTo(rows);
      assertThat(read(NAMES, ("\uFEFF" + content).getBytes(wide))).isEqualTo(rows);
    }
    assertThat(read(NAMES, content.getBytes(Charset.forName("windows-1252"))))
        .containsExactly("note charset.windows-1252 data.csv", rows.get(0), rows.get(1));
  }

  @Test
  void rejectsARowWithUndecodableBytesAndGoesOn() {
    byte[] content = "NIK;Nama;Kota\n1;A\u0081;x\n2;B;y\n".getBytes(StandardCharsets.ISO_8859_1);
    Seen seen = seen(NAMES, content);
    assertThat(seen.lines)
        .containsExactly(
            "note charset.windows-1252 data.csv",
            "table @1 1:NIK|2:Nama|3:Kota",
            "rejected 1@2 1|A\uFFFD|x <- charset.undecodable line 2, column 2 (Nama)",
            "row 2@3 2|B|y");
    assertThat(seen.issues.get(1).message().en())
        .isEqualTo("The byte at offset 17 is no sign in the charset of this file.");
    assertThat(seen.issues.get(1).message().id())
        .isEqualTo("Byte ke-17 bukan huruf dalam pengodean berkas ini.");
  }

  @Test
  void obeysADeclaredCharsetStrictly() {
    byte[] content = "NIK;Nama;Kota\n1;A\u00E9;x\n2;B;y\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(Mappings.of(Mappings.charset("utf-8"), "NIK", "Nama"), content))
        .containsExactly(
            "table @1 1:NIK|2:Nama|3:Kota",
            "rejected 1@2 1|A\uFFFD|x <- charset.undecodable line 2, column 2 (Nama)",
            "row 2@3 2|B|y");
  }

  @Test
  void rejectsARowWithTheNullSign() {
    assertThat(read(NAMES, "NIK,Nama,Kota\n1,A\0B,x\n2,B,y\n"))
        .containsExactly(
            "table @1 1:NIK|2:Nama|3:Kota",
            "rejected 1@2 1|A\uFFFDB|x <- text.nul line 2, column 2 (Nama)",
            "row 2@3 2|B|y");
  }

  @Test
  void rejectsRaggedAndShortRowsButNotEmptyExtraFields() {
    assertThat(read(NAMES, "NIK,Nama,Kota\n1,a,b,c\n2,a,b,,,\n3,a\n4,a,b\n"))
        .containsExactly(
            "table @1 1:NIK|2:Nama|3:Kota",
            "rejected 1@2 1|a|b <- row.ragged line 2",
            "row 2@3 2|a|b",
            "rejected 3@4 3|a|null <- row.short line 4",
            "row 4@5 4|a|b");
  }

  @Test
  void aLineOfBackslashAndDotIsData() {
    assertThat(read(Mappings.of("a"), "a\n\\.\n\\N\n\"\"\"\"\n"))
        .containsExactly("table @1 1:a", "row 1@2 \\.", "row 2@3 \\N", "row 3@4 \"");
  }

  @Test
  void ignoresTheEndMarkOfOldPrograms() {
    assertThat(read(NAMES, "NIK,Nama,Kota\n1,a,b\n\u001A"))
        .containsExactly("table @1 1:NIK|2:Nama|3:Kota", "row 1@2 1|a|b");
    assertThat(read(NAMES, "NIK,Nama,Kota\n1,a,b\u001A\u001A")).hasSize(2);
  }

  @Test
  void keepsANamelessColumnWithValuesAndDropsOneWithout() {
    assertThat(read(NAMES, "NIK,,Nama,,Kota,\n1,,a,x,b,\n2,,c,y,d,\n"))
        .containsExactly("table @1 1:NIK|3:Nama|4:|5:Kota", "row 1@2 1|a|x|b", "row 2@3 2|c|y|d");
  }

  @Test
  void skipsTotalsAndStopsAtTheFootnotes() {
    assertThat(
            read(
                NAMES,
                "NIK,Nama,Kota\n1,a,b\n,Jumlah,2\nJumlah,x,y\n,Sumber: BPS,\n2,late,row\n3,late,row\n"))
        .containsExactly(
            "table @1 1:NIK|2:Nama|3:Kota",
            "row 1@2 1|a|b",
            "SKIP 2@3 |Jumlah|2",
            "row 3@4 Jumlah|x|y",
            "note row.like-total line 4",
            "note row.after-stop line 6");
  }

  @Test
  void missesNoDataInTheNotesBelowTheFootnotes() {
    assertThat(read(NAMES, "NIK,Nama,Kota\n1,a,b\n,Sumber: BPS,\nCatatan: sementara,,\n"))
        .containsExactly("table @1 1:NIK|2:Nama|3:Kota", "row 1@2 1|a|b");
  }

  @Test
  void saysThatAFootnoteThatFillsTheKeyIsReadAsData() {
    assertThat(read(NAMES, "NIK,Nama,Kota\n1,a,b\nSumber: BPS,,\n"))
        .containsExactly(
            "table @1 1:NIK|2:Nama|3:Kota",
            "row 1@2 1|a|b",
            "row 2@3 Sumber: BPS||",
            "note row.like-footnote line 3");
  }

  @Test
  void saysThatAFileOfBlankRowsIsBlank() {
    Issue issue = refusal(NAMES, "\n\n  \n");
    assertThat(issue.code()).isEqualTo("header.missing");
    assertThat(issue.message().id()).isEqualTo("Tidak ada satu isian pun: semua baris kosong.");
    assertThat(issue.fix().id())
        .isEqualTo("Pastikan data tersimpan di berkas ini, lalu kirim lagi.");
  }

  @Test
  void declaredPatternsTakeRowsThatFillTheKey() {
    RowPatterns declared = new RowPatterns(List.of(), List.of(Pattern.compile("^Jumlah")));
    Mapping mapping = Mappings.of(Mappings.with(declared, Mappings.STOP), "NIK");
    assertThat(read(mapping, "NIK,Nama\nJumlah,x\n1,y\n"))
        .containsExactly("table @1 1:NIK|2:Nama", "SKIP 1@2 Jumlah|x", "row 2@3 1|y");
  }

  @Test
  void declaredPatternsBesideTheDefaultOnesLeaveTheKeyToThem() {
    RowPatterns both = new RowPatterns(Mappings.SKIP.presets(), List.of(Pattern.compile("^Cek")));
    Mapping mapping = Mappings.of(Mappings.with(both, Mappings.STOP), "NIK");
    assertThat(read(mapping, "NIK,Nama\nJumlah,x\nCek,y\n,Jumlah\n"))
        .containsExactly(
            "table @1 1:NIK|2:Nama",
            "row 1@2 Jumlah|x",
            "SKIP 2@3 Cek|y",
            "SKIP 3@4 |Jumlah",
            "note row.like-total line 2");
  }

  @Test
  void obeysADeclaredHeaderRowAndDeclaredFields() {
    assertThat(
            read(
                Mappings.of(Mappings.header(new HeaderSpec.AtRow(3, 0, Fill.MERGED)), "b"),
                "a,b\n1,2\nb,c\n3,4\n"))
        .containsExactly("table @3 1:b|2:c", "row 1@4 3|4");
    assertThat(
            read(
                Mappings.of(Mappings.header(new HeaderSpec.None(List.of("x", "y"))), "x"),
                "1;2\n3;4\n"))
        .containsExactly("table @0 1:x|2:y", "row 1@1 1|2", "row 2@2 3|4");
  }

  @Test
  void showsOnlyTheTableWhereNoRowFollowsTheHeader() {
    assertThat(read(NAMES, "NIK,Nama,Kota\n")).containsExactly("table @1 1:NIK|2:Nama|3:Kota");
  }

  @Test
  void passesHeadingsThatArePrintedAgain() {
    assertThat(read(NAMES, "NIK,Nama,Kota\n1,a,b\nNIK,Nama,Kota\n2,c,d\n"))
        .containsExactly("table @1 1:NIK|2:Nama|3:Kota", "row 1@2 1|a|b", "row 2@4 2|c|d");
  }

  @Test
  void namesTheHeadingsThatAreMissing() {
    Issue issue = refusal(NAMES, "N.I.K.S,Nma,X\n1,2,3\n");
    assertThat(issue.code()).isEqualTo("header.missing");
    assertThat(issue.message().en())
        .isEqualTo(
            "No row of headings was found among the first 2 filled rows. Looked for: \"NIK\","
                + " \"Nama\", \"Kota\". Nearest: \"N.I.K.S\" (1:1), \"Nma\" (1:2).");
    assertThat(issue.message().id())
        .isEqualTo(
            "Baris judul kolom tidak ditemukan di antara 2 baris terisi yang pertama. Dicari:"
                + " \"NIK\", \"Nama\", \"Kota\". Yang mirip: \"N.I.K.S\" (1:1), \"Nma\" (1:2).");
  }

  @Test
  void namesTheLineWhereAnUnclosedQuoteOpened() {
    Issue issue = refusal(NAMES, "NIK,Nama,Kota\n1,\"a\nb\",\"open\n2,c,d\n3,e,f\n");
    assertThat(issue.code()).isEqualTo("csv.unclosed-quote");
    assertThat(issue.location().shown()).isEqualTo("line 3, column 3");
    assertThat(issue.message().en()).isEqualTo("The quote that opens in line 3 is never closed.");
    assertThat(refusal(NAMES, "NIK,Nama,Kota\n1,\"a\n2,\"b\",c\n").code())
        .isEqualTo("csv.stray-quote");
  }

  @Test
  void anUnclosedQuoteIsRefusedWithinTheLimitOfAField() {
    ReadLimits small = new ReadLimits(1000, 10, 100, 1000, 1000, 1000);
    String content = "NIK,Nama\n1,\"" + "a,b\n".repeat(1000);
    assertThatThrownBy(
            () ->
                new Readers(small)
                    .read(delivery(content.getBytes(StandardCharsets.UTF_8)), NAMES, new Seen()))
        .hasMessage(
            "csv.unclosed-quote: The quote that opens in line 2 is not closed within 100 characters,"
                + " the limit of a field (PDE_READ_CELL_CHARACTERS).");
    String wide = "NIK,Nama\n" + "a,".repeat(20);
    assertThatThrownBy(
            () ->
                new Readers(small)
                    .read(delivery(wide.getBytes(StandardCharsets.UTF_8)), NAMES, new Seen()))
        .hasMessage(
            "limit.columns: This row has more than 10 fields, the limit (PDE_READ_COLUMNS).");
  }

  @Test
  void whatTheTakerThrowsPassesUnchanged() {
    IllegalStateException own = new IllegalStateException("own");
    Seen failing =
        new Seen() {
          @Override
          public void row(id.pde.model.Row row) {
            throw own;
          }
        };
    assertThatThrownBy(
            () ->
                new Readers()
                    .read(
                        delivery("NIK,Nama\n1,a\n".getBytes(StandardCharsets.UTF_8)),
                        NAMES,
                        failing))
        .isSameAs(own);
  }
}
