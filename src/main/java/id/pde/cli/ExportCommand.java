package id.pde.cli;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.Exports;
import id.pde.run.Exports.Given;
import id.pde.run.Exports.Order;
import id.pde.run.IssueText;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A whole table or view as a file, whatever its size. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "TABLE", descriptionKey = "export-table")
  private String table;

  @Option(names = "--format", paramLabel = "csv|xlsx", descriptionKey = "export-format")
  private @Nullable Format format;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "export-out")
  private @Nullable Path out;

  /** How the rows are written. */
  enum Format {
    CSV,
    XLSX
  }

  ExportCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path file = out;
    if (file != null) {
      return toFile(file.toAbsolutePath());
    }
    if (format() == Format.CSV) {
      return ended(engine.exports().give(order(), new ExportCsv(console.out())), 1);
    }
    if (Terminal.get() != null) {
      throw new Misuse(
          new Text(
              "Buku kerja Excel bukan untuk layar. Tambahkan --out BERKAS.xlsx.",
              "A workbook is not for the screen. Add --out FILE.xlsx."));
    }
    try (OutputStream stdout = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      return toStream(stdout);
    }
  }

  /** The file comes to be when it is whole; only its owner may read it. */
  private int toFile(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NotFound(
          new Text(
              "Folder untuk " + file + " tidak ada.", "The folder of " + file + " is not there."));
    }
    Path unfinished = Files.createTempFile(folder, ".pde-export", ".tmp");
    try {
      int code;
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        code = toStream(stream);
      }
      if (code == ExitCode.DONE) {
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return code;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private int toStream(OutputStream stream) throws IOException {
    if (format() == Format.CSV) {
      Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
      Given given = engine.exports().give(order(), new ExportCsv(text));
      text.flush();
      return ended(given, 1);
    }
    try (Exports.Workbook workbook = engine.workbook(stream, table)) {
      Given given = engine.exports().give(order(), workbook);
      if (given instanceof Given.All) {
        workbook.finish();
      }
      return ended(given, workbook.sheets());
    }
  }

  private Format format() {
    Format chosen = format;
    if (chosen != null) {
      return chosen;
    }
    boolean workbook = out != null && out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    return workbook ? Format.XLSX : Format.CSV;
  }

  private Order order() {
    return new Order(table, format().name().toLowerCase(Locale.ROOT));
  }

  private int ended(Given given, int sheets) {
    if (given instanceof Given.Unknown unknown) {
      return refused(unknown.issue(), ExitCode.NOT_FOUND);
    }
    if (given instanceof Given.Refused refused) {
      return refused(refused.issue(), ExitCode.FAILED);
    }
    Given.All all = (Given.All) given;
    String where = out == null ? "" : " -> " + Printable.name(String.valueOf(out));
    console.say(
        new Text(
            "%s: %s baris%s".formatted(all.relation(), all.rows(), where),
            "%s: %s rows%s".formatted(all.relation(), all.rows(), where)));
    if (sheets > 1) {
      console.say(
          new Text(
              "Melebihi satu lembar Excel; dilanjutkan sampai lembar ke-" + sheets + ".",
              "More than an Excel sheet takes; it goes on up to sheet " + sheets + "."));
    }
    return ExitCode.DONE;
  }

  private int refused(Issue issue, int code) {
    console.err().println(IssueText.block(issue, console.language()));
    return code;
  }
}
