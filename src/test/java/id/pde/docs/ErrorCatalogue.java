package id.pde.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every code of an issue with its words in both languages, found in the sources. Values that a
 * message names are ellipses.
 */
final class ErrorCatalogue {

  /** Where issues begin: a call whose first words are a code. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?:\\b(?:add|warn|addClosed|of|fault|issue|refusal|refuse|Issue|finding|reject|stop|stopped|placed|Fault|Refused)\\(\\s*"
              + "(?:[a-z]\\w*,\\s*)?|-> (?:\\w+\\()?\\s*)\"([a-z]+(?:[._][a-z0-9_-]+|-[a-z0-9_-]+)*\\.[a-z][a-z0-9._-]*)\"");

  /** Names of files, of tables, and of values in formulas look like codes. */
  private static final Pattern OTHER =
      Pattern.compile(
          ".*\\.(yaml|yml|csv|xlsx|json|sql|ndjson|css|js)|pde\\..*|period\\..*|source\\.where");

  private static final Pattern SENTENCE = Pattern.compile("(new Text|Text\\.same|sentence)\\(");
  private static final Pattern NAMED =
      Pattern.compile("\\b([A-Z][A-Z0-9_]{2,}|[a-z]\\w+)\\b(\\()?");

  private final Map<String, Set<Entry>> found = new TreeMap<>();

  /** One way in which a code is told. */
  record Entry(Said message, Said fix) {}

  /** A sentence in both languages; empty: the source makes it elsewhere. */
  record Said(String id, String en) {
    static final Said NOWHERE = new Said("", "");
  }

  static Map<String, Set<Entry>> of(Path sources) throws IOException {
    ErrorCatalogue catalogue = new ErrorCatalogue();
    try (Stream<Path> all = Files.walk(sources)) {
      for (Path file :
          all.filter(path -> path.toString().endsWith(".java"))
              .sorted(Comparator.comparing(Path::toString))
              .toList()) {
        catalogue.read(Files.readString(file));
      }
    }
    return catalogue.found;
  }

  private void read(String java) {
    Matcher code = CODE.matcher(java);
    while (code.find()) {
      if (!OTHER.matcher(code.group(1)).matches()) {
        String inside = JavaText.bracketed(java, code.end());
        found
            .computeIfAbsent(code.group(1), none -> new LinkedHashSet<>())
            .add(entry(java, inside));
      }
    }
  }

  private static Entry entry(String java, String inside) {
    List<Said> said = new ArrayList<>(sentences(inside));
    Matcher name = NAMED.matcher(inside);
    while (said.size() < 2 && name.find()) {
      JavaText.definition(java, name.group(1)).ifPresent(text -> said.addAll(sentences(text)));
    }
    if (said.isEmpty()) {
      said.addAll(bare(inside));
    }
    return new Entry(
        said.isEmpty() ? Said.NOWHERE : said.get(0), said.size() < 2 ? Said.NOWHERE : said.get(1));
  }

  /** Both languages as arguments of their own. */
  private static List<Said> bare(String inside) {
    List<String> words =
        JavaText.arguments(inside).stream()
            .filter(argument -> argument.contains("\"") && argument.strip().contains(" "))
            .map(JavaText::words)
            .toList();
    return words.size() < 2 ? List.of() : List.of(new Said(words.get(0), words.get(1)));
  }

  private static List<Said> sentences(String java) {
    List<Said> said = new ArrayList<>();
    Matcher sentence = SENTENCE.matcher(java);
    while (sentence.find()) {
      List<String> both = JavaText.arguments(JavaText.bracketed(java, sentence.end()));
      String id = JavaText.words(both.get(0));
      String en = both.size() < 2 ? id : JavaText.words(both.get(1));
      if (!id.isEmpty() && !id.equals("…")) {
        said.add(new Said(id, en));
      }
    }
    return said;
  }

  static String page(Map<String, Set<Entry>> all) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Katalog pesan / Catalogue of messages

        Dibuat dari kode sumber; jangan disunting. "…" ialah nilai, nama atau tempat dari kejadiannya. / Made of the sources; do not edit. "…" is a
        value, name or place of the case at hand. Kode stabil: boleh dipakai program. / Codes are stable: programs may rely on them.

        """);
    String group = "";
    for (Map.Entry<String, Set<Entry>> one : all.entrySet()) {
      String head = one.getKey().replaceFirst("\\..*", "");
      if (!head.equals(group)) {
        group = head;
        page.append("\n## ").append(head).append("\n\n");
      }
      page.append("### `").append(one.getKey()).append("`\n\n");
      List<Entry> told =
          one.getValue().stream().filter(entry -> !entry.message().id().isEmpty()).toList();
      for (Entry entry : told) {
        page.append("- ")
            .append(entry.message().id())
            .append(" *")
            .append(entry.message().en())
            .append("*");
        if (!entry.fix().id().isEmpty()) {
          page.append("  \n  Perbaikan: ")
              .append(entry.fix().id())
              .append(" *Fix: ")
              .append(entry.fix().en())
              .append("*");
        }
        page.append('\n');
      }
      if (told.isEmpty()) {
        page.append(
            "- Kalimatnya disusun menurut kejadiannya. *Its sentence depends on the case.*\n");
      }
      page.append('\n');
    }
    return page.toString().strip() + "\n";
  }
}
