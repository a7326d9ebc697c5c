package id.pde.receipt;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.DurableFiles;
import id.pde.run.FileNames;
import id.pde.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One file for each delivery that has no result yet, {@code outbox/<agency>/<name>.status.txt}: it
 * says why, is replaced in one step when that changes, and goes when the result is there. Safe for
 * use by several threads.
 */
public final class OutboxStates {

  private final Home home;
  private final Function<String, Language> languages;

  /** What was written last, by agency and name: a file that waits for days is written once. */
  private final Map<String, Map<String, Text>> told = new ConcurrentHashMap<>();

  /**
   * @param languages of an agency, by its id
   */
  public OutboxStates(Home home, Function<String, Language> languages) {
    this.home = home;
    this.languages = languages;
  }

  /** Where the state of a delivery stands. */
  static Path file(Path outbox, String name) {
    return FileNames.in(outbox, FileNames.with(name, ".status.txt"));
  }

  /**
   * All that waits at an agency; what is not among it has no state any more.
   *
   * @param waiting why, by the name of the file
   * @throws UncheckedIOException when the outbox cannot be written
   */
  public void tell(String agency, Map<String, Text> waiting) {
    Map<String, Text> before = told.put(agency, new ConcurrentHashMap<>(waiting));
    if (waiting.equals(before) || (before == null && waiting.isEmpty() && isEmpty(agency))) {
      return;
    }
    try {
      Path outbox = FileNames.in(home.outbox(), agency);
      Set<Path> kept = new HashSet<>();
      for (Map.Entry<String, Text> one : waiting.entrySet()) {
        Path file = file(outbox, one.getKey());
        kept.add(file);
        if (before == null || !one.getValue().equals(before.get(one.getKey()))) {
          write(agency, one.getKey(), one.getValue());
        }
      }
      try (DirectoryStream<Path> old = Files.newDirectoryStream(outbox, "*.status.txt")) {
        for (Path file : old) {
          if (!kept.contains(file)) {
            Files.deleteIfExists(file);
          }
        }
      }
    } catch (IOException e) {
      told.remove(agency);
      throw new UncheckedIOException(e);
    }
  }

  private boolean isEmpty(String agency) {
    return !Files.isDirectory(FileNames.in(home.outbox(), agency));
  }

  /**
   * What is to be known of one delivery; nothing is said of the others.
   *
   * @throws UncheckedIOException when the outbox cannot be written
   */
  public void tell(String agency, String name, Text state) {
    try {
      write(agency, name, state);
      told.computeIfAbsent(agency, first -> new ConcurrentHashMap<>()).put(name, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String agency, String name, Text state) throws IOException {
    Path outbox = FileNames.in(home.outbox(), agency);
    Files.createDirectories(outbox);
    Language language = languages.apply(agency);
    String result = FileNames.shown(FileNames.with(name, ".hasil.txt"));
    String text =
        new Text("Kiriman: ", "Delivery: ").in(language)
            + FileNames.shown(name)
            + "\n"
            + new Text("Keadaan: ", "State: ").in(language)
            + state.in(language)
            + "\n"
            + new Text(
                    "Langkah berikutnya: tidak ada; hasilnya menyusul di ",
                    "Next: nothing; the result follows in ")
                .in(language)
            + result
            + "\n";
    Path draft = outbox.resolve(".status.draft");
    Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
    DurableFiles.show(draft, file(outbox, name));
  }
}
