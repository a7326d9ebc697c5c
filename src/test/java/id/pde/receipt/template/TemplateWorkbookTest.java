package id.pde.receipt.template;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec.Format;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.normalise.Dating;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.Checks;
import id.pde.run.Delivery;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.run.NormaliserChecks;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.RunStopped;
import id.pde.run.resubmit.TemplateMark;
import id.pde.source.Readers;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates of all mappings of the sample city that take a workbook. */
class TemplateWorkbookTest {

  private static final MappingFolder CITY =
      new MappingFiles(Path.of("mappings"), new CodeListCsv()).read();

  @TempDir private Path root;

  static Stream<String> workbooks() {
    return CITY.mappings().values().stream()
        .filter(
            mapping ->
                mapping.source().format() == Format.AUTO
                    || mapping.source().format() == Format.XLSX)
        .filter(mapping -> mapping.source().records().isEmpty())
        .map(Mapping::id)
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void oneThatIsFilledLoadsWithoutAnIssue(String id) throws IOException {
    Mapping mapping = mapping(id);
    Path filled = root.resolve("isi.xlsx");
    new FilledTemplate(mapping, codes(), plan(mapping)).write(template(mapping), filled, false);

    Loaded loaded = load(mapping, filled);

    assertThat(loaded.issues).isEmpty();
    assertThat(loaded.accepted).isPositive();
    assertThat(new Readers().template(filled)).contains(TemplateMark.of(mapping));
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void plantedFaultsAreNamedAtTheirCellsAndNoOtherCellIs(String id) throws IOException {
    Mapping mapping = mapping(id);
    Path filled = root.resolve("isi.xlsx");
    Set<String> planted =
        new FilledTemplate(mapping, codes(), plan(mapping)).write(template(mapping), filled, true);

    assertThat(load(mapping, filled).places).isEqualTo(planted).isNotEmpty();
  }

  @Test
  void thereAreMany() {
    assertThat(workbooks()).hasSizeGreaterThan(8);
  }

  @Test
  void headingsAreLockedAndCellsHaveRules() throws IOException {
    Mapping mapping = mapping("disdukcapil/penduduk");
    try (InputStream in = Files.newInputStream(template(mapping));
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getProtect()).isTrue();
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getLocked()).isTrue();
      assertThat(sheet.getColumnStyle(0).getLocked()).isFalse();
      List<XSSFDataValidation> rules = sheet.getDataValidations();
      assertThat(rules).hasSize(sheet.getRow(0).getLastCellNum());
      assertThat(rules)
          .extracting(rule -> String.valueOf(rule.getValidationConstraint().getFormula1()))
          .anyMatch(formula -> formula.startsWith("_PDE_daftar_"));
      assertThat(workbook.getSheet("Petunjuk")).isNotNull();
    }
    assertThat(new Readers().titles(template(mapping))).hasSize(1);
  }

  @Test
  void aMappingForTextHasNone() {
    Mapping csv =
        CITY.mappings().values().stream()
            .filter(mapping -> mapping.source().format() == Format.CSV)
            .findFirst()
            .orElseThrow();
    assertThat(TemplateWorkbook.write(csv, codes(), OutputStream.nullOutputStream())).isPresent();
  }

  private static Mapping mapping(String id) {
    return Objects.requireNonNull(CITY.mappings().get(id));
  }

  private static CodeLists codes() {
    return CITY.codes();
  }

  private static TemplatePlan plan(Mapping mapping) {
    TemplatePlan.Made made = TemplatePlan.of(mapping, codes());
    if (made instanceof TemplatePlan.Made.Planned planned) {
      return planned.plan();
    }
    throw new AssertionError(made);
  }

  private Path template(Mapping mapping) throws IOException {
    Path file = root.resolve("templat.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      assertThat(TemplateWorkbook.write(mapping, codes(), out)).isEmpty();
    }
    return file;
  }

  private static Loaded load(Mapping mapping, Path file) {
    Loaded loaded = new Loaded(mapping);
    Delivery delivery =
        new Delivery("templat 2025.xlsx", file, "0", 1, Delivery.Form.FILE, null).in("dinas");
    try {
      new Readers().read(delivery, mapping, loaded);
    } catch (RunStopped stopped) {
      loaded.note(stopped.issue());
    }
    return loaded;
  }

  /** What is pseudonymised is of no interest here. */
  private static final class Named implements Pseudonyms {
    @Override
    public Optional<String> keyId() {
      return Optional.of("uji");
    }

    @Override
    public Naming naming() {
      return (kind, value) -> kind + value.hashCode();
    }
  }

  private static final class Loaded implements RowVisitor {
    private final Checks checks = new NormaliserChecks(codes(), new Named());
    private final TreeSet<String> issues = new TreeSet<>();
    private final TreeSet<String> places = new TreeSet<>();
    private Mapping mapping;
    private Function<Row, Outcome> check = row -> new Outcome.Rejected(row, List.of());
    private int accepted;

    Loaded(Mapping mapping) {
      this.mapping = mapping;
    }

    @Override
    public void layout(Mapping variant) {
      mapping = variant;
    }

    @Override
    public void table(Header header) {
      Checks.Fit fit = checks.fit(mapping, header, Dating.NONE);
      if (fit instanceof Checks.Fit.Fits fits) {
        check = fits.check();
        fits.notes().forEach(this::note);
      } else if (fit instanceof Checks.Fit.Misfit misfit) {
        misfit.faults().forEach(this::note);
      }
    }

    @Override
    public void row(Row row) {
      Outcome outcome = check.apply(row);
      if (outcome instanceof Outcome.Accepted taken) {
        accepted++;
        taken.issues().forEach(this::note);
      } else if (outcome instanceof Outcome.Rejected rejected) {
        rejected.issues().forEach(this::note);
      }
    }

    @Override
    public void rejected(Row row, List<Issue> found) {
      found.forEach(this::note);
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      // Not loaded, and no fault.
    }

    @Override
    public void note(Issue issue) {
      issues.add(issue.code() + " " + issue.location().shown() + " " + issue.message().en());
      places.add(issue.location().shown());
    }
  }
}
