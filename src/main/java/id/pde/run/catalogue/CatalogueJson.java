package id.pde.run.catalogue;

import id.pde.model.Language;
import id.pde.model.Period;
import id.pde.run.catalogue.Holdings.Holding;
import java.util.List;

/** Datasets in PDE's own JSON: what {@code pde catalogue --json} prints. */
public final class CatalogueJson {

  private CatalogueJson() {}

  /** An array with an object for each dataset. */
  public static Node of(List<Dataset> datasets, Language language) {
    return new Node.Items(datasets.stream().map(dataset -> one(dataset, language)).toList());
  }

  private static Node one(Dataset dataset, Language language) {
    Holding holding = dataset.holding();
    Fields fields =
        Fields.begin()
            .text("id", dataset.id())
            .text("title", dataset.mapping().title().in(language))
            .text("description", dataset.description().in(language))
            .text("agency", dataset.agency().id())
            .text("agency_name", dataset.agency().name())
            .text("table", dataset.mapping().target().table())
            .text("class", dataset.dataClass())
            .text("access", Access.word(dataset.access()))
            .whole("columns", (long) dataset.columns().size())
            .node("keywords", Node.words(dataset.described().keywords()))
            .open("every", dataset.described().expected().every())
            .whole("gaps", (long) StandardGaps.of(dataset).size())
            .whole("loads", holding == null ? 0L : holding.loads());
    if (holding == null) {
      return fields.node("rows", new Node.Nothing()).text("rows_shown", "").made();
    }
    Long rows = dataset.rows();
    return fields
        .whole("last_run", holding.lastRun())
        .text("first_load", holding.first().toString())
        .text("last_load", holding.last().toString())
        .open("last_period", holding.latest().map(Period::text).orElse(null))
        .open("from", holding.start().map(String::valueOf).orElse(null))
        .open("to", holding.end().map(String::valueOf).orElse(null))
        .node("rows", rows == null ? new Node.Nothing() : new Node.Whole(rows))
        .text("rows_shown", dataset.rowsShown())
        .made();
  }
}
