package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.explain.ColumnSource;
import id.pde.run.explain.Lineage.Column;
import id.pde.run.explain.Lineage.Filled;
import id.pde.run.explain.Lineage.MartColumn;
import java.util.List;
import java.util.stream.Collectors;

/** Tables with where their columns come from, one block for each mapping. */
final class LineagePrinter {

  /** Line and column behind the name of a file. */
  private static final String POSITION = ":\\d+:\\d+$";

  private final Output console;

  LineagePrinter(Output console) {
    this.console = console;
  }

  void print(List<Filled> tables) {
    for (int i = 0; i < tables.size(); i++) {
      if (i > 0) {
        console.out().println();
      }
      print(tables.get(i));
    }
  }

  private void print(Filled table) {
    String key = table.key().isEmpty() ? "" : " (" + String.join(", ", table.key()) + ")";
    console
        .out()
        .println(
            "warehouse."
                + table.table()
                + key
                + "  <-  "
                + table.mapping()
                + ": "
                + Printable.name(say(table.title())));
    String file = table.columns().stream().map(Column::place).findFirst().orElse("");
    console.out().println("  " + file.replaceFirst(POSITION, ""));
    Indented lines = new Indented(console.out());
    Table rows = new Table(lines.writer());
    rows.row(
        say(new Text("mart", "mart")),
        say(new Text("kolom", "column")),
        say(new Text("dari", "from")),
        say(new Text("cara", "how")),
        say(new Text("kelas", "class")),
        say(new Text("baris", "line")));
    for (Column column : table.columns()) {
      rows.row(
          mart(column),
          column.name(),
          Printable.name(from(column)),
          Printable.name(String.join("; ", column.how())),
          column.dataClass(),
          line(column.place()));
    }
    rows.print();
    lines.print();
  }

  /** Of the file that stands above. */
  private static String line(String place) {
    String[] parts = place.split(":", -1);
    return parts.length < 3 ? place : parts[parts.length - 2];
  }

  private String mart(Column column) {
    return column.mart().isEmpty()
        ? "-"
        : column.mart().stream().map(this::mart).collect(Collectors.joining(", "));
  }

  private String mart(MartColumn column) {
    return switch (column.sight()) {
      case VALUE, CODE_NAME -> column.name();
      case MASKED -> column.name() + say(new Text(" (disamarkan)", " (masked)"));
    };
  }

  private String from(Column column) {
    if (!column.uses().isEmpty()) {
      String uses = String.join(", ", column.uses());
      return say(new Text("kolom " + uses, "columns " + uses));
    }
    return column.sources().stream().map(this::source).collect(Collectors.joining(" | "));
  }

  private String source(ColumnSource source) {
    String headings =
        source.headings().stream()
            .map(heading -> heading.startsWith("$") ? heading : "\"" + heading + "\"")
            .collect(Collectors.joining(" + "));
    String pattern = source.pattern() == null ? "" : "/" + source.pattern().pattern() + "/";
    return switch (source.kind()) {
      case HEADING, JOIN, ORIGIN -> headings;
      case TITLE -> say(new Text("judul tabel ", "title ")) + pattern;
      case UNPIVOT_NAME -> say(new Text("judul kolom ", "headings ")) + pattern;
      case UNPIVOT_VALUE -> say(new Text("sel di bawah ", "cells below ")) + pattern;
      case OUTLINE -> say(new Text("susunan ", "outline of ")) + headings;
    };
  }

  private String say(Text text) {
    return console.in(text);
  }
}
