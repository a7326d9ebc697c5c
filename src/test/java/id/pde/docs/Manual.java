package id.pde.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README and the pages that it leads to, in the order in which somebody reads them. */
public final class Manual {

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,4} (.+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");
  private static final Path README = Path.of("README.md");
  private static final Path FOLDER = Path.of("src/docs");

  /** Pages whose commands are run, each after those of the pages before it. */
  private static final List<String> ORDER =
      List.of(
          "mappings.md",
          "analysts.md",
          "answers.md",
          "loads.md",
          "console.md",
          "api.md",
          "sources.md",
          "schedules.md",
          "operations.md",
          "privacy.md");

  private Manual() {}

  /** The README first. */
  public static List<Path> pages() {
    return Stream.concat(Stream.of(README), ORDER.stream().map(FOLDER::resolve)).toList();
  }

  /** Lines of all {@code sh} blocks in reading order, without comments at their ends. */
  public static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      commands.addAll(lines(page, "sh"));
    }
    return commands;
  }

  /** Calls of the API, which need a server: the {@code bash} blocks of its page. */
  public static List<String> calls() throws IOException {
    return lines(FOLDER.resolve("api.md"), "bash");
  }

  private static List<String> lines(Path page, String kind) throws IOException {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```")) {
        inside = line.equals("```" + kind);
      } else if (inside && !line.isBlank()) {
        commands.add(line.replaceFirst("\\s+#.*$", ""));
      }
    }
    return commands;
  }

  /** The {@code yaml} blocks of a page below one of its headings of the second level. */
  public static List<String> yaml(String page, String heading) throws IOException {
    String text = Files.readString(FOLDER.resolve(page));
    int from = text.indexOf("\n## " + heading + "\n");
    if (from < 0) {
      throw new IllegalArgumentException(page + " has no heading " + heading);
    }
    int next = text.indexOf("\n## ", from + 4);
    return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
        .matcher(text.substring(from, next < 0 ? text.length() : next))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** Links of the pages below a folder whose file or heading is not there, with their page. */
  public static List<String> lostLinks(Path root) throws IOException {
    List<String> lost = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path page : all.filter(path -> path.toString().endsWith(".md")).toList()) {
        lost.addAll(lostLinksOf(page));
      }
    }
    return lost;
  }

  static List<String> lostLinksOf(Path page) throws IOException {
    List<String> lost = new ArrayList<>();
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      Path to = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
      if (!Files.exists(to) || (link.group(2) != null && !anchors(to).contains(link.group(2)))) {
        lost.add(page + ": " + link.group());
      }
    }
    return lost;
  }

  /** What links may name behind {@code #}: the headings of a page as Git hosts turn them around. */
  private static List<String> anchors(Path page) throws IOException {
    Matcher heading = HEADING.matcher(Files.readString(page));
    return heading
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(found -> found.replaceAll("[^\\p{L}\\p{N}_\\- ]", "").replace(' ', '-'))
        .toList();
  }
}
