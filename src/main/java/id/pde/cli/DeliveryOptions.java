package id.pde.cli;

import id.pde.cli.Engine.Order;
import id.pde.model.Period;
import id.pde.model.Text;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.MappingFiles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that a load and its plan share. */
final class DeliveryOptions {

  @Option(
      names = {"-m", "--mapping"},
      paramLabel = "ID",
      descriptionKey = "mapping")
  private @Nullable String mapping;

  @Option(names = "--period", paramLabel = "P", descriptionKey = "period")
  private @Nullable String period;

  @Nullable Period period() {
    if (period == null) {
      return null;
    }
    String given = period;
    return Period.parse(given)
        .orElseThrow(
            () ->
                new Misuse(
                    new Text(
                        "\""
                            + given
                            + "\" bukan periode. Tulis 2024, 2024-S2, 2024-Q1, 2024-03 atau"
                            + " 2024-03-31.",
                        "\""
                            + given
                            + "\" is not a period. Write 2024, 2024-S2, 2024-Q1, 2024-03 or"
                            + " 2024-03-31.")));
  }

  /** The mapping that was named; null: whichever fits. */
  @Nullable String mapping() {
    return mapping;
  }

  /** A file and the mapping of that id. */
  static Order order(Engine engine, Path file, String id, Choices choices) {
    requireFile(file);
    MappingFiles files = engine.mappings();
    MappingFiles.Found found = files.find(id);
    if (found.mapping() == null) {
      throw new FaultyMapping(found.faults(), files.exists(id));
    }
    return new Order(file, found, choices);
  }

  /** A plan also takes a mapping file that has no place yet, as {@code guess} proposes one. */
  static Order planned(Engine engine, Path file, String mapping, Choices choices) {
    if (!mapping.endsWith(".yaml")) {
      return order(engine, file, mapping, choices);
    }
    Path loose = Path.of(mapping);
    requireFile(file);
    requireFile(loose);
    MappingFiles files = engine.mappings();
    String id = files.idOf(loose);
    MappingFiles.Found found = id != null && files.exists(id) ? files.find(id) : files.tried(loose);
    if (found.mapping() == null) {
      throw new FaultyMapping(found.faults(), true);
    }
    return new Order(file, found, choices);
  }

  /** The sender's own file must be there, be a file, and be ours to read. */
  static void requireFile(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotFound(
          new Text("Berkas " + file + " tidak ada.", "The file " + file + " is not there."));
    }
    if (!Files.isRegularFile(file)) {
      throw new Misuse(new Text(file + " bukan berkas biasa.", file + " is not a regular file."));
    }
    if (!Files.isReadable(file)) {
      throw new Misuse(
          new Text(
              "Berkas " + file + " tidak boleh dibaca oleh pengguna ini.",
              "This user may not read the file " + file + "."));
    }
  }
}
