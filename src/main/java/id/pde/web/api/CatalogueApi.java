package id.pde.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pde.mapping.Mapping;
import id.pde.model.Language;
import id.pde.run.account.Account;
import id.pde.run.catalogue.Dataset;
import id.pde.run.catalogue.Datasets;
import id.pde.run.explain.Lineage.Column;
import id.pde.run.explain.Lineage.Filled;
import id.pde.run.explain.Lineage.MartColumn;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.seen.PageMissing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What data the city has, and where the columns of its tables come from. */
@RestController
@RequestMapping(path = "/api/v1/catalogue", produces = MediaType.APPLICATION_JSON_VALUE)
final class CatalogueApi {

  private final City city;
  private final Shelf shelf;

  CatalogueApi(City city, Shelf shelf) {
    this.city = city;
    this.shelf = shelf;
  }

  /**
   * A dataset.
   *
   * @param dataClass of its strictest column
   */
  record EntryView(
      String dataset,
      String table,
      String title,
      String agency,
      @JsonProperty("class") String dataClass) {
    static EntryView of(Dataset dataset, Language language) {
      Mapping mapping = dataset.mapping();
      return new EntryView(
          dataset.id(),
          mapping.target().table(),
          mapping.title().in(language),
          mapping.agency(),
          dataset.dataClass());
    }
  }

  /** A table as one mapping fills it. */
  record TableView(String dataset, String title, List<String> key, List<ColumnView> columns) {
    TableView {
      key = List.copyOf(key);
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column of a table.
   *
   * @param title null: the mapping gives none
   * @param dataClass as mappings write it
   * @param from headings that it is read from
   * @param uses columns that it is calculated from
   * @param mart names in the view of analysts
   * @param place in the mapping file
   */
  record ColumnView(
      String name,
      @Nullable String title,
      String type,
      @JsonProperty("class") String dataClass,
      List<String> from,
      List<String> uses,
      List<String> mart,
      String place) {
    ColumnView {
      from = List.copyOf(from);
      uses = List.copyOf(uses);
      mart = List.copyOf(mart);
    }
  }

  /**
   * Datasets by words of their titles, tables, columns and agencies.
   *
   * @param wanted empty: all
   */
  @GetMapping
  List<EntryView> search(
      @RequestParam(name = "q", defaultValue = "") String wanted,
      Account me,
      HttpServletRequest request) {
    SqlApi.allowed(me);
    Datasets datasets = Datasets.of(shelf.folder());
    String tidy = wanted.strip();
    List<Dataset> found =
        tidy.isEmpty() ? datasets.all() : datasets.matching(Arrays.asList(tidy.split("\\s+")));
    Language language = ApiDoors.language(request);
    return found.stream()
        .filter(one -> me.sees(one.mapping().agency()))
        .map(one -> EntryView.of(one, language))
        .toList();
  }

  /** A table with its columns, once for each mapping that fills it. */
  @GetMapping("/{table}")
  List<TableView> table(
      @PathVariable("table") String table, Account me, HttpServletRequest request) {
    SqlApi.allowed(me);
    Language language = ApiDoors.language(request);
    Map<String, Mapping> mappings = shelf.folder().mappings();
    List<TableView> views =
        city.lineage().table(table).stream()
            .filter(one -> mappings.containsKey(one.mapping()))
            .map(one -> view(one, mappings.get(one.mapping()), language))
            .toList();
    if (views.isEmpty()) {
      throw new PageMissing();
    }
    return views;
  }

  private static TableView view(Filled filled, @Nullable Mapping mapping, Language language) {
    return new TableView(
        filled.mapping(),
        filled.title().in(language),
        filled.key(),
        filled.columns().stream().map(column -> view(column, mapping, language)).toList());
  }

  private static ColumnView view(Column column, @Nullable Mapping mapping, Language language) {
    int index = mapping == null ? -1 : mapping.column(column.name());
    var title = mapping == null || index < 0 ? null : mapping.columns().get(index).title();
    return new ColumnView(
        column.name(),
        title == null ? null : title.in(language),
        column.type(),
        column.dataClass(),
        column.sources().stream().flatMap(source -> source.headings().stream()).toList(),
        column.uses(),
        column.mart().stream().map(MartColumn::name).toList(),
        column.place());
  }
}
