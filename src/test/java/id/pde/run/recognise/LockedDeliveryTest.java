package id.pde.run.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Secret;
import id.pde.mapping.Vocabulary;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.RunOutcome;
import id.pde.run.Delivery;
import id.pde.run.Destination.Assigned;
import id.pde.run.FakeWarehouse;
import id.pde.run.LoadRequest;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.Loader;
import id.pde.run.NormaliserChecks;
import id.pde.run.ReportJson;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.Secrets;
import id.pde.run.Secrets.Found;
import id.pde.source.Readers;
import id.pde.source.layout.ReadLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A delivery under a password finds the mapping that knows it, and is loaded by it. */
class LockedDeliveryTest {

  private static final String WORD = "rahasia";
  private static final String COLUMNS =
      """
      target: {table: gaji, key: [nama]}
      columns:
        nama: {from: NAMA, type: text, class: pribadi-umum}
        gaji: {from: GAJI, type: integer}
      """;
  private static final Mapping KNOWS = mapping("gaji", "source: {password: {file: gaji}}\n");
  private static final Mapping WRONG = mapping("lama", "source: {password: {file: lama}}\n");
  private static final Mapping PLAIN = mapping("polos", "");

  private static final Map<Secret, Found> SECRETS =
      Map.of(
          new Secret.InFile("gaji"),
          new Found.Word(WORD),
          new Secret.InFile("lama"),
          new Found.Word("salah-sekali-7"));

  private final FakeWarehouse warehouse = new FakeWarehouse();
  private final Secrets secrets = reference -> SECRETS.getOrDefault(reference, new Found.Absent());
  private final Readers readers = new Readers(ReadLimits.DEFAULT, secrets);
  private final Loader loader =
      new Loader(
          new Loader.Ports(readers, warehouse, warehouse),
          new NormaliserChecks(CodeLists.NONE),
          InstantSource.fixed(Instant.parse("2026-11-20T03:00:00Z")));

  @Test
  void goesToTheMappingWhosePasswordOpensIt() {
    assertThat(recognised(KNOWS, PLAIN, WRONG)).isEqualTo("runs [bkpsdm/gaji]");
  }

  @Test
  void isRefusedByNameWhereNoMappingOpensIt() {
    assertThat(recognised(PLAIN)).isEqualTo("REFUSED [file.password]");
    assertThat(recognised(PLAIN, WRONG)).isEqualTo("REFUSED [file.password.wrong]");
    assertThat(recognised(WRONG, PLAIN)).isEqualTo("REFUSED [file.password.wrong]");
  }

  @Test
  void waitsWhereItOpensAndItsHeadingsAreOthers() {
    String other = COLUMNS.replace("NAMA", "KELURAHAN").replace("GAJI", "PENDUDUK");
    Mapping elsewhere = mapping("kelurahan", "source: {password: {file: gaji}}\n", other);

    assertThat(recognised(elsewhere)).isEqualTo("WAITING [recognise.none]");
  }

  @Test
  void isLoadedWithEveryRow() {
    RunReport report = load(KNOWS);

    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(report.counts().read()).isEqualTo(2);
    assertThat(report.counts().accepted()).isEqualTo(2);
    assertThat(String.valueOf(warehouse.table)).contains("1000000").contains("2000000");
  }

  @Test
  void tellsNoPasswordAndNoCell() {
    for (Mapping mapping : List.of(KNOWS, WRONG, PLAIN)) {
      RunReport report = load(mapping);
      for (Language language : Language.values()) {
        assertThat(ReportJson.text(report, language) + report.details() + report.message())
            .doesNotContain(mapping.equals(KNOWS) ? WORD : "salah-sekali-7")
            .doesNotContain("salah-sekali")
            .doesNotContain("CONTOH")
            .doesNotContain("1000000");
      }
    }
  }

  @Test
  void isReadByEveryLayoutWithThePasswordOfAll() {
    String layouts = "  layouts: [{sheet: Tiada}, {sheet: first}]\n";
    RunReport report = load(mapping("gaji", "source:\n  password: {file: gaji}\n" + layouts));

    assertThat(report.counts().accepted()).isEqualTo(2);
  }

  private RunReport load(Mapping mapping) {
    return loader.load(new LoadRequest(mapping, delivery(), Choices.DEFAULT, RunListener.SILENT));
  }

  private String recognised(Mapping... mappings) {
    Recogniser recogniser =
        new Recogniser(
            new Recogniser.Ports(readers, readers, loader),
            new Recogniser.Candidates(
                "bkpsdm", Arrays.asList(mappings), Set.of(), Choices.DEFAULT));
    Assigned assigned = recogniser.of(delivery());
    if (assigned instanceof Assigned.Nowhere nowhere) {
      return nowhere.outcome() + " " + nowhere.issues().stream().map(Issue::code).toList();
    }
    return "runs "
        + ((Assigned.Runs) assigned).works().stream().map(work -> work.mapping().id()).toList();
  }

  private static Delivery delivery() {
    Path file = Path.of("src/main/demo/rusak/Gaji ASN (password).xlsx");
    return new Delivery("Gaji ASN.xlsx", file, "0".repeat(64), 1, Delivery.Form.FILE, null);
  }

  private static Mapping mapping(String name, String source) {
    return mapping(name, source, COLUMNS);
  }

  private static Mapping mapping(String name, String source, String rest) {
    MappingText text =
        new MappingText("mappings/bkpsdm/" + name + ".yaml", source + rest, "0".repeat(64));
    Mapping mapping =
        MappingReader.read(text, new Vocabulary(Set.of(), Set.of("bkpsdm"))).mapping();
    if (mapping == null) {
      throw new AssertionError("a fault in " + name);
    }
    return mapping;
  }
}
