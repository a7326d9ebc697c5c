package id.pde.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersCharsetTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Mapping NAMES = Mappings.of("NIK", "Nama");
  private static final String TABLE = "table @1 1:NIK|2:Nama";

  /** Line 2 in windows-1252, line 3 in UTF-8. */
  private static final byte[] MIXED =
      TextDelivery.bytes("NIK;Nama\n1;a – b\n", WINDOWS, "2;“c”\n3;d\n", UTF_8);

  @TempDir Path folder = Path.of("");

  private TextDelivery delivery(byte[] content) {
    return TextDelivery.of(folder, content);
  }

  private static Mapping declared(String... charsets) {
    return Mappings.of(Mappings.charset(charsets), "NIK", "Nama");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1250, Łódź",
    "windows-1251, Проба",
    "iso-8859-2, Łódź",
    "iso-8859-15, 5 €",
    "ibm437, Ñandú ½",
    "ibm850, Ñandú",
    "gb18030, 泗水 €",
    "shift_jis, スラバヤ",
    "big5, 泗水",
    "euc-kr, 한국",
    "UTF-16BE, 泗水"
  })
  void obeysADeclaredCharset(String charset, String name) {
    byte[] content = ("NIK;Nama\n1;" + name + "\n").getBytes(Charset.forName(charset));
    assertThat(delivery(content).lines(declared(charset)))
        .containsExactly(TABLE, "row 1@2 1|" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE", "UTF-8"})
  void readsWhatTheMarkSays(String charset) {
    byte[] content = "\uFEFFNIK;Nama\n1;é\uD83C\uDF3E\n".getBytes(Charset.forName(charset));
    assertThat(delivery(content).lines(NAMES)).containsExactly(TABLE, "row 1@2 1|é\uD83C\uDF3E");
    assertThat(delivery(content).lines(declared(charset))).hasSize(2);
  }

  @Test
  void rejectsARowWithALoneSurrogateAndWithHalfASign() {
    byte[] lone = "\uFEFFNIK;Nama\n1;a?b\n2;c\n3;d".getBytes(UTF_16LE);
    int at = 2 * "\uFEFFNIK;Nama\n1;a".length();
    lone[at] = 0x3E;
    lone[at + 1] = (byte) 0xD8;
    byte[] torn = Arrays.copyOf(lone, lone.length - 1);
    assertThat(delivery(torn).lines(NAMES))
        .containsExactly(
            TABLE,
            "rejected 1@2 1|a\uFFFDb <- charset.undecodable line 2, column 2 (Nama)",
            "row 2@3 2|c",
            "rejected 3@4 3|\uFFFD <- charset.undecodable line 4, column 2 (Nama)");
  }

  @ParameterizedTest
  @ValueSource(bytes = {'\n', '\r', 0x1A})
  void aBreakOfOneByteBehindWideSignsIsNoRow(byte last) {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      byte[] wide = "NIK;Nama\r\n1;a\r\n".getBytes(charset);
      byte[] odd = Arrays.copyOf(wide, wide.length + 1);
      odd[wide.length] = last;
      assertThat(delivery(odd).lines(NAMES)).containsExactly(TABLE, "row 1@2 1|a");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "gb18030", "shift_jis", "big5", "euc-kr", "gbk"})
  void halfASignTakesNoDelimiterAndNoBreakWithIt(String charset) {
    byte[] content = "NIK;Nama\n\u00E3;a\n2;\u00E3\n3;c\n".getBytes(ISO_8859_1);
    assertThat(delivery(content).lines(declared(charset)))
        .containsExactly(
            TABLE,
            "rejected 1@2 \uFFFD|a <- charset.undecodable line 2, column 1 (NIK)",
            "rejected 2@3 2|\uFFFD <- charset.undecodable line 3, column 2 (Nama)",
            "row 3@4 3|c");
  }

  @Test
  void refusesAFileThatMixesUtf8AndWindows1252AndSaysWhatToDeclare() {
    assertThat(TextDelivery.words(delivery(MIXED).refusal(NAMES)))
        .containsExactly(
            "charset.mixed line 2",
            "Berkas mencampur dua pengodean: byte ke-13 (baris 2) bukan UTF-8, byte ke-19 (baris 3)"
                + " memulai huruf UTF-8.",
            "The file mixes two charsets: the byte at offset 13 (line 2) is not UTF-8, the one at"
                + " offset 19 (line 3) begins a sign of UTF-8.",
            "Tulis \"charset: [utf-8, windows-1252]\" di pemetaan bila setiap baris memakai salah"
                + " satu, atau satu nama bila seluruh berkas memakai pengodean itu.",
            "Write \"charset: [utf-8, windows-1252]\" in the mapping if each line is in one of them,"
                + " or one name if the whole file is in that charset.");
  }

  @Test
  void showsAMixedFileLineByLineWhereNothingIsLoaded() {
    assertThat(delivery(MIXED).raw())
        .containsExactly("1 NIK|Nama", "2 1|a – b", "3 2|“c”", "4 3|d");
  }

  @Test
  void readsEachLineInTheFirstDeclaredCharsetThatFits() {
    Seen seen = delivery(MIXED).seen(declared("utf-8", "windows-1252"));
    assertThat(seen.lines)
        .containsExactly(
            TABLE,
            "row 1@2 1|a – b",
            "row 2@3 2|“c”",
            "row 3@4 3|d",
            "note charset.by-line line 2");
    assertThat(TextDelivery.words(seen.issues.get(0)))
        .containsExactly(
            "charset.by-line line 2",
            "1 baris bukan UTF-8 dan dibaca dengan pengodean lain yang disebut pemetaan, mulai baris"
                + " 2.",
            "1 lines are not UTF-8 and are read in another charset of the mapping, from line 2 on.",
            "Minta pengirim menyimpan seluruh berkas sebagai UTF-8.",
            "Ask the sender to save the whole file as UTF-8.");
  }

  @Test
  void aLineThatFitsNoDeclaredCharsetIsRejectedWithItsByte() {
    byte[] content = "NIK;Nama\r1;\u0081\r2;x".getBytes(ISO_8859_1);
    Seen seen = delivery(content).seen(declared("utf-8", "windows-1252"));
    assertThat(seen.lines)
        .containsExactly(
            TABLE,
            "rejected 1@2 1|\uFFFD <- charset.undecodable line 2, column 2 (Nama)",
            "row 2@3 2|x",
            "note charset.by-line line 2");
    assertThat(seen.issues.get(0).message().en())
        .isEqualTo("The byte at offset 11 is no sign in the charset of this file.");
  }

  @Test
  void readsEachLineWhereverTheBufferEnds() {
    StringBuilder text = new StringBuilder("NIK;Nama\n");
    for (int i = 1; i <= 3000; i++) {
      text.append(i).append(';').append("é“x".repeat(i % 40)).append(i % 3 == 0 ? "\r\n" : "\r");
    }
    byte[] content = TextDelivery.bytes(text.toString(), WINDOWS, text.toString(), UTF_8);
    Seen seen = delivery(content).seen(declared("utf-8", "windows-1252"));
    assertThat(seen.rows).hasSize(6000);
    for (int i = 1; i <= 3000; i++) {
      assertThat(seen.rows.get(i - 1).text(1)).isEqualTo("é“x".repeat(i % 40));
      assertThat(seen.rows.get(i + 2999).text(1)).isEqualTo("é“x".repeat(i % 40));
      assertThat(seen.rows.get(i + 2999).reference()).isEqualTo(Integer.toString(3002 + i));
    }
  }

  @Test
  void theNoteAboutWindows1252TellsWhatElseItMayBe() {
    String russian = "NIK;Nama\n" + "1;Это проба кириллицы в файле города\n".repeat(20);
    Issue note =
        delivery(russian.getBytes(Charset.forName("windows-1251"))).seen(NAMES).issues.get(0);
    assertThat(note.code()).isEqualTo("charset.windows-1252");
    assertThat(note.message().id())
        .isEqualTo(
            "Berkas bukan UTF-8 yang sah; dibaca sebagai windows-1252. Isinya lebih mirip"
                + " windows-1251.");
  }

  @Test
  void countsTheBytesThatWindows1252DoesNotKnow() {
    byte[] content = "NIK;Nama\n1;\u0081\n2;\u008D\u0090é\n".getBytes(ISO_8859_1);
    assertThat(delivery(content).seen(NAMES).issues.get(0).message().en())
        .startsWith(
            "The file is not valid UTF-8; it is read as windows-1252. 3 bytes are unknown to"
                + " windows-1252.");
  }

  @Test
  void saysThatADeclaredCharsetReadsValidUtf8() {
    Seen seen = delivery("NIK;Nama\n1;Ané\n".getBytes(UTF_8)).seen(declared("windows-1252"));
    assertThat(seen.lines)
        .containsExactly("note charset.looks-utf-8 line 2", TABLE, "row 1@2 1|AnÃ©");
    assertThat(TextDelivery.words(seen.issues.get(0)))
        .containsExactly(
            "charset.looks-utf-8 line 2",
            "Berkas dibaca sebagai windows-1252 menurut pemetaan, tetapi isinya UTF-8 yang sah.",
            "The file is read as windows-1252 as the mapping says, but it is valid UTF-8.",
            "Bila huruf seperti Ã©, â€“ muncul dalam data, tulis \"charset: utf-8\" di pemetaan.",
            "If signs such as Ã©, â€“ appear in the data, write \"charset: utf-8\" in the mapping.");
  }

  @Test
  void notesSignsThatWereDamagedBeforeAndLoadsThemAsTheyAre() {
    Seen seen = delivery("NIK;Nama\n1;x\n2;AnÃ© â€“ b\n".getBytes(UTF_8)).seen(NAMES);
    assertThat(seen.lines)
        .containsExactly(
            "note charset.encoded-twice line 3", TABLE, "row 1@2 1|x", "row 2@3 2|AnÃ© â€“ b");
    assertThat(TextDelivery.words(seen.issues.get(0)))
        .containsExactly(
            "charset.encoded-twice line 3",
            "2 huruf tampak rusak sebelum dikirim (seperti Ã©, â€“): UTF-8 pernah dibaca sebagai"
                + " windows-1252. Isinya dimuat apa adanya.",
            "2 signs look damaged before they were sent (such as Ã©, â€“): UTF-8 was read as"
                + " windows-1252 once. They are loaded as they are.",
            "Ekspor ulang dari sumbernya sebagai UTF-8.",
            "Export it again from its source as UTF-8.");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, windows-1252", "UTF-16LE, utf-8", "UTF-16LE, utf-16be", "UTF-32BE, utf-16"})
  void refusesADeclaredCharsetThatTheMarkContradicts(String mark, String declared) {
    byte[] content = "\uFEFFNIK;Nama\n1;x\n".getBytes(Charset.forName(mark));
    Issue issue = delivery(content).refusal(declared(declared));
    assertThat(issue.code()).isEqualTo("charset.contradicts");
    assertThat(issue.message().en())
        .isEqualTo(
            "The mapping says "
                + Charset.forName(declared).name()
                + ", but the file is marked as "
                + mark
                + ".");
  }
}
