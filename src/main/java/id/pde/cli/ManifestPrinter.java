package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.backup.Manifest;
import id.pde.run.backup.Manifest.Lost;
import id.pde.run.backup.SavedTable;
import java.util.Locale;

/** What a backup holds, as a table or as JSON. */
record ManifestPrinter(Output console) {

  void print(Manifest manifest, boolean json) {
    if (json) {
      Json.print(
          console.out(),
          out -> {
            out.writeStartObject();
            out.writeStringField("pde", manifest.pde());
            out.writeStringField("taken", manifest.taken().toString());
            out.writeStringField("server", manifest.server());
            out.writeArrayFieldStart("tables");
            for (SavedTable table : manifest.tables()) {
              out.writeStartObject();
              out.writeStringField("table", table.full());
              out.writeNumberField("rows", table.rows());
              out.writeStringField("digest", table.digest());
              out.writeEndObject();
            }
            out.writeEndArray();
            out.writeNumberField("archive_files", manifest.archive().files());
            out.writeNumberField("archive_bytes", manifest.archive().bytes());
            out.writeArrayFieldStart("lost");
            for (Lost lost : manifest.lost()) {
              out.writeStartObject();
              out.writeStringField("sha256", lost.sha256());
              out.writeStringField("name", lost.name());
              out.writeStringField("why", lost.why().name().toLowerCase(Locale.ROOT));
              out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
          });
      return;
    }
    Table table = new Table(console.out());
    table.row("pde", manifest.pde());
    table.row("taken", manifest.taken().toString());
    table.row("PostgreSQL", manifest.server());
    table.row("tables", String.valueOf(manifest.tables().size()));
    table.row("rows", String.valueOf(manifest.rows()));
    table.row("archive files", String.valueOf(manifest.archive().files()));
    table.row("archive bytes", String.valueOf(manifest.archive().bytes()));
    table.print();
  }

  static Text lost(Lost lost) {
    String name = Printable.name(lost.name());
    return switch (lost.why()) {
      case MISSING ->
          new Text(
              "Tidak ada di arsip: " + name + " (" + lost.sha256() + ")",
              "Not in the archive: " + name + " (" + lost.sha256() + ")");
      case DAMAGED ->
          new Text(
              "Rusak di arsip, disimpan seperti adanya: " + name + " (" + lost.sha256() + ")",
              "Damaged in the archive, saved as it is: " + name + " (" + lost.sha256() + ")");
    };
  }
}
