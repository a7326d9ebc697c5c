package id.pde.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.docs.ErrorCatalogue.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents say what the product does; -Dgolden.update=true renews those that are made of it. */
class DocumentsTest {

  private static final Path README = Path.of("README.md");
  private static final Path DOCUMENTS = Path.of("src/docs");

  private static void isCurrent(String name, String now) throws IOException {
    Path file = DOCUMENTS.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, now);
    }
    assertThat(file).hasContent(now);
  }

  @Test
  void theReferenceOfKeysIsThatOfTheSchemas() throws IOException {
    isCurrent("keys.md", KeyReference.page());
  }

  @Test
  void theCatalogueOfMessagesIsThatOfTheSources() throws IOException {
    isCurrent("messages.md", ErrorCatalogue.page(ErrorCatalogue.of(Path.of("src/main/java"))));
  }

  @Test
  void theCatalogueHasWordsForNearlyEveryCode() throws IOException {
    Map<String, Set<Entry>> all = ErrorCatalogue.of(Path.of("src/main/java"));
    long silent =
        all.values().stream()
            .filter(told -> told.stream().allMatch(one -> one.message().id().isEmpty()))
            .count();

    assertThat(all)
        .containsKeys(
            "nik.length",
            "code.unknown",
            "panel.closed",
            "sql.timeout",
            "file.missing",
            "plan.changed");
    assertThat(all).hasSizeGreaterThan(200);
    assertThat(silent).isLessThan(all.size() / 5);
    assertThat(all.get("panel.absent"))
        .anySatisfy(
            one -> {
              assertThat(one.message().en()).isEqualTo("There is no such table yet…");
              assertThat(one.fix().id()).isEqualTo("Muat datanya, atau perbaiki nama tabelnya");
            });
  }

  /** Files and headings that a document names are there. */
  @Test
  void linksBetweenDocumentsLeadSomewhere() throws IOException {
    List<String> lost = new ArrayList<>(Manual.lostLinksOf(README));
    lost.addAll(Manual.lostLinks(DOCUMENTS));
    assertThat(lost).isEmpty();
  }

  /** A page that nobody runs would rot, one that nothing leads to is not found. */
  @Test
  void theReadmeLeadsToEveryPageOfTheManual() throws IOException {
    String readme = Files.readString(README);
    assertThat(Manual.pages().stream().skip(1))
        .allSatisfy(page -> assertThat(readme).contains("(" + page + ")"));
    try (Stream<Path> all = Files.walk(DOCUMENTS)) {
      List<Path> pages = all.filter(path -> path.toString().endsWith(".md")).toList();
      for (Path page : pages) {
        if (Files.readString(page).contains("```sh")) {
          assertThat(Manual.pages()).contains(page);
        }
      }
    }
  }
}
