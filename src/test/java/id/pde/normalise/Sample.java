package id.pde.normalise;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.ColumnSpec.Invalid;
import id.pde.mapping.ColumnSpec.Policies;
import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.mapping.ColumnSpec.Reading;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Drift;
import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.TableForm;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.Tolerance;
import id.pde.model.Cell;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.model.Row;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping of one column named {@code kolom}, changed step by step; reads single values. */
final class Sample {

  static final CodeLists LISTS =
      new CodeLists(
          Map.of(
              "jk",
              new CodeList(
                  "jk",
                  List.of(
                      new Code("1", "LAKI-LAKI", null, null, List.of("l", "lk", "pria")),
                      new Code("2", "PEREMPUAN", null, null, List.of("p", "pr", "wanita")))),
              "urusan",
              new CodeList(
                  "urusan",
                  List.of(
                      new Code("2.1", "Tenaga Kerja", null, null, List.of()),
                      new Code("2.10", "Komunikasi", null, null, List.of()),
                      new Code("2.20", "Statistik", null, null, List.of()),
                      new Code("351", "Lain", null, null, List.of()),
                      new Code("35.74", "Kota Probolinggo", null, null, List.of()),
                      new Code("07", "Tujuh", null, null, List.of())))));

  private final ColumnType type;
  private Reading reading = Reading.PLAIN;
  private Policies policies = new Policies(Invalid.REJECT, UnknownCode.WAIT);
  private DataClass dataClass = DataClass.INTERNAL;
  private boolean required;
  private boolean key;
  private @Nullable Character decimal;
  private String zone = "Asia/Jakarta";
  private @Nullable Period period;
  private @Nullable Normaliser normaliser;
  private Header header = new Header(Header.Origin.TEXT, "", 1, List.of(new Field("Kolom", 1)));

  private Sample(ColumnType type) {
    this.type = type;
  }

  static Sample of(ColumnType type) {
    return new Sample(type);
  }

  static Sample decimal(int precision, int scale) {
    return of(new ColumnType.DecimalType(precision, scale));
  }

  Sample mark(char mark) {
    decimal = mark;
    return this;
  }

  Sample zone(String id) {
    zone = id;
    return this;
  }

  Sample within(String text) {
    period = Period.parse(text).orElseThrow();
    return this;
  }

  Sample formats(String... formats) {
    reading =
        new Reading(
            List.of(formats),
            reading.noValue(),
            reading.values(),
            reading.whenTrue(),
            reading.whenFalse(),
            reading.scale(),
            reading.roundHalfUp(),
            reading.readAs(),
            reading.extract());
    return this;
  }

  Sample words(List<String> noValue, Map<String, String> values) {
    reading =
        new Reading(
            reading.formats(),
            noValue,
            values,
            reading.whenTrue(),
            reading.whenFalse(),
            reading.scale(),
            reading.roundHalfUp(),
            reading.readAs(),
            reading.extract());
    return this;
  }

  Sample when(List<String> whenTrue, List<String> whenFalse) {
    reading =
        new Reading(
            reading.formats(),
            reading.noValue(),
            reading.values(),
            whenTrue,
            whenFalse,
            reading.scale(),
            reading.roundHalfUp(),
            reading.readAs(),
            reading.extract());
    return this;
  }

  Sample scale(String factor) {
    reading =
        new Reading(
            reading.formats(),
            reading.noValue(),
            reading.values(),
            reading.whenTrue(),
            reading.whenFalse(),
            new BigDecimal(factor),
            reading.roundHalfUp(),
            reading.readAs(),
            reading.extract());
    return this;
  }

  Sample rounding() {
    reading =
        new Reading(
            reading.formats(),
            reading.noValue(),
            reading.values(),
            reading.whenTrue(),
            reading.whenFalse(),
            reading.scale(),
            true,
            reading.readAs(),
            reading.extract());
    return this;
  }

  Sample exact() {
    reading =
        new Reading(
            reading.formats(),
            reading.noValue(),
            reading.values(),
            reading.whenTrue(),
            reading.whenFalse(),
            reading.scale(),
            reading.roundHalfUp(),
            ReadAs.EXACT,
            reading.extract());
    return this;
  }

  Sample emptyInvalid() {
    policies = new Policies(Invalid.EMPTY, policies.unknown());
    return this;
  }

