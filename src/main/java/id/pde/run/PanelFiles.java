package id.pde.run;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.run.MappingFile.Wanted;
import id.pde.run.board.Panel;
import id.pde.run.board.PanelReader;
import id.pde.run.board.PanelText;
import id.pde.run.board.PanelText.Beside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The panels of the Command Center in {@code mappings/panels/}. What is wrong with a file is a
 * fault, never an exception.
 */
public final class PanelFiles {

  /** The folder below {@code mappings/}. */
  public static final String FOLDER = "panels";

  private static final int BYTES = 400_000;
  private static final int MOST = 60;

  private final MappingTree tree;

  /**
   * @param root the folder {@code mappings/}
   */
  public PanelFiles(Path root) {
    this.tree = new MappingTree(root);
  }

  /** Whether a file lies among the panels. */
  public boolean holds(Path file) {
    return file.toAbsolutePath().normalize().startsWith(folder());
  }

  private Path folder() {
    return tree.root().resolve(FOLDER);
  }

  /** Reads everything. */
  public PanelFolder read() {
    if (!Files.isDirectory(folder(), LinkOption.NOFOLLOW_LINKS)) {
      return PanelFolder.NONE;
    }
    Faults loose = new Faults();
    // A mapping with a fault of its own is a dataset, too.
    Set<String> datasets = tree.mappings(new Faults()).keySet();
    Map<String, Path> files = new TreeMap<>();
    Map<String, Beside> statements = new HashMap<>();
    for (Path file : files(loose)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(".sql")) {
        String content = content(file, loose);
        if (content != null) {
          statements.put(name, new Beside(content, start(file)));
        }
      } else if (name.endsWith(".yaml") && PanelReader.ID.matcher(idOf(name)).matches()) {
        files.put(idOf(name), file);
      } else if (!name.equals("README.md")) {
        loose.add("panel.name", start(file), unknown(name));
      }
    }
    if (files.size() > MOST) {
      loose.add("panel.many", start(folder()), tooMany(files.size()));
    }
    List<Panel> panels = new ArrayList<>();
    Map<String, List<Issue>> broken = new HashMap<>();
    files.entrySet().stream()
        .limit(MOST)
        .forEach(
            entry -> {
              Faults here = new Faults();
              Panel panel = panel(entry.getKey(), entry.getValue(), statements, datasets, here);
              if (panel == null) {
                broken.put(entry.getKey(), here.issues());
              } else {
                panels.add(panel);
              }
            });
    return new PanelFolder(panels, broken, loose.issues());
  }

  private @Nullable Panel panel(
      String id, Path file, Map<String, Beside> statements, Set<String> datasets, Faults here) {
    String content = content(file, here);
    return content == null
        ? null
        : PanelReader.read(
            new PanelText(id, tree.shown(file), content, statements), datasets, here);
  }

  private @Nullable String content(Path file, Faults faults) {
    MappingFile read = MappingFile.read(file, new Wanted(tree.shown(file), BYTES), faults);
    return read == null ? null : read.content();
  }

  private List<Path> files(Faults loose) {
    try (Stream<Path> all = Files.list(folder())) {
      return all.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      loose.add(
          "file.unreadable",
          start(folder()),
          new Advice(
              "",
              new Text("folder ini tidak dapat dibaca", "this folder cannot be read"),
              new Text("periksa hak bacanya", "check its permissions")));
      return List.of();
    }
  }

  private FilePlace start(Path file) {
    return new FilePlace(tree.shown(file), 1, 1);
  }

  private static String idOf(String name) {
    return name.replaceFirst("\\.yaml$", "");
  }

  private static Advice unknown(String name) {
    String shown = Quoted.of(name);
    return new Advice(
        "",
        new Text(shown + " bukan nama panel", shown + " is no name of a panel"),
        new Text(
            "huruf kecil a-z, angka, _ dan -, lalu .yaml; perintahnya boleh di NAMA.sql",
            "small letters a-z, digits, _ and -, then .yaml; its statement may be in NAME.sql"));
  }

  private static Advice tooMany(int count) {
    return new Advice(
        "",
        new Text(
            count + " panel; hanya " + MOST + " yang pertama ditampilkan",
            count + " panels; only the first " + MOST + " are shown"),
        new Text("hapus sebagian", "take some out"));
  }
}
