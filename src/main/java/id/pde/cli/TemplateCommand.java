package id.pde.cli;

import id.pde.mapping.Mapping;
import id.pde.model.Text;
import id.pde.run.DurableFiles;
import id.pde.run.MappingFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An empty workbook to be filled, made from a mapping. */
@Command(name = "template")
final class TemplateCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "ID", descriptionKey = "template-id")
  private String id;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "template-out")
  private @Nullable Path file;

  TemplateCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    MappingFiles files = engine.mappings();
    MappingFiles.Found found = files.find(id);
    Mapping mapping = found.mapping();
    if (mapping == null) {
      throw new FaultyMapping(found.faults(), files.exists(id));
    }
    Path target = file == null ? Path.of(id.replace('/', '-') + "-templat.xlsx") : file;
    Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
    try {
      Optional<Text> why;
      try (OutputStream out = Files.newOutputStream(draft)) {
        why = engine.template(mapping, found.codes(), out);
      }
      if (why.isPresent()) {
        Files.deleteIfExists(draft);
        throw new Misuse(why.get());
      }
      DurableFiles.place(draft, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.out().println(Printable.name(target.toString()));
    return ExitCode.DONE;
  }
}
