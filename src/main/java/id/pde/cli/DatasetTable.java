package id.pde.cli;

import id.pde.model.Period;
import id.pde.run.catalogue.Dataset;
import id.pde.run.catalogue.Holdings.Holding;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Datasets in lines for people. */
final class DatasetTable {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.of("Asia/Jakarta"));

  private DatasetTable() {}

  static void print(List<Dataset> datasets, Output console) {
    Table table = new Table(console.out());
    table.row("id", "title", "table", "class", "period", "loaded", "rows");
    for (Dataset dataset : datasets) {
      Holding holding = dataset.holding();
      table.row(
          dataset.id(),
          Printable.name(console.in(dataset.mapping().title())),
          dataset.mapping().target().table(),
          dataset.dataClass(),
          holding == null ? "" : holding.latest().map(Period::text).orElse(""),
          holding == null ? "" : DAY.format(holding.last()),
          dataset.rowsShown());
    }
    table.print();
  }
}
