package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.PeriodSpec;
import id.pde.mapping.PeriodSpec.InCell;
import id.pde.mapping.PeriodSpec.InColumn;
import id.pde.mapping.PeriodSpec.Named;
import id.pde.mapping.PeriodSpec.Part;
import id.pde.mapping.PeriodSpec.Source;
import id.pde.mapping.PeriodSpec.Title;
import id.pde.mapping.PeriodSpec.Wanted;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.VirtualField.Origin;
import id.pde.model.Header;
import id.pde.model.Header.Caption;
import id.pde.model.Issue;
import id.pde.model.Location.FilePlace;
import id.pde.model.Period;
import id.pde.model.Row;
import id.pde.model.RunOutcome;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoaderPeriodTest extends LoaderCase {

  private static final Source FILE = new Named(Origin.FILE, null);
  private static final Source SHEET = new Named(Origin.SHEET, null);
  private static final Source TITLE =
      new Title(
          new Wanted(
              Pattern.compile("BULAN (?<bulan>\\w+) (?<tahun>\\d{4})"),
              Set.of(Part.BULAN, Part.TAHUN)));

  private final FakeSource tables = new FakeSource();
  private long ordinal;

  @Override
  Loader.Ports ports() {
    return new Loader.Ports(tables, warehouse, warehouse);
  }

  private static Mapping from(Source... sources) {
    Mapping mapping =
        Samples.mapping(LoadMode.MERGE, id.pde.mapping.TargetSpec.Repeated.LAST, LENIENT);
    return mapping.with(
        new PeriodSpec(List.of(sources), new FilePlace("mappings/dkupp/harga.yaml", 5, 9)));
  }

  private LoaderPeriodTest sheet(String name, String title, String... keys) {
    Header header =
        new Header(
            Header.Origin.SHEET,
            name,
            4,
            Samples.HEADER.fields(),
            List.of(new Caption(2, 1, title)));
    tables.show(visitor -> visitor.table(header));
    for (String key : keys) {
      Row row = Row.ofTexts(header, ++ordinal, ordinal + 4, new String[] {key, "1"});
      tables.show(visitor -> visitor.row(row));
    }
    return this;
  }

  private RunReport load(String file, String folder, @Nullable Period given, Mapping mapping) {
    Delivery delivery =
        new Delivery(file, folder, Path.of("x"), "ab".repeat(32), 9, Delivery.Form.FILE, null);
    Choices choices = new Choices(given, Repeat.DUPLICATE, Duration.ZERO);
    return loader().load(new LoadRequest(mapping, delivery, choices, listener()));
  }

  @Test
  void takesThePeriodFromTheNameOfTheFile() {
    sheet("S", "", "a");
    RunReport report = load("NIB_TW I 2025.txt", "x", null, from(FILE));
    assertThat(report.period()).isEqualTo(new Period("2025-Q1"));
    assertThat(warehouse.periods).containsExactly("2025-Q1");
  }

  @Test
  void takesThePeriodFromTheFolder() {
    sheet("S", "", "a");
    RunReport report = load("harga.csv", "Maret 2025", null, from(new Named(Origin.FOLDER, null)));
    assertThat(report.period()).isEqualTo(new Period("2025-03"));
  }

  @Test
  void takesThePeriodFromACellAboveTheHeadings() {
    sheet("S", "Keadaan 31 Desember 2024", "a");
    RunReport report = load("x.xlsx", "x", null, from(new InCell("A2", 2, 1, null)));
    assertThat(report.period()).isEqualTo(new Period("2024-12-31"));
  }

  @Test
  void givesEveryRowOfASheetItsMonthAndTheRunTheSpan() {
    sheet("JAN", "", "a").sheet("FEB", "", "b", "c");
    RunReport report = load("SKDN 2024.xlsx", "x", null, from(SHEET, FILE));
    assertThat(warehouse.periods).containsExactly("2024-01", "2024-02", "2024-02");
    assertThat(report.period()).isEqualTo(new Period("2024-01..2024-02"));
  }

  @Test
  void refusesASheetThatCompletesNothing() {
    sheet("JAN", "", "a").sheet("REKAP", "", "b");
    RunReport report = load("SKDN 2024.xlsx", "x", null, from(SHEET, FILE));
    assertRefused(report, "period.missing");
    assertThat(report.details().get(0).message().en())
        .isEqualTo("No period was found in the sheet name \"REKAP\".");
    assertThat(report.details().get(0).location().shown()).isEqualTo("REKAP");
  }

  @Test
  void notesTwoSourcesThatDisagreeAndTakesTheFirst() {
    sheet("NOP", "BULAN OKTOBER 2024", "a");
    RunReport report = load("x.xlsx", "x", null, from(SHEET, TITLE));
    assertThat(report.period()).isEqualTo(new Period("2024-11"));
    Issue note = report.details().get(0);
    assertThat(note.code()).isEqualTo("period.disagrees");
    assertThat(note.location().shown()).isEqualTo("NOP!A2");
    assertThat(note.message().en())
        .isEqualTo("The periods differ: the titles above the table says 2024-10; used is ????-11.");
  }

  @Test
  void notesASheetWhosePeriodAnotherHas() {
    sheet("1", "BULAN SEPTEMBER 2024", "a")
        .sheet("2", "BULAN OKTOBER 2024", "b")
        .sheet("3", "BULAN OKTOBER 2024", "c");
    RunReport report = load("x.xlsx", "x", null, from(TITLE));
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(report.issues())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo("period.repeated");
              assertThat(one.example()).isEqualTo("3");
            });
  }

  @Test
  void refusesAFileWithoutAPeriodAndSaysHowToNameIt() {
    sheet("S", "", "a");
    RunReport report = load("harga.csv", "x", null, from(FILE));
    assertRefused(report, "period.missing");
    Issue fault = report.details().get(0);
    assertThat(fault.rule()).isEqualTo("period at mappings/dkupp/harga.yaml:5:9");
    assertThat(fault.message().en())
        .isEqualTo("No period was found in the file name \"harga.csv\".");
    assertThat(fault.fix().en())
        .isEqualTo(
            "Write the period there, such as MARET 2025, TW I 2025, SEM II 2024 or 2025-03; or"
                + " give --period.");
  }

  @Test
  void refusesAMonthWithoutItsYear() {
    sheet("JAN", "", "a");
    RunReport report = load("x.xlsx", "x", null, from(SHEET));
    assertRefused(report, "period.incomplete");
    assertThat(report.details().get(0).message().en())
        .isEqualTo("The period in the sheet name \"JAN\" is not whole: ????-01.");
  }

  @Test
  void refusesSeveralPeriods() {
    sheet("S", "", "a");
    RunReport report = load("miskin 2021-2024.csv", "x", null, from(FILE));
    assertRefused(report, "period.ambiguous");
    assertThat(report.details().get(0).message().en())
        .isEqualTo(
            "There are several periods in the file name \"miskin 2021-2024.csv\": 2021, 2024.");
  }

  @Test
  void takesThePeriodThatIsGivenWhereTheFileSaysNone() {
    sheet("JAN", "", "a");
    RunReport report = load("x.xlsx", "x", new Period("2024-01"), from(SHEET));
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(warehouse.periods).containsExactly("2024-01");
  }

  @Test
  void refusesAPeriodThatTheFileContradicts() {
    sheet("S", "", "a");
    RunReport report = load("harga maret 2025.csv", "x", new Period("2025-04"), from(FILE));
    assertRefused(report, "period.differs");
    assertThat(report.details().get(0).message().en())
        .isEqualTo("The period given is 2025-04, but this delivery says 2025-03.");
  }

  @Test
  void takesThePeriodOfEveryRowFromAColumn() {
    sheet("S", "", "2022-Q4", "2023-Q1", "2022-Q4");
    RunReport report = load("x.csv", "x", null, from(new InColumn("kode", null)));
    assertThat(warehouse.periods).containsExactly("2022-Q4", "2023-Q1", "2022-Q4");
    assertThat(report.period()).isEqualTo(new Period("2022-Q4..2023-Q1"));
  }

  @Test
  void setsARowAsideWhoseColumnSaysNoPeriod() {
    sheet("S", "", "2022-Q4", "kapan-kapan");
    RunReport report = load("x.csv", "x", null, from(new InColumn("kode", null)));
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
    assertThat(report.details().get(0).message().en())
        .isEqualTo("No period was found in the column kode.");
    assertThat(report.details().get(0).location().shown()).isEqualTo("S!row 6");
  }

  @Test
  void knowsADuplicateWhosePeriodStandsInItsContent() {
    sheet("S", "BULAN MARET 2025", "a");
    load("x.xlsx", "x", null, from(TITLE));
    assertThat(load("y.xlsx", "x", null, from(TITLE)).outcome()).isEqualTo(RunOutcome.DUPLICATE);
  }

  @Test
  void tellsEqualBytesOfTwoPeriodsApart() {
    sheet("JAN", "", "a");
    load("SKDN 2024.xlsx", "x", null, from(SHEET, FILE));
    RunReport other = load("SKDN 2025.xlsx", "x", null, from(SHEET, FILE));
    assertThat(other.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(load("SKDN 2025.xlsx", "x", null, from(SHEET, FILE)).outcome())
        .isEqualTo(RunOutcome.DUPLICATE);
    assertThat(load("NIB 2024.csv", "x", null, from(FILE)).period()).isEqualTo(new Period("2024"));
  }
}
