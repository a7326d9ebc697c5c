package id.pde.web.api;

import id.pde.model.Text;
import id.pde.run.Claim;
import id.pde.run.ReportJson;
import id.pde.run.RunReport;
import id.pde.run.account.Account;
import id.pde.run.account.Role;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.work.Works;
import id.pde.web.work.Works.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sending files: the body is the file. */
@RestController
@RequestMapping("/api/v1/deliveries")
final class DeliveriesApi {

  private final City city;
  private final Shelf shelf;
  private final Works works;
  private final Asked asked;

  DeliveriesApi(City city, Shelf shelf, Works works) {
    this.city = city;
    this.shelf = shelf;
    this.works = works;
    this.asked = new Asked(city, works);
  }

  /** Keeps the body as a file of an agency, and loads it through the mappings that fit. */
  @TakesFile
  @PostMapping(consumes = MediaType.ALL_VALUE)
  ResponseEntity<Object> send(
      @RequestParam("agency") String agency,
      @RequestParam("name") String name,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Account me,
      HttpServletRequest request)
      throws IOException {
    boolean sends = me.works() || me.is(Role.AGENCY);
    if (!sends || !me.sees(agency) || !shelf.folder().agencies().containsKey(agency)) {
      throw Problem.missing();
    }
    String what = "deliver " + agency + " " + name;
    if (key != null) {
      ResponseEntity<Object> before = asked.before(new Asked.Request(key, what), key, me.name());
      if (before != null) {
        return before;
      }
    }
    Claim claim =
        city.uploads().keep(name, request.getInputStream(), agency, Claim.toAnyOf(agency));
    city.acts().note(me.name(), "upload", "agency " + agency, claim.id().toString());
    Text title = new Text("Memuat " + claim.name(), "Loading " + claim.name());
    works.begin(
        new Wanted(title, me.name(), "claim " + claim.id()),
        listener -> city.uploads().receive(claim, me.name(), listener).reports(),
        Duration.ZERO);
    String place = "/api/v1/deliveries/" + claim.id();
    if (key != null) {
      city.accounts().done(me.name(), key, place);
    }
    return Asked.accepted(place);
  }

  /** The runs of what was sent; none yet: it waits or is being loaded. */
  @GetMapping(path = "/{claim}", produces = MediaType.APPLICATION_JSON_VALUE)
  String sent(@PathVariable("claim") UUID claim, Account me, HttpServletRequest request) {
    List<RunReport> runs =
        city.ledger().runsOfClaim(claim).stream().filter(run -> me.sees(run.agency())).toList();
    return runs.stream()
        .map(run -> ReportJson.text(run, ApiDoors.language(request)))
        .collect(Collectors.joining(",", "{\"claim\":\"" + claim + "\",\"runs\":[", "]}"));
  }
}
