package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Text;
import id.pde.run.Numbers;
import id.pde.run.erase.Erasing.Done;
import id.pde.run.erase.Erasing.Fate;
import id.pde.run.erase.Erasing.FilePlan;
import id.pde.run.erase.Erasing.Preview;
import id.pde.run.erase.ErasureLedger.Count;
import id.pde.run.erase.ErasureLedger.FileDone;
import id.pde.run.erase.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an erasure would do, and what it did: counts, runs and digests, never a value. */
final class ErasePrinter {

  private static final int DIGEST = 12;

  private final Output console;
  private final boolean json;

  ErasePrinter(Output console, boolean json) {
    this.console = console;
    this.json = json;
  }

  void print(Subject subject, Preview preview) {
    if (json) {
      Json.print(console.out(), out -> write(out, subject, preview));
      return;
    }
    if (preview.isEmpty()) {
      say(
          new Text(
              "Tidak ada apa pun tentang itu; kiriman baru tentang itu akan ditahan.",
              "There is nothing about it; new deliveries of it would be kept out."));
    }
    rows(preview.rows());
    if (!preview.files().isEmpty()) {
      Table table = new Table(console.out());
      table.row("sha-256", "archive", "rows", "runs");
      for (FilePlan file : preview.files()) {
        table.row(
            file.sha256().substring(0, DIGEST),
            file.fate().name().toLowerCase(Locale.ROOT),
            Long.toString(file.records()),
            file.runs().stream().map(String::valueOf).collect(Collectors.joining(",")));
      }
      console.out().println();
      table.print();
    }
    if (preview.files().stream().anyMatch(file -> file.fate() == Fate.DELETED)) {
      say(
          new Text(
              "deleted: berkas ini tidak dapat ditulis ulang dengan aman, jadi dihapus seluruhnya"
                  + " dari arsip; barisnya yang lain tetap di tabel.",
              "deleted: this file cannot be written again safely, so it goes from the archive as a"
                  + " whole; its other rows stay in their table."));
    }
    if (preview.answers() > 0) {
      say(
          new Text(
              Numbers.id(preview.answers()) + " berkas jawaban di outbox",
              Numbers.en(preview.answers()) + " answers in the outbox"));
    }
    if (!preview.unsure().isEmpty()) {
      String digests =
          preview.unsure().stream()
              .map(sha256 -> sha256.substring(0, DIGEST))
              .collect(Collectors.joining(", "));
      say(
          new Text(
              "Tidak dapat diperiksa seluruhnya (terkunci atau rusak): " + digests,
              "Could not be searched to its end (locked or damaged): " + digests));
    }
  }

  void print(Subject subject, Done done) {
    if (json) {
      Json.print(console.out(), out -> write(out, subject, done));
      return;
    }
    rows(done.rows());
    long deleted = done.files().stream().filter(file -> file.now() == null).count();
    long rewritten = done.files().size() - deleted;
    say(
        new Text(
            "Penghapusan %d (%s): %s baris dihapus atau diubah, %s berkas ditulis ulang, %s dihapus."
                .formatted(
                    done.erasure(),
                    subject.named(),
                    Numbers.id(total(done.rows())),
                    Numbers.id(rewritten),
                    Numbers.id(deleted)),
            "Erasure %d (%s): %s rows taken away or changed, %s files written again, %s deleted."
                .formatted(
                    done.erasure(),
                    subject.named(),
                    Numbers.en(total(done.rows())),
                    Numbers.en(rewritten),
                    Numbers.en(deleted))));
  }

  private static long total(List<Count> rows) {
    return rows.stream().mapToLong(Count::rows).sum();
  }

  private void rows(List<Count> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Table table = new Table(console.out());
    table.row("place", "rows");
    rows.forEach(count -> table.row(count.place(), Long.toString(count.rows())));
    table.print();
  }

  private void say(Text text) {
    console.out().println(console.in(text));
  }

  private static void write(JsonGenerator json, Subject subject, Preview preview)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("subject", subject.named());
    write(json, preview.rows());
    json.writeArrayFieldStart("files");
    for (FilePlan file : preview.files()) {
      json.writeStartObject();
      json.writeStringField("sha256", file.sha256());
      json.writeStringField("fate", file.fate().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("records", file.records());
      json.writeArrayFieldStart("runs");
      for (long run : file.runs()) {
        json.writeNumber(run);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("answers", preview.answers());
    json.writeArrayFieldStart("unsearched");
    for (String sha256 : preview.unsure()) {
      json.writeString(sha256);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Subject subject, Done done) throws IOException {
    json.writeStartObject();
    json.writeNumberField("erasure", done.erasure());
    json.writeStringField("subject", subject.named());
    write(json, done.rows());
    files(json, done.files());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, List<Count> rows) throws IOException {
    json.writeObjectFieldStart("rows");
    for (Count count : rows) {
      json.writeNumberField(count.place(), count.rows());
    }
    json.writeEndObject();
  }

  static void files(JsonGenerator json, List<FileDone> files) throws IOException {
    json.writeArrayFieldStart("files");
    for (FileDone file : files) {
      json.writeStartObject();
      json.writeStringField("place", file.place());
      json.writeStringField("sha256", file.sha256());
      json.writeStringField("now", file.now());
      json.writeNumberField("records", file.records());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
