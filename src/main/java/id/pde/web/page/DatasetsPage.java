package id.pde.web.page;

import id.pde.mapping.Mapping;
import id.pde.run.account.Account;
import id.pde.run.overview.Overview.Runs;
import id.pde.run.studio.MappingVersion;
import id.pde.schedule.keep.View;
import id.pde.web.City;
import id.pde.web.Say;
import id.pde.web.seen.DatasetLine;
import id.pde.web.seen.PageMissing;
import id.pde.web.seen.Promises;
import id.pde.web.seen.Reach;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The datasets, and one of them: is it healthy, what changed. */
@Controller
final class DatasetsPage {

  private static final int CHANGES = 20;
  private static final int SIZE = 50;
  private static final int RUNS = 15;
  private static final int DAYS = 28;
  private static final int PERIODS = 12;
  private static final int VERSIONS = 5;

  private final City city;
  private final Promises promises;
  private final InstantSource clock;

  DatasetsPage(City city, Promises promises, InstantSource clock) {
    this.city = city;
    this.promises = promises;
    this.clock = clock;
  }

  @GetMapping("/datasets")
  String all(
      @RequestParam(name = "q", defaultValue = "") String wanted,
      @RequestParam(name = "page", defaultValue = "0") int page,
      Account me,
      Model model) {
    String folded = wanted.strip().toLowerCase(Locale.ROOT);
    List<DatasetLine> lines =
        promises.datasets(me).stream()
            .filter(line -> folded.isEmpty() || text(line).contains(folded))
            .toList();
    Slice<DatasetLine> slice = Slice.of(lines, page, SIZE);
    model.addAttribute("lines", slice.shown());
    model.addAttribute("slice", slice);
    model.addAttribute("q", wanted.strip());
    return "datasets";
  }

  private static String text(DatasetLine line) {
    return (line.id()
            + " "
            + line.title().id()
            + " "
            + line.title().en()
            + " "
            + line.agency()
            + " "
            + line.table())
        .toLowerCase(Locale.ROOT);
  }

  @GetMapping("/datasets/{agency}/{name}")
  String one(
      @PathVariable("agency") String agency,
      @PathVariable("name") String name,
      Account me,
      Model model) {
    String id = agency + "/" + name;
    Mapping mapping = promises.mappings(me).get(id);
    if (mapping == null) {
      throw new PageMissing();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Say.ZONE);
    model.addAttribute("mapping", mapping);
    List<MappingVersion> versions = city.workshop().history().of(id);
    model.addAttribute("versions", versions.stream().limit(VERSIONS).toList());
    model.addAttribute(
        "version",
        versions.stream()
            .filter(version -> version.sha256().equals(mapping.text().sha256()))
            .findFirst()
            .orElse(null));
    model.addAttribute("agency", promises.agency(mapping.agency()));
    model.addAttribute("contact", contact(mapping));
    model.addAttribute(
        "runs", city.overview().runs(new Runs(Reach.agencies(me), id, null, null, null, RUNS)));
    model.addAttribute(
        "bars",
        Bars.of(
            city.overview()
                .days(
                    Reach.agencies(me),
                    id,
                    today.minusDays(DAYS - 1L).atStartOfDay(Say.ZONE).toInstant()),
            today,
            DAYS));
    model.addAttribute(
        "places",
        promises.board(List.of(mapping), PERIODS).stream()
            .findFirst()
            .map(Promises.Row::places)
            .orElse(List.of()));
    model.addAttribute("schedules", me.seesAll() ? schedules(id) : List.of());
    model.addAttribute("changes", me.seesAll() ? city.overview().changes(id, CHANGES) : List.of());
    return "dataset";
  }

  private String contact(Mapping mapping) {
    var agency = promises.folder().agencies().get(mapping.agency());
    return agency == null ? "" : Objects.requireNonNullElse(agency.contact(), "");
  }

  private List<View> schedules(String id) {
    return city.schedules().all().stream()
        .filter(view -> view.route() != null && view.route().datasets().contains(id))
        .toList();
  }
}
