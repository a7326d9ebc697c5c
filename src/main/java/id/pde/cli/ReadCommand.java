package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.GridSource;
import id.pde.run.GridSource.Sheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What PDE sees in a file. */
@Command(name = "read")
final class ReadCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "read-files")
  private List<Path> files;

  @Option(names = "--sheet", paramLabel = "S", descriptionKey = "sheet")
  private @Nullable String sheet;

  @Option(names = "--sheets", descriptionKey = "sheets")
  private boolean list;

  @Option(names = "--raw", descriptionKey = "raw")
  private boolean raw;

  @Option(
      names = "--format",
      paramLabel = "csv|ndjson",
      defaultValue = "csv",
      descriptionKey = "read-format")
  private Format format;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "read-out")
  private @Nullable Path out;

  @Mixin private PasswordOption password;

  /** How rows are written. */
  enum Format {
    CSV,
    NDJSON
  }

  ReadCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    GridSource grids = engine.grids().with(password.secrets());
    if (out != null) {
      return export(grids, out);
    }
    if (files.size() > 1) {
      throw new Misuse(
          new Text(
              "Beberapa berkas hanya dapat dibaca bersama --raw --format csv --out FOLDER.",
              "Several files can only be read together with --raw --format csv --out DIR."));
    }
    Path file = files.get(0);
    DeliveryOptions.requireFile(file);
    RowWriter writer =
        json || format == Format.NDJSON ? new NdjsonRows(console) : new CsvRows(console);
    if (list) {
      print(grids.sheets(file));
    } else if (raw) {
      grids.raw(file, titles -> SheetChoice.of(titles, sheet), writer::cells);
    } else {
      grids.table(file, sheet, writer);
    }
    return ExitCode.DONE;
  }

  private int export(GridSource grids, Path folder) {
    if (!raw || list || sheet != null || json || format != Format.CSV) {
      throw new Misuse(
          new Text(
              "--out hanya berlaku bersama --raw --format csv, untuk semua lembar.",
              "--out goes only with --raw --format csv, for all sheets."));
    }
    RawExport export = new RawExport(grids, folder, console);
    int refused = 0;
    for (Path file : files) {
      refused += export.write(file) ? 0 : 1;
    }
    return refused == 0 ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private void print(List<Sheet> sheets) {
    if (json) {
      Json.print(console.out(), writer -> SheetChoice.write(writer, sheets));
      return;
    }
    Table table = new Table(console.out());
    table.row("index", "name", "visibility", "rows", "columns");
    for (Sheet found : sheets) {
      table.row(
          Integer.toString(found.index()),
          Printable.name(found.name()),
          found.visibility().name().toLowerCase(Locale.ROOT).replace("_", ""),
          Long.toString(found.rows()),
          Integer.toString(found.columns()));
    }
    table.print();
  }
}
