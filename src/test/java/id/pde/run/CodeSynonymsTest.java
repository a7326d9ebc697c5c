package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.CodeDecisions.By;
import id.pde.run.CodeSynonyms.Told;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeSynonymsTest {

  private static final By SARI = new By("sari", "");

  @TempDir private Path root;
  private Path file = Path.of("");
  private CodeSynonyms synonyms =
      new CodeSynonyms(new MappingFiles(Path.of(""), new CodeListCsv()), () -> Instant.EPOCH);

  @BeforeEach
  void lists() throws IOException {
    Path codes = Files.createDirectories(root.resolve("codes"));
    Files.writeString(
        codes.resolve("warna.csv"), "code,name,level\n1,Merah,atas\n2,Biru,atas\n3,Biru,bawah\n");
    file = codes.resolve("warna.decisions.csv");
    synonyms = new CodeSynonyms(new MappingFiles(root, new CodeListCsv()), () -> Instant.EPOCH);
  }

  private static String why(Told told) {
    return ((Told.Refused) told).why().en();
  }

  @Test
  void addsASpellingThatTheListDoesNotKnow() throws IOException {
    assertThat(synonyms.add("warna", " Abang\u00a0 tua ", "merah", SARI))
        .isInstanceOf(Told.Kept.class);
    assertThat(Files.readString(file))
        .isEqualTo("value,code,who,when,why\nAbang tua,1,sari,1970-01-01T07:00:00+07:00,\n");
  }

  @Test
  void refusesWhatIsKnownEmptyOrUnclear() {
    assertThat(why(synonyms.add("warna", "MERAH", "2", SARI))).contains("it means 1 (Merah)");
    assertThat(why(synonyms.add("warna", " ", "1", SARI))).contains("1 to 200 letters");
    assertThat(why(synonyms.add("warna", "x".repeat(201), "1", SARI))).contains("1 to 200");
    assertThat(why(synonyms.add("warna", "langit", "Biru", SARI))).contains("one code \"Biru\"");
    assertThat(why(synonyms.add("wrna", "langit", "2", SARI))).contains("no code list", "warna");
    assertThat(file).doesNotExist();
  }

  @Test
  void aSpellingOfTwoLevelsIsDecidedForEach() {
    assertThat(synonyms.add("warna", "Langit", "2", SARI)).isInstanceOf(Told.Kept.class);
    assertThat(why(synonyms.add("warna", "langit", "2", SARI))).contains("means 2 (Biru)");
  }

  @Test
  void withdrawsOneLineAndLeavesTheOthersAsTheyAre() throws IOException {
    String before =
        """
        \uFEFFwhy,value,code,who,when\r
        "dua\r
        baris",Abang,1,sari,2025-01-01\r
        a, Abu ,1,budi,2025-01-02\r
        \r
        b,"Lan""git",2,sari,2025-01-01\r
        c,"Lan""git",3,sari,2025-01-01""";
    Files.writeString(file, before);

    assertThat(synonyms.withdraw("warna", "abang", "")).isInstanceOf(Told.Kept.class);
    assertThat(Files.readString(file))
        .isEqualTo(
            "\uFEFFwhy,value,code,who,when\r\na, Abu ,1,budi,2025-01-02\r\n\r\n"
                + "b,\"Lan\"\"git\",2,sari,2025-01-01\r\nc,\"Lan\"\"git\",3,sari,2025-01-01");
    assertThat(why(synonyms.withdraw("warna", "Lan\"git", ""))).contains("name one: 2, 3");
    assertThat(synonyms.withdraw("warna", "Lan\"git", "3")).isInstanceOf(Told.Kept.class);
    assertThat(Files.readString(file)).endsWith("Lan\"\"git\",2,sari,2025-01-01\r\n");
    assertThat(why(synonyms.withdraw("warna", "Merah", "")))
        .contains("Nothing was decided", "mappings/codes/warna.csv");
  }
}
