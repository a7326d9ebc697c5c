package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Text;
import id.pde.run.ArchiveLabel.Way;
import id.pde.run.MappingFiles;
import id.pde.run.Reconciling.Missing;
import id.pde.run.ReportJson;
import id.pde.run.RunReport;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the ledger up to the archive, as after a restore of the database. */
@Command(name = "reconcile")
final class ReconcileCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Jakarta"));

  private static final String READY = "yes";
  private static final String UNKNOWN = "unknown";
  private static final String NO_MAPPING = "mapping";
  private static final String ERASED = "erased";

  private final Engine engine;
  private final Output console;

  @Option(names = "--yes", descriptionKey = "yes")
  private boolean yes;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ReconcileCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Missing> missing = engine.missing();
    List<RunReport> reports = new ArrayList<>();
    boolean go = yes;
    if (!json) {
      show(missing);
      go = go || (!missing.isEmpty() && confirmed());
    }
    if (go) {
      for (Missing one : missing) {
        if (state(one).equals(READY)) {
          reports.addAll(replay(one));
        }
      }
    }
    if (json) {
      Json.print(console.out(), out -> write(out, missing, reports));
    }
    boolean left =
        missing.stream().map(this::state).anyMatch(to -> !to.equals(READY) && !to.equals(ERASED));
    int code = ExitCode.of(reports);
    return go && left && code == ExitCode.DONE ? ExitCode.REFUSED : code;
  }

  private List<RunReport> replay(Missing one) {
    List<RunReport> reports;
    try (ProgressLine progress = new ProgressLine(console)) {
      reports = engine.replay(one, progress);
    }
    if (!json) {
      for (RunReport report : reports) {
        console.out().println();
        new ReportPrinter(console).print(report, false);
      }
    }
    return reports;
  }

  private void show(List<Missing> missing) {
    if (missing.isEmpty()) {
      console.say(
          new Text(
              "Semua kiriman di arsip ada di catatan run.",
              "Every delivery of the archive is in the ledger."));
      return;
    }
    Table table = new Table(console.out());
    table.row("arrived", "bytes", "sha-256", "mapping", "period", "source", "replay");
    for (Missing one : missing) {
      Way way = one.way();
      table.row(
          TIME.format(one.at()),
          Long.toString(one.bytes()),
          one.sha256().substring(0, 12),
          way == null ? "-" : way.mapping(),
          way == null || way.period() == null ? "" : way.period().text(),
          one.label() == null ? "-" : Printable.name(one.source().place()),
          state(one));
    }
    table.print();
    if (missing.stream().anyMatch(one -> state(one).equals(UNKNOWN))) {
      console.say(
          new Text(
              "unknown: arsip tidak mencatat pemetaannya; muat dengan pde load"
                  + " PDE_HOME/archive/<2 huruf pertama>/<sha-256> -m ID",
              "unknown: the archive does not know its mapping; load it with pde load"
                  + " PDE_HOME/archive/<first 2 letters>/<sha-256> -m ID"));
    }
    if (missing.stream().anyMatch(one -> state(one).equals(ERASED))) {
      console.say(
          new Text(
              "erased: berkas aslinya dihapus dari arsip karena memuat data yang harus dihapus; lihat"
                  + " pde audit",
              "erased: its original was deleted from the archive, for it held what had to be erased;"
                  + " see pde audit"));
    }
    if (missing.stream().anyMatch(one -> state(one).equals(NO_MAPPING))) {
      console.say(
          new Text(
              "mapping: pemetaannya tidak ada lagi atau cacat; lihat pde check",
              "mapping: its mapping is gone or has faults; see pde check"));
    }
  }

  private boolean confirmed() {
    boolean confirmed =
        Question.confirmed(console, new Text("Muat lagi? (y/t) ", "Load them again? (y/n) "));
    if (!confirmed) {
      console.say(
          new Text(
              "Tidak ada yang dimuat. Untuk melakukannya: pde reconcile --yes",
              "Nothing was loaded. To do it: pde reconcile --yes"));
    }
    return confirmed;
  }

  private String state(Missing one) {
    Way way = one.way();
    if (engine.erased(one.source())) {
      return ERASED;
    }
    if (way == null) {
      return UNKNOWN;
    }
    MappingFiles files = engine.mappings();
    return files.find(way.mapping()).mapping() == null ? NO_MAPPING : READY;
  }

  private void write(JsonGenerator json, List<Missing> missing, List<RunReport> reports)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("missing");
    for (Missing one : missing) {
      Way way = one.way();
      json.writeStartObject();
      json.writeStringField("arrived", one.at().toString());
      json.writeStringField("sha256", one.sha256());
      json.writeNumberField("bytes", one.bytes());
      json.writeStringField("name", one.label() == null ? null : one.source().place());
      json.writeStringField("mapping", way == null ? null : way.mapping());
      json.writeStringField("replay", state(one));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("replayed");
    for (RunReport report : reports) {
      json.writeRawValue(ReportJson.text(report, console.language()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
