package id.pde.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.run.FileNames;
import id.pde.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Loads damaged copies of one delivery until each of its checks has failed once. */
final class DamageHunt {

  /** Deliveries that the checks of others refer to. */
  private static final Map<String, String> BEFORE =
      Map.of(
          "disdukcapil/DKB SEM II 2024 JML PENDUDUK PER KELURAHAN (REVISI).xlsx",
          "disdukcapil/DKB SEM II 2024 JML PENDUDUK PER KELURAHAN.xlsx",
          "diskominfo/open311_requests_202502.json",
          "diskominfo/lapor_sp4n_export_202502.csv",
          "bppkad/BANK_PBB_20250430.txt",
          "bppkad/DHKP PBB-P2 2025 Kec Kademangan.xlsx");

  private final SingleCity city;
  private final String delivery;
  private final Path original;
  private final Path copy;

  /**
   * @param folder for copies
   */
  DamageHunt(SingleCity city, Path folder, String delivery) throws IOException {
    this.city = city;
    this.delivery = delivery;
    this.original = CityValues.original(delivery);
    this.copy = Files.createDirectories(folder).resolve(FileNames.of(original));
  }

  /**
   * What the checks came to.
   *
   * @param failed the first damage under which a check failed
   * @param never checks that held under every damage
   */
  record Result(
      int tries, int refused, Map<ExpectedLine, Damage> failed, List<ExpectedLine> never) {}

  /**
   * Damages until all fail, or for so many tries.
   *
   * @param lines of this delivery
   */
  Result run(List<ExpectedLine> lines, int tries) throws Exception {
    assertThat(load(original)).as("%s as it is", delivery).isTrue();
    Specimen specimen = specimen();
    Files.write(copy, specimen.damaged(null));
    city.empty();
    assertThat(load(copy)).as("%s written again", delivery).isTrue();
    assertThat(fail(lines)).as("%s written again, without damage", delivery).isEmpty();
    Hunted hunted = new Hunted(specimen, lines, tries);
    Hints hints = new Hints(specimen.spots());
    Map<ExpectedLine, Set<String>> places = new HashMap<>();
    for (ExpectedLine line : lines) {
      places.put(line, city.places(line));
    }
    for (ExpectedLine line : lines) {
      for (Damage damage : hints.of(line, places.getOrDefault(line, Set.of()))) {
        if (hunted.left.contains(line)) {
          hunted.attempt(damage);
        }
      }
    }
    Damages damages = new Damages(specimen.spots(), delivery.hashCode());
    for (int round = 0; hunted.goesOn(); round++) {
      for (Damage damage : damages.round(round)) {
        damages.had(damage, hunted.attempt(damage));
      }
    }
    return hunted.result();
  }

  /** How far a hunt is. */
  private final class Hunted {
    private final Specimen specimen;
    private final int tries;
    private final List<ExpectedLine> left;
    private final Map<ExpectedLine, Damage> failed = new LinkedHashMap<>();
    private int tried;
    private int refused;

    Hunted(Specimen specimen, List<ExpectedLine> lines, int tries) {
      this.specimen = specimen;
      this.left = new ArrayList<>(lines);
      this.tries = tries;
    }

    boolean goesOn() {
      return tried < tries && !left.isEmpty();
    }

    /** Whether it made a check fail that had always held. */
    boolean attempt(Damage damage) throws Exception {
      if (!goesOn()) {
        return false;
      }
      tried++;
      Files.write(copy, specimen.damaged(damage));
      city.empty();
      if (!load(copy)) {
        refused++;
        return note(damage, left.stream().filter(DamageHunt::isOfLedger).toList());
      }
      return note(damage, left);
    }

    private boolean note(Damage damage, List<ExpectedLine> lines) throws Exception {
      List<ExpectedLine> now = fail(lines);
      now.forEach(line -> failed.put(line, damage));
      left.removeAll(now);
      return !now.isEmpty();
    }

    Result result() {
      return new Result(tried, refused, failed, left);
    }
  }

  /**
   * Once a delivery is refused nothing of it is in the warehouse, and that a check of the warehouse
   * fails then says nothing of the check.
   */
  private static boolean isOfLedger(ExpectedLine line) {
    return line.binding() instanceof Binding.Query query && query.ledger();
  }

  private boolean load(Path file) throws Exception {
    String before = BEFORE.get(delivery);
    if (before != null) {
      assertThat(city.load(agency(before), CityValues.original(before))).as(before).isTrue();
    }
    return city.load(agency(delivery), file);
  }

  /** The folder in the checkout, which is the watched folder too. */
  private static String agency(String delivery) {
    return FileNames.folderOf(CityValues.original(delivery));
  }

  private List<ExpectedLine> fail(List<ExpectedLine> lines) throws Exception {
    List<ExpectedLine> fail = new ArrayList<>();
    new CityValues(city::ask, name -> copy)
        .of(lines)
        .forEach(
            (line, found) -> {
              if (!line.holdsFor(found)) {
                fail.add(line);
              }
            });
    return fail;
  }

  private Specimen specimen() throws IOException {
    byte[] bytes = Files.readAllBytes(original);
    String name = original.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".sqlite")) {
      return new SqliteSpecimen(bytes, SingleCity.PULLED.keySet().stream().sorted().toList());
    }
    if (name.endsWith(".json")) {
      return new JsonSpecimen(bytes, "service_requests");
    }
    if (name.endsWith(".ods")) {
      return new OdsSpecimen(bytes);
    }
    if (bytes[0] == '<') {
      boolean page = name.contains("dtks");
      return new MarkupSpecimen(
          bytes, page ? MarkupSpecimen.Dialect.HTML : MarkupSpecimen.Dialect.XMLSS);
    }
    List<Spot> spots = DeliveredRows.spots(original, mappings());
    if (name.endsWith(".xlsx") || name.endsWith(".xls")) {
      return new WorkbookSpecimen(bytes, spots);
    }
    return new TextSpecimen(bytes, spots, separator(name));
  }

  private static char separator(String name) {
    if (name.contains("bank_pbb")) {
      return '|';
    }
    if (name.contains("nib_kbli")) {
      return '\t';
    }
    return name.contains("bapokting") ? ';' : ',';
  }

  /** The mappings that took something of this delivery. */
  private List<Mapping> mappings() {
    List<Mapping> mappings = new ArrayList<>();
    for (RunReport run : city.runs()) {
      if (run.source().name().equals(FileNames.of(original))) {
        mappings.add(
            Objects.requireNonNull(city.wiring().mappings().find(run.mapping()).mapping()));
      }
    }
    return mappings;
  }
}