  Sample unknown(UnknownCode unknown) {
    policies = new Policies(policies.invalid(), unknown);
    return this;
  }

  Sample required() {
    required = true;
    return this;
  }

  Sample key() {
    key = true;
    return this;
  }

  Sample closed() {
    dataClass = DataClass.PRIBADI_UMUM;
    return this;
  }

  Sample sheet() {
    header = new Header(Header.Origin.SHEET, "KETAPANG", 1, List.of(new Field("Kolom", 4)));
    return this;
  }

  Sample query() {
    header = new Header(Header.Origin.QUERY, "harga", 0, List.of(new Field("Kolom", 1)));
    return this;
  }

  static ColumnSpec column(String name, ColumnType type, String... from) {
    return new ColumnSpec(
        name,
        List.of(from),
        List.of(),
        type,
        false,
        Reading.PLAIN,
        new Policies(Invalid.REJECT, UnknownCode.WAIT),
        DataClass.INTERNAL,
        null,
        null,
        new Location.FilePlace("mappings/dkupp/harga.yaml", 23, 3));
  }

  static Mapping mapping(
      List<ColumnSpec> columns, List<String> key, @Nullable Character decimal, Drift drift) {
    return mapping(columns, key, new Setting(decimal, drift, "Asia/Jakarta"));
  }

  record Setting(@Nullable Character decimal, Drift drift, String zone) {}

  static Mapping mapping(List<ColumnSpec> columns, List<String> key, Setting setting) {
    return new Mapping(
        "dkupp/harga",
        "dkupp",
        Text.same("Harga"),
        null,
        ZoneId.of(setting.zone()),
        new SourceSpec(
            SourceSpec.Format.AUTO,
            List.of(),
            SourceSpec.TextForm.AUTO,
            setting.decimal(),
            new SourceSpec.SheetChoice.First(),
            TableForm.PLAIN),
        new TargetSpec("harga", key, TargetSpec.LoadMode.APPEND, TargetSpec.Repeated.REJECT),
        columns,
        Tolerance.DEFAULT,
        setting.drift(),
        new Mapping.MappingText("mappings/dkupp/harga.yaml", "", "00"));
  }

  private Normaliser normaliser() {
    if (normaliser == null) {
      ColumnSpec column =
          new ColumnSpec(
              "kolom",
              List.of("Kolom"),
              List.of(),
              type,
              required,
              reading,
              policies,
              dataClass,
              null,
              null,
              new Location.FilePlace("mappings/dkupp/harga.yaml", 23, 3));
      Mapping mapping =
          mapping(
              List.of(column),
              key ? List.of("kolom") : List.of(),
              new Setting(decimal, Drift.DEFAULT, zone));
      Binding.Bound bound = Binding.bind(mapping, header);
      if (!(bound instanceof Binding.Bound.Fits fits)) {
        throw new AssertionError(bound);
      }
      normaliser = new Normaliser(mapping, LISTS, fits.binding(), Dating.Dated.always(period));
    }
    return normaliser;
  }

  Outcome outcome(@Nullable String text) {
    return normaliser().apply(Row.ofTexts(header, 1, 17, new @Nullable String[] {text}));
  }

  Outcome outcome(Cell cell) {
    return normaliser().apply(Row.ofCells(header, 1, 17, new Cell[] {cell}));
  }

  /** The value, or the codes of what is wrong: {@code reject decimal.invalid}. */
  @Nullable Object read(@Nullable String text) {
    return shown(outcome(text));
  }

  @Nullable Object read(Cell cell) {
    return shown(outcome(cell));
  }

  static List<Issue> issues(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.issues();
    }
    return outcome instanceof Outcome.Accepted accepted ? accepted.issues() : List.of();
  }

  private static @Nullable Object shown(Outcome outcome) {
    List<String> codes = new ArrayList<>();
    for (Issue issue : issues(outcome)) {
      codes.add(issue.code());
    }
    if (outcome instanceof Outcome.Rejected) {
      return "reject " + String.join(", ", codes);
    }
    if (outcome instanceof Outcome.Accepted accepted) {
      Object value = accepted.record().value(0);
      return codes.isEmpty() ? value : value + " warn " + String.join(", ", codes);
    }
    throw new AssertionError(outcome);
  }
}
