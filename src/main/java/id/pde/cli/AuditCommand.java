package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.run.Audit.Access;
import id.pde.run.erase.ErasureLedger.Entry;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who read personal values, exported or erased, the newest first. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Jakarta"));

  private final Engine engine;
  private final Output console;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "limit")
  private int limit;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  AuditCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  private record Line(Instant at, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  @Override
  public Integer call() {
    List<Access> accesses = engine.audit().newest(limit);
    List<Entry> erasures = engine.erasures().entries(limit);
    if (json) {
      Json.print(console.out(), out -> write(out, accesses, erasures));
      return ExitCode.DONE;
    }
    List<Line> lines = new ArrayList<>();
    accesses.forEach(access -> lines.add(line(access)));
    erasures.forEach(erasure -> lines.add(line(erasure)));
    lines.sort(Comparator.comparing(Line::at).reversed());
    Table table = new Table(console.out());
    table.row("time", "who", "login", "action", "of", "rows");
    lines.stream().limit(limit).forEach(line -> table.row(line.cells().toArray(String[]::new)));
    table.print();
    return ExitCode.DONE;
  }

  private static Line line(Access access) {
    Long rows = access.rows();
    return new Line(
        access.begun(),
        List.of(
            TIME.format(access.begun()),
            access.who(),
            access.login(),
            access.action(),
            String.join(", ", access.columns().isEmpty() ? access.relations() : access.columns()),
            rows == null ? "" : Long.toString(rows)));
  }

  private static Line line(Entry erasure) {
    long rows = erasure.counts().stream().mapToLong(count -> count.rows()).sum();
    String reference = erasure.reference().isEmpty() ? "" : " [" + erasure.reference() + "]";
    String of = erasure.erasure() + ": " + erasure.subject() + ", " + erasure.reason() + reference;
    return new Line(
        erasure.begun(),
        List.of(
            TIME.format(erasure.begun()),
            erasure.who(),
            erasure.login(),
            erasure.action(),
            Printable.name(of),
            erasure.ended() == null ? "" : Long.toString(rows)));
  }

  private static void write(JsonGenerator json, List<Access> accesses, List<Entry> erasures)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("access");
    for (Access access : accesses) {
      json.writeStartObject();
      json.writeStringField("begun", access.begun().toString());
      json.writeStringField("who", access.who());
      json.writeStringField("login", access.login());
      json.writeStringField("action", access.action());
      strings(json, "relations", access.relations());
      strings(json, "columns", access.columns());
      json.writeStringField("form", access.form());
      Long rows = access.rows();
      if (rows == null) {
        json.writeNullField("rows");
      } else {
        json.writeNumberField("rows", rows);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("erasures");
    for (Entry erasure : erasures) {
      json.writeStartObject();
      json.writeNumberField("erasure", erasure.erasure());
      json.writeStringField("action", erasure.action());
      json.writeStringField("begun", erasure.begun().toString());
      json.writeStringField("ended", erasure.ended() == null ? null : erasure.ended().toString());
      json.writeStringField("who", erasure.who());
      json.writeStringField("login", erasure.login());
      json.writeStringField("subject", erasure.subject());
      json.writeStringField("reason", erasure.reason());
      json.writeStringField("reference", erasure.reference());
      ErasePrinter.write(json, erasure.counts());
      ErasePrinter.files(json, erasure.files());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
