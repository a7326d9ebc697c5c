package id.pde.source;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.LimitExceeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages and documents that are small, and made so that reading them takes for ever. */
class ManyTablesTest {

  @TempDir Path folder = Path.of("");

  @Test
  void refusesTablesThatEachCostAWalkOverTheFile() throws IOException {
    String arrays =
        IntStream.range(0, 12_000)
            .mapToObj(number -> "\"d" + number + "\":[{\"NIK\":1}]")
            .collect(joining(",", "{", "}"));
    Path file = Files.writeString(folder.resolve("many"), arrays);
    assertThatThrownBy(() -> new Readers().sheets(file))
        .isInstanceOf(LimitExceeded.class)
        .hasMessage("limit.sheets: This file holds 12000 tables, too many for its size.");
    assertThatThrownBy(() -> new Readers().every(file, sheet -> (number, cells) -> {}))
        .isInstanceOf(LimitExceeded.class);
  }

  @Test
  void readsOneOfManyTables() throws IOException {
    Path file =
        Files.writeString(folder.resolve("few"), "{\"a\":[{\"NIK\":1}],\"b\":[{\"NIK\":2}]}");
    assertThat(new Readers().sheets(file)).hasSize(2);
  }

  @Test
  void boundsTheTextBetweenTwoTagsOfAPage() throws IOException {
    String lengthy = "x".repeat(9 << 20);
    for (String part :
        new String[] {lengthy, "<!--" + lengthy + "-->", "<b title='" + lengthy + "'>"}) {
      assertRefused(
          "<table><tr><td>NIK</td><td>" + part + "</td></tr></table>",
          "limit.tag: One tag or text in this page has more than 8,388,608 characters (8 times"
              + " PDE_READ_CELL_CHARACTERS).");
    }
  }

  private void assertRefused(String table, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("page"), "<html><body>" + table);
    assertThatThrownBy(() -> new Readers().raw(file, 0, (number, cells) -> {}))
        .isInstanceOf(LimitExceeded.class)
        .hasMessage(message);
  }
}
