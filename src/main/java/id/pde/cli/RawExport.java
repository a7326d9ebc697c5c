package id.pde.cli;

import id.pde.model.Issue;
import id.pde.model.Location;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every sheet of a file as a CSV file of its own; a refusal becomes a file, too. */
final class RawExport {

  private static final Text TWICE =
      new Text(
          "Berkas lain dengan nama ini sudah ditulis; berkas ini tidak dibaca. Pakai --out FOLDER"
              + " lain untuknya.",
          "Another file of this name has been written; this one is not read. Use another --out DIR"
              + " for it.");

  private final GridSource grids;
  private final Path folder;
  private final Output console;
  private final Set<String> names = new HashSet<>();

  RawExport(GridSource grids, Path folder, Output console) {
    this.grids = grids;
    this.folder = folder;
    this.console = console;
  }

  /** Whether the file could be read; what was written of one that could not is taken away again. */
  boolean write(Path file) {
    String name = file.getFileName().toString();
    if (!names.add(name)) {
      console.err().println(Printable.name(name) + ": " + console.in(TWICE));
      return false;
    }
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(name + ".error"));
      DeliveryOptions.requireFile(file);
      return write(file, written);
    } catch (RunStopped stopped) {
      refuse(name, written, reason(stopped.issue()));
    } catch (NotFound | Misuse wrong) {
      Text text = wrong instanceof NotFound missing ? missing.text() : ((Misuse) wrong).text();
      refuse(name, written, console.in(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return false;
  }

  private String reason(Issue issue) {
    String reason = issue.code() + ": " + console.in(issue.message());
    boolean placed = !(issue.location() instanceof Location.Whole);
    return placed ? reason + " (" + issue.location().shown() + ")" : reason;
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
              refused.add(member + ": " + reason(issue));
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
