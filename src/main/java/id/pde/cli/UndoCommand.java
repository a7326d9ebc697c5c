package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Text;
import id.pde.run.Numbers;
import id.pde.run.RunReport;
import id.pde.run.Undoing.Preview;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a run back; without {@code --yes} it says what that would do, and asks. */
@Command(name = "undo")
final class UndoCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "N", descriptionKey = "run-number")
  private long number;

  @Option(names = "--yes", descriptionKey = "yes")
  private boolean yes;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  UndoCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    RunReport run = Found.run(engine.ledger(), number);
    if (!yes) {
      Preview preview = engine.undoing().preview(run);
      if (json) {
        Json.print(console.out(), out -> write(out, preview));
        return ExitCode.DONE;
      }
      show(run, preview);
      if (!Question.confirmed(
          console, new Text("Batalkan run ini? (y/t) ", "Take it back? (y/n) "))) {
        console.say(
            new Text(
                "Tidak ada yang diubah. Untuk melakukannya: pde undo " + number + " --yes",
                "Nothing was changed. To do it: pde undo " + number + " --yes"));
        return ExitCode.DONE;
      }
    }
    RunReport done = engine.undoing().undo(run);
    new ReportPrinter(console).print(done, json);
    return ExitCode.of(done);
  }

  private void show(RunReport run, Preview preview) {
    console
        .out()
        .println(
            console.in(
                new Text(
                    "Run "
                        + run.run()
                        + " ("
                        + run.mapping()
                        + ") dapat dibatalkan: "
                        + preview.text().id()
                        + ".",
                    "Run "
                        + run.run()
                        + " ("
                        + run.mapping()
                        + ") can be taken back: "
                        + preview.text().en()
                        + ".")));
    if (!preview.later().isEmpty()) {
      String runs = numbers(preview.later());
      say(new Text("  diubah oleh run " + runs, "  changed by run " + runs));
    }
    if (preview.impossible() > 0) {
      String columns = String.join(", ", preview.lacking());
      say(
          new Text(
              "  "
                  + Numbers.id(preview.impossible())
                  + " baris tidak dapat kembali: isi lamanya tidak punya nilai untuk kolom wajib ("
                  + columns
                  + ")",
              "  "
                  + Numbers.en(preview.impossible())
                  + " rows cannot come back: their earlier version lacks a required value ("
                  + columns
                  + ")"));
    }
  }

  private void say(Text text) {
    console.out().println(console.in(text));
  }

  private static String numbers(List<Long> runs) {
    return runs.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static void write(JsonGenerator json, Preview preview) throws IOException {
    json.writeStartObject();
    json.writeNumberField("removed", preview.removed());
    json.writeNumberField("restored", preview.restored());
    json.writeNumberField("returned", preview.returned());
    json.writeNumberField("kept", preview.kept());
    json.writeArrayFieldStart("later");
    for (long run : preview.later()) {
      json.writeNumber(run);
    }
    json.writeEndArray();
    json.writeNumberField("impossible", preview.impossible());
    json.writeEndObject();
  }
}
