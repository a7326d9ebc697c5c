package id.pde.web.api;

import id.pde.guess.Guesser.Wish;
import id.pde.model.Language;
import id.pde.run.MappingFiles.Found;
import id.pde.run.ReportJson;
import id.pde.run.RunListener;
import id.pde.run.account.Account;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.Sample;
import id.pde.run.studio.Samples.Coming;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.Workshop;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Samples as the body of a request: what mapping they want, and what a load would do. */
@RestController
@RequestMapping("/api/v1/mappings/{agency}/{dataset}")
final class SamplesApi {

  private final City city;
  private final Shelf files;

  SamplesApi(City city, Shelf files) {
    this.city = city;
    this.files = files;
  }

  /** Work on a sample, which is gone afterwards. */
  private interface Work<T> {
    T on(Workshop workshop, Sample sample);
  }

  /** A proposed mapping, as {@code pde guess} makes it; nothing is saved. */
  @TakesFile
  @PostMapping(
      path = "/guess",
      consumes = MediaType.ALL_VALUE,
      produces = "application/yaml;charset=UTF-8")
  ResponseEntity<String> guess(
      @PathVariable("agency") String agency,
      @PathVariable("dataset") String dataset,
      @RequestParam("name") String name,
      Account me,
      HttpServletRequest request)
      throws IOException {
    String id = id(agency, dataset, me);
    Language language = ApiDoors.language(request);
    return ResponseEntity.ok(
        with(
            new Coming(me.name(), name, id, ""),
            request,
            (workshop, sample) -> workshop.guess(sample, new Wish(null, Map.of()), language)));
  }

  /** What a load of the file through the mapping would do, as {@code pde plan} says it. */
  @TakesFile
  @PostMapping(
      path = "/plan",
      consumes = MediaType.ALL_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  String plan(
      @PathVariable("agency") String agency,
      @PathVariable("dataset") String dataset,
      @RequestParam("name") String name,
      Account me,
      HttpServletRequest request)
      throws IOException {
    String id = id(agency, dataset, me);
    Optional<String> content = city.workshop().shelf().content(id);
    String yaml = content.orElseThrow(Problem::missing);
    Language language = ApiDoors.language(request);
    return with(
        new Coming(me.name(), name, id, MappingShelf.digest(content)),
        request,
        (workshop, sample) -> {
          workshop.samples().draft(sample, yaml);
          Found found = workshop.checked(sample, files.folder());
          if (found.mapping() == null) {
            throw MappingProblems.faulty();
          }
          return workshop.plan(sample, found, RunListener.SILENT).stream()
              .map(report -> ReportJson.text(report, language))
              .collect(Collectors.joining(",", "[", "]"));
        });
  }

  private <T> T with(Coming coming, HttpServletRequest request, Work<T> work) throws IOException {
    Workshop workshop = city.workshop();
    Sample sample = workshop.samples().keep(coming, request.getInputStream());
    try {
      city.acts().note(coming.who(), "studio.sample", "mapping " + coming.mapping(), "api");
      return work.on(workshop, sample);
    } finally {
      workshop.samples().remove(sample);
    }
  }

  private String id(String agency, String dataset, Account me) {
    if (!me.works()) {
      throw Problem.denied();
    }
    if (!files.folder().agencies().containsKey(agency)) {
      throw Problem.missing();
    }
    return MappingShelf.id(agency, dataset).orElseThrow(Problem::missing);
  }
}
