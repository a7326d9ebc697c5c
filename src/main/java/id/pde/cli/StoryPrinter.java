package id.pde.cli;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.IssueText;
import id.pde.run.check.CheckResult;
import id.pde.run.explain.ColumnTrace;
import id.pde.run.explain.ColumnTrace.CellSeen;
import id.pde.run.explain.Story;
import id.pde.run.explain.Story.Again;
import id.pde.run.explain.Story.Ended;
import id.pde.run.explain.Story.Made;
import id.pde.run.explain.Story.Reading;
import id.pde.run.explain.Story.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions of a row as people read them, the newest first. */
final class StoryPrinter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'WIB'", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Jakarta"));

  /** So many signs of a digest tell it apart from all others. */
  private static final int DIGEST = 12;

  private final Output console;

  StoryPrinter(Output console) {
    this.console = console;
  }

  void print(Story story) {
    String key =
        story.key().stream()
            .map(part -> part.column() + " = " + Printable.name(part.value()))
            .collect(Collectors.joining(", "));
    console.out().println("warehouse." + story.table() + (key.isEmpty() ? "" : ": " + key));
    for (int i = 0; i < story.versions().size(); i++) {
      boolean follows = !story.key().isEmpty() && i + 1 < story.versions().size();
      console.out().println();
      print(story.versions().get(i), follows ? story.versions().get(i + 1) : null);
    }
  }

  /**
   * Prints a version.
   *
   * @param before the version before it, from which it differs in the columns with a star; null:
   *     there is none
   */
  private void print(Version version, @Nullable Version before) {
    Made made = version.made();
    console.out().println(say(state(version.end())));
    label(new Text("run", "run"), made.run() + at(made.at()) + again(made.again()));
    if (made.delivery() != null) {
      label(
          new Text("kiriman", "delivery"),
          Printable.name(made.delivery().place())
              + "  sha-256 "
              + digest(made.delivery().sha256()));
    }
    label(new Text("baris", "row"), Printable.name(version.row()));
    if (version.period() != null) {
      label(new Text("periode", "period"), version.period());
    }
    if (!made.mapping().isEmpty()) {
      label(
          new Text("pemetaan", "mapping"),
          made.mapping() + number(made) + "  sha-256 " + digest(made.mappingSha256()));
    }
    if (made.approvedBy() != null) {
      label(new Text("disetujui", "approved"), made.approvedBy());
    }
    if (version.reading() instanceof Reading.Missing missing) {
      label(new Text("arsip", "archive"), say(missing.why()));
    }
    columns(version, before);
    findings(version);
  }

  private String number(Made made) {
    Integer number = made.mappingNumber();
    return number == null ? "" : say(new Text("  versi " + number, "  version " + number));
  }

  private static Text state(@Nullable Ended end) {
    if (end == null) {
      return new Text("Sekarang", "Now");
    }
    String id = " run " + end.run() + at(end.at());
    return switch (end.way()) {
      case REPLACED -> new Text("Diganti oleh" + id, "Replaced by" + id);
      case DELETED -> new Text("Dihapus oleh" + id, "Deleted by" + id);
      case TAKEN_BACK ->
          new Text(
              "Dibatalkan oleh" + id + ", yang membatalkan run " + end.undone(),
              "Taken back by" + id + ", which took back run " + end.undone());
    };
  }

  private String again(@Nullable Again again) {
    if (again == null) {
      return "";
    }
    String undone = String.valueOf(again.undone());
    return say(
        new Text(
            "; berlaku lagi sejak run " + again.run() + ", yang membatalkan run " + undone,
            "; in force again since run " + again.run() + ", which took back run " + undone));
  }

  private static String at(@Nullable Instant at) {
    return at == null ? "" : ", " + TIME.format(at);
  }

  private void columns(Version version, @Nullable Version before) {
    Indented lines = new Indented(console.out());
    Table table = new Table(lines.writer());
    table.row(
        say(new Text("kolom", "column")),
        say(new Text("isi", "stored")),
        say(new Text("nilai asli", "raw value")),
        say(new Text("sel", "cell")),
        say(new Text("cara", "how")));
    for (ColumnTrace column : version.columns()) {
      String star = before != null && changed(column, before) ? " *" : "";
      table.row(
          column.column() + star,
          column.stored() == null ? "-" : Shortened.text(column.stored()),
          raw(column),
          cells(column),
          how(column));
    }
    table.print();
    lines.print();
  }

  private static boolean changed(ColumnTrace column, Version before) {
    return before.columns().stream()
        .filter(one -> one.column().equals(column.column()))
        .noneMatch(one -> Objects.equals(one.stored(), column.stored()));
  }

  private static String raw(ColumnTrace column) {
    return column.cells().stream()
        .map(cell -> cell.raw() == null ? "-" : quoted(cell.raw()))
        .collect(Collectors.joining(" + "));
  }

  private static String quoted(String raw) {
    return raw.equals(Issue.REDACTED) ? raw : "\"" + Shortened.text(raw) + "\"";
  }

  private String cells(ColumnTrace column) {
    if (!column.uses().isEmpty()) {
      String uses = String.join(", ", column.uses());
      return say(new Text("dari kolom " + uses, "from columns " + uses));
    }
    return column.cells().stream().map(StoryPrinter::cell).collect(Collectors.joining(" + "));
  }

  /** The places of all but sheets have the heading already. */
  private static String cell(CellSeen cell) {
    boolean named =
        cell.place().endsWith(cell.heading()) || cell.place().endsWith("(" + cell.heading() + ")");
    return Printable.name(named ? cell.place() : cell.place() + " (" + cell.heading() + ")");
  }

  private String how(ColumnTrace column) {
    String how = String.join("; ", column.how());
    if (column.now() == null) {
      return Printable.name(how);
    }
    String value = column.now().isEmpty() ? "-" : Shortened.text(column.now());
    return Printable.name(how + say(new Text("; kini dibaca ", "; by now read as ")) + value);
  }

  private void findings(Version version) {
    if (!version.rules().isEmpty()) {
      label(new Text("aturan", "rules"), String.join(", ", version.rules()));
    }
    List<CheckResult> checks = version.checks();
    if (!checks.isEmpty()) {
      label(
          new Text("periksa", "checks"),
          checks.stream()
              .map(check -> check.name() + " " + say(verdict(check)))
              .collect(Collectors.joining(", ")));
    }
    for (Issue issue : version.issues()) {
      label(new Text("catatan", "issue"), issue.code());
      IssueText.block(issue, console.language())
          .lines()
          .forEach(line -> console.out().println("    " + line));
    }
  }

  private static Text verdict(CheckResult check) {
    return switch (check.verdict()) {
      case HELD -> new Text("terpenuhi", "holds");
      case BROKEN -> new Text("tidak terpenuhi", "does not hold");
      case OPEN -> new Text("tanpa pembanding", "has nothing to compare");
    };
  }

  private static String digest(String sha256) {
    return sha256.substring(0, Math.min(DIGEST, sha256.length()));
  }

  private void label(Text label, String value) {
    console.out().println("  %-9s %s".formatted(say(label), value));
  }

  private String say(Text text) {
    return console.in(text);
  }
}
