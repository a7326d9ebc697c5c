package id.pde.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be seen in source files without compiling them; each fault names its file. */
final class SourceTree {

  private static final int LONGEST_FILE = 400;

  private static final Set<String> BANNED_WORDS =
      Set.of(
          "Manager", "Util", "Utils", "Support", "Common", "Data", "Info", "Process", "Handle",
          "Item", "Items");

  // Put together from parts, so that this file does not accuse itself.
  private static final Pattern MARK = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
  private static final Pattern SWITCHED_OFF = Pattern.compile("@Dis" + "abled\\b");
  private static final Pattern MACHINE_PATH =
      Pattern.compile("/wor" + "k/|/far" + "m/|/tm" + "p/bash_jobs");
  private static final Pattern CATCH_ALL = Pattern.compile("catch \\((final )?Throw" + "able\\b");

  private final Path root;

  SourceTree(Path root) {
    this.root = root;
  }

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Path file : files()) {
      String text = read(file);
      String name = root.relativize(file).toString();
      if (name.endsWith(".java")) {
        javaFaults(name, text, faults);
      }
      if (MACHINE_PATH.matcher(text).find()) {
        faults.add(name + ": names a path of somebody's machine");
      }
      if (MARK.matcher(text).find()) {
        faults.add(name + ": has a mark for later");
      }
    }
    faults.addAll(packageFaults());
    return faults;
  }

  private static void javaFaults(String name, String text, List<String> faults) {
    if (text.lines().count() > LONGEST_FILE) {
      faults.add(name + ": has more than " + LONGEST_FILE + " lines");
    }
    if (SWITCHED_OFF.matcher(text).find()) {
      faults.add(name + ": switches a test off");
    }
    if (CATCH_ALL.matcher(text).find() && !name.contains("id/pde/source/")) {
      faults.add(name + ": catches everything; only the wall around foreign parsers may");
    }
    // DataSource is the name the JDK gave to it.
    String simple =
        name.substring(name.lastIndexOf('/') + 1).replace(".java", "").replace("DataSource", "");
    Arrays.stream(simple.split("(?=\\p{Lu})"))
        .filter(BANNED_WORDS::contains)
        .forEach(word -> faults.add(name + ": " + word + " says nothing in a name"));
  }

  private List<String> packageFaults() {
    Path sources = root.resolve("src/main/java");
    return files().stream()
        .filter(file -> file.startsWith(sources) && file.toString().endsWith(".java"))
        .map(Path::getParent)
        .distinct()
        .map(this::packageFault)
        .flatMap(List::stream)
        .toList();
  }

  private List<String> packageFault(Path folder) {
    String name = root.relativize(folder).toString();
    Path description = folder.resolve("package-info.java");
    if (!Files.exists(description)) {
      return List.of(name + ": has no package-info.java");
    }
    String text = read(description);
    List<String> faults = new ArrayList<>();
    if (!text.contains("@NullMarked")) {
      faults.add(name + ": its package-info.java is not @NullMarked");
    }
    if (!text.contains("/**")) {
      faults.add(name + ": its package-info.java does not say what the room is for");
    }
    return faults;
  }

  /** Text files of ours; deliveries and the JSON and CSV they are compared with are not. */
  private List<Path> files() {
    List<Path> folders =
        Stream.of("src/main/java", "src/main/resources", "src/test/java", "routes", "mappings")
            .map(root::resolve)
            .filter(Files::isDirectory)
            .toList();
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> walk = Files.walk(folder)) {
        walk.filter(SourceTree::isText).sorted().forEach(files::add);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    Stream.of("pom.xml", "pde", "README.md", "NOTICE", ".ci/run", ".githooks/pre-commit")
        .map(root::resolve)
        .filter(Files::isRegularFile)
        .forEach(files::add);
    return files;
  }

  private static boolean isText(Path file) {
    return Pattern.matches(
        ".*\\.(java|ya?ml|md|sql|html|properties|json|xml)", file.getFileName().toString());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(file.toString(), broken);
    }
  }
}
