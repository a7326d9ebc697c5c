package id.pde.web.page;

import id.pde.mapping.Mapping;
import id.pde.model.Language;
import id.pde.run.MappingFolder;
import id.pde.run.MappingFolder.Agency;
import id.pde.run.account.Account;
import id.pde.run.ask.Asking.Question;
import id.pde.run.ask.Asking.Refusal;
import id.pde.run.ask.Stop;
import id.pde.run.catalogue.Dataset;
import id.pde.run.catalogue.Datasets;
import id.pde.run.catalogue.Dcat;
import id.pde.run.catalogue.JsonText;
import id.pde.run.catalogue.NationalFields;
import id.pde.run.catalogue.Site;
import id.pde.run.explain.Lineage.Filled;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.ask.FewRows;
import id.pde.web.seen.PageMissing;
import id.pde.web.seen.Promises;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What data the city has: what a table means, whose it is, where its columns come from. */
@Controller
final class CataloguePage {

  private static final int SIZE = 50;
  private static final int SAMPLE = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final City city;
  private final Shelf shelf;
  private final Promises promises;

  CataloguePage(City city, Shelf shelf, Promises promises) {
    this.city = city;
    this.shelf = shelf;
    this.promises = promises;
  }

  /**
   * A table as one mapping fills it.
   *
   * @param agency by its name
   */
  record Filling(Dataset dataset, String agency, List<LineageLine> lines) {}

  @GetMapping("/catalogue")
  String search(
      @RequestParam(name = "q", defaultValue = "") String wanted,
      @RequestParam(name = "page", defaultValue = "0") int page,
      Account me,
      Model model) {
    MappingFolder folder = shelf.folder();
    String tidy = wanted.strip();
    Datasets datasets = Datasets.of(folder);
    List<Dataset> found =
        tidy.isEmpty() ? datasets.all() : datasets.matching(Arrays.asList(tidy.split("\\s+")));
    model.addAttribute("q", tidy);
    Slice<Dataset> slice =
        Slice.of(found.stream().filter(one -> sees(me, one)).toList(), page, SIZE);
    model.addAttribute("found", slice.shown());
    model.addAttribute("slice", slice);
    model.addAttribute("headings", tidy.isEmpty() ? List.of() : city.lineage().heading(tidy));
    return "catalogue";
  }

  private static boolean sees(Account me, Dataset dataset) {
    return me.sees(dataset.mapping().agency());
  }

  @GetMapping("/catalogue/{table}")
  String table(@PathVariable("table") String table, Model model) {
    List<Filled> filled = city.lineage().table(table);
    MappingFolder folder = shelf.folder();
    List<Mapping> mappings =
        filled.stream()
            .map(one -> folder.mappings().get(one.mapping()))
            .filter(mapping -> mapping != null)
            .toList();
    if (mappings.isEmpty()) {
      throw new PageMissing();
    }
    Datasets datasets = Datasets.of(folder, city.holdings(), mappings);
    List<Filling> fillings = new ArrayList<>();
    for (Filled one : filled) {
      Mapping mapping = folder.mappings().get(one.mapping());
      if (mapping != null) {
        Dataset dataset = datasets.matching(List.of(mapping.id())).get(0);
        fillings.add(
            new Filling(dataset, promises.agency(mapping.agency()), LineageLine.of(one, mapping)));
      }
    }
    model.addAttribute("table", table);
    model.addAttribute("key", mappings.get(0).target().key());
    model.addAttribute("fillings", fillings);
    sample(table, model);
    return "table";
  }

  /** As an analyst sees them: masked, or refused. */
  private void sample(String table, Model model) {
    FewRows rows = new FewRows();
    String statement = "SELECT * FROM mart.\"" + table + "\" LIMIT " + SAMPLE;
    @Nullable Refusal refusal =
        city.asking().ask(new Question(statement, PATIENCE, SAMPLE), new Stop(), rows);
    model.addAttribute("sample", refusal == null ? rows : null);
  }

  /** For programs: {@code dcat} and {@code satudata}. */
  @GetMapping("/catalogue/{table}/{form:dcat|satudata}")
  ResponseEntity<String> described(
      @PathVariable("table") String table, @PathVariable("form") String form, Locale locale) {
    MappingFolder folder = shelf.folder();
    List<Mapping> of =
        folder.mappings().values().stream()
            .filter(mapping -> mapping.target().table().equals(table))
            .toList();
    Datasets datasets = Datasets.of(folder, city.holdings(), of);
    List<Dataset> found =
        datasets.all().stream()
            .filter(one -> one.mapping().target().table().equals(table))
            .toList();
    Agency walidata = folder.walidata();
    String region = walidata == null ? null : walidata.region();
    if (found.isEmpty() || walidata == null || region == null) {
      throw new PageMissing();
    }
    Site site = new Site(walidata.id(), region, null);
    boolean dcat = form.equals("dcat");
    String text =
        JsonText.of(
            dcat
                ? Dcat.of(datasets, found, site)
                : NationalFields.of(datasets, found.get(0), site, language(locale)));
    return ResponseEntity.ok()
        .contentType(dcat ? MediaType.valueOf("application/ld+json") : MediaType.APPLICATION_JSON)
        .body(text);
  }

  private static Language language(Locale locale) {
    return locale.getLanguage().equals("en") ? Language.EN : Language.ID;
  }
}
