package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Path HOME = Path.of("src/main/resources/id/pde/web");
  private static final Pattern USED =
      Pattern.compile("#\\{([a-zA-Z0-9.]+)|messages\\.msg\\('([a-zA-Z0-9.]+)'\\)");

  @Test
  void bothLanguagesHaveTheSameWords() throws IOException {
    assertThat(words("words.properties").stringPropertyNames())
        .isEqualTo(words("words_en.properties").stringPropertyNames());
  }

  @Test
  void everyWordThatPagesUseIsThere() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    try (Stream<Path> pages = Files.list(HOME.resolve("pages"))) {
      for (Path page : pages.toList()) {
        Matcher word = USED.matcher(Files.readString(page));
        while (word.find()) {
          used.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
      }
    }

    assertThat(words("words.properties").stringPropertyNames()).containsAll(used);
    assertThat(used).hasSizeGreaterThan(150);
  }

  /** Acts that the sources note, and no reader would understand. */
  @Test
  void everyActThatIsNotedHasWords() throws IOException {
    Pattern noted = Pattern.compile("note\\(\\s*[\\w.()]+,\\s*\"([a-z.-]*[a-z])\"");
    TreeSet<String> acts = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/id/pde/web"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        Matcher act = noted.matcher(Files.readString(source));
        while (act.find()) {
          acts.add("act." + act.group(1));
        }
      }
    }

    assertThat(words("words.properties").stringPropertyNames()).containsAll(acts);
    assertThat(acts).hasSizeGreaterThan(20);
  }

  private static Properties words(String name) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(HOME.resolve(name))) {
      words.load(reader);
    }
    return words;
  }
}
