package id.pde.cli;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.GridSource;
import id.pde.run.GridSource.CellVisitor;
import id.pde.run.GridSource.SheetVisitor;
import id.pde.run.RunStopped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every sheet of a file as a CSV file of its own; a refusal becomes a file, too. */
final class RawExport {

  private final GridSource grids;
  private final Path folder;
  private final Output console;

  RawExport(GridSource grids, Path folder, Output console) {
    this.grids = grids;
    this.folder = folder;
    this.console = console;
  }

  /** Whether the file could be read; what was written of one that could not is taken away again. */
  boolean write(Path file) {
    String name = file.getFileName().toString();
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(name + ".error"));
      DeliveryOptions.requireFile(file);
      return write(file, written);
    } catch (RunStopped stopped) {
      refuse(name, written, stopped.issue().code() + ": " + console.in(stopped.issue().message()));
    } catch (NotFound | Misuse wrong) {
      Text text = wrong instanceof NotFound missing ? missing.text() : ((Misuse) wrong).text();
      refuse(name, written, console.in(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return false;
  }

  /** Whether all of it could be read: of an archive some members may not. */
  private boolean write(Path file, List<Path> written) throws IOException {
    String name = file.getFileName().toString();
    List<String> refused = new ArrayList<>();
    try (SheetFiles sheets = new SheetFiles(folder, console, written)) {
      grids.every(
          file,
          new SheetVisitor() {
            @Override
            public CellVisitor sheet(int index) {
              return sheets.next(name + "." + index + ".csv");
            }

            @Override
            public void refused(String member, int index, Issue issue) {
              sheets.keep(index);
              refused.add(member + ": " + issue.code() + ": " + console.in(issue.message()));
            }
          });
    }
    if (!refused.isEmpty()) {
      refuse(name, List.of(), String.join("; ", refused));
    }
    return refused.isEmpty();
  }

  private void refuse(String name, List<Path> written, String reason) {
    try {
      for (Path target : written) {
        Files.deleteIfExists(target);
      }
      String line = reason.replaceAll("\\R", " ");
      Files.writeString(folder.resolve(name + ".error"), line + "\n");
      console.err().println(Printable.name(name) + ": " + line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
