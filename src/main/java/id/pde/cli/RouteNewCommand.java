package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.MappingFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a route that {@code pde check} accepts; never over one that is there. */
@Command(name = "new")
final class RouteNewCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "KIND", descriptionKey = "route-kind")
  private String kind;

  @Option(names = "--agency", paramLabel = "A", descriptionKey = "route-agency")
  private @Nullable String agency;

  @Option(names = "--dataset", paramLabel = "ID", descriptionKey = "route-dataset")
  private @Nullable String dataset;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "route-out")
  private @Nullable Path file;

  RouteNewCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    RouteKind wanted =
        RouteKind.named(kind)
            .orElseThrow(
                () -> {
                  String all = String.join(", ", RouteKind.names());
                  return new Misuse(
                      new Text(
                          "Jenis rute \"" + kind + "\" tidak ada. Yang ada: " + all,
                          "There is no kind of route \"" + kind + "\". There are: " + all));
                });
    MappingFolder folder = engine.mappings().read();
    String route = wanted.written(console.language(), words(wanted, folder));
    if (file == null) {
      console.out().print(route);
      return ExitCode.DONE;
    }
    write(file, route);
    console.out().println(Printable.name(file.toString()));
    return ExitCode.DONE;
  }

  private Map<String, String> words(RouteKind wanted, MappingFolder folder) {
    String id = id();
    if (id != null && !engine.mappings().exists(id)) {
      throw missing(new Text("pemetaan \"" + id + "\"", "mapping \"" + id + "\""));
    }
    if (id == null && wanted.needsDataset()) {
      throw new Misuse(
          new Text(
              "Rute " + wanted.shown() + " perlu --dataset <dinas>/<data>",
              "A route of kind " + wanted.shown() + " needs --dataset <agency>/<dataset>"));
    }
    String owner = agency == null && id != null ? id.substring(0, id.indexOf('/')) : agency;
    if (owner == null) {
      throw new Misuse(
          new Text(
              "Rute " + wanted.shown() + " perlu --agency",
              "A route of kind " + wanted.shown() + " needs --agency"));
    }
    MappingFolder.Agency known = folder.agencies().get(owner);
    if (known == null) {
      throw missing(new Text("perangkat daerah \"" + owner + "\"", "agency \"" + owner + "\""));
    }
    String name = (id == null ? owner : id.replaceAll("[^A-Za-z0-9]+", "-")) + "-" + wanted.shown();
    Map<String, String> words = new HashMap<>();
    words.put("AGENCY", owner);
    words.put("NAME", name);
    words.put("GOAL", id == null ? "pde:recognise?agency=" + owner : "pde:" + id);
    if (wanted == RouteKind.JDBC) {
      words.put("DATABASE", database(known));
    }
    return words;
  }

  /** With its agency: {@code --agency dkupp --dataset harga} is understood, too. */
  private @Nullable String id() {
    return dataset != null && agency != null && dataset.indexOf('/') < 0
        ? agency + "/" + dataset
        : dataset;
  }

  private static String database(MappingFolder.Agency agency) {
    List<String> names = agency.databases().keySet().stream().sorted().toList();
    if (names.isEmpty()) {
      throw new Misuse(
          new Text(
              agency.id() + " belum punya basis data di mappings/agencies.yaml (databases)",
              agency.id() + " has no database in mappings/agencies.yaml (databases) yet"));
    }
    return names.get(0);
  }

  private static NotFound missing(Text what) {
    return new NotFound(new Text("Tidak ada " + what.id() + ".", "There is no " + what.en() + "."));
  }

  private static void write(Path file, String route) {
    try {
      Files.writeString(file, route, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException there) {
      throw new Misuse(
          new Text(
              file + " sudah ada dan tidak ditimpa; pilih nama lain",
              file + " is there already and is not overwritten; choose another name"));
    } catch (NoSuchFileException noFolder) {
      throw new Misuse(
          new Text(
              "folder dari " + file + " tidak ada", "the folder of " + file + " is not there"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
