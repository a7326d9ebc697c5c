package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.SourceSpec.TextForm;
import id.pde.mapping.TableForm.HeaderSpec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersFixedTest {

  private static final Mapping FIELDS =
      mapping(new HeaderSpec.None(List.of("bank", "nop", "tahun")), "bank", "nop");
  private static final String TABLE = "table @0 1:bank|2:nop|3:tahun";

  @TempDir Path folder = Path.of("");

  private static Mapping mapping(HeaderSpec header, String... headings) {
    TextForm form =
        new TextForm(
            List.of(), Optional.empty(), Optional.of('"'), Optional.empty(), List.of(3, 5, 4));
    SourceSpec source = Mappings.SOURCE.with(form);
    return Mappings.of(source.with(source.table().with(header)), headings);
  }

  private TextDelivery delivery(String content) {
    return TextDelivery.of(folder, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void cutsLinesByTheWidths() {
    assertThat(delivery("001\"a,b 2024\r\n\n002x;  y2025   \n").lines(FIELDS))
        .containsExactly(TABLE, "row 1@1 001|\"a,b |2024", "row 2@3 002|x;  y|2025");
  }

  @Test
  void widthsCountSignsNotBytes() {
    String content = "001é\uD83C\uDF3E–xy2024\n";
    assertThat(delivery(content).lines(FIELDS))
        .containsExactly(TABLE, "row 1@1 001|é\uD83C\uDF3E–xy|2024");
    assertThat(
            TextDelivery.of(folder, "001é–xyz2024".getBytes(Charset.forName("windows-1252")))
                .lines(FIELDS))
        .containsExactly("note charset.windows-1252 data.csv", TABLE, "row 1@1 001|é–xyz|2024");
  }

  @Test
  void readsHeadingsOfTheSameWidths() {
    assertThat(
            delivery("ban nop tahu\n001abcde2024\n")
                .lines(mapping(new HeaderSpec.Auto(), "ban", "nop", "tahu")))
        .containsExactly("table @1 1:ban|2:nop|3:tahu", "row 1@2 001|abcde|2024");
  }

  @Test
  void rejectsLinesThatAreTooShortOrTooLongOrHoldATab() {
    Seen seen = delivery("001abcde20\n002abcd\n003abcde2024 x\n004\tbcde2024\n").seen(FIELDS);
    assertThat(seen.lines)
        .containsExactly(
            TABLE,
            "row 1@1 001|abcde|20",
            "rejected 2@2 002|abcd|null <- row.short line 2",
            "rejected 3@3 003|abcde|2024 <- row.ragged line 3",
            "rejected 4@4 004|\tbcde|2024 <- fixed.tab line 4, column 2 (nop)");
    assertThat(TextDelivery.words(seen.issues.get(2)))
        .containsExactly(
            "fixed.tab line 4, column 2 (nop)",
            "Isian ini memuat tab; lebarnya tidak dapat dihitung.",
            "This field holds a tab; its width cannot be counted.",
            "Ganti tab dengan spasi di sumbernya.",
            "Replace the tab by blanks at its source.");
  }

  @Test
  void tellsTheFieldOfAByteAtFault() {
    byte[] content = "é\n001ab\u0081de2024\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(TextDelivery.of(folder, content).lines(FIELDS))
        .contains("rejected 2@2 001|ab\uFFFDde|2024 <- charset.undecodable line 2, column 2 (nop)");
  }
}
