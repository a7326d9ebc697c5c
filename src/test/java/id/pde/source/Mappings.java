package id.pde.source;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.ColumnSpec.Invalid;
import id.pde.mapping.ColumnSpec.Policies;
import id.pde.mapping.ColumnSpec.Reading;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Drift;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.mapping.SourceSpec.TextForm;
import id.pde.mapping.TableForm;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.TableForm.RowPatterns;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.mapping.Tolerance;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mappings for tests: text columns named by their headings, the first one is the key. */
final class Mappings {

  static final RowPatterns SKIP =
      new RowPatterns(
          List.of(
              Pattern.compile(
                  "^(sub ?total|jumlah|jml|total|rata-rata)\\b", Pattern.CASE_INSENSITIVE)),
          List.of());
  static final RowPatterns STOP =
      new RowPatterns(
          List.of(
              Pattern.compile(
                  "^(sumber|catatan|ket)\\.? *:|^mengetahui\\b", Pattern.CASE_INSENSITIVE)),
          List.of());

  static final SourceSpec SOURCE = SourceSpec.PLAIN.with(TableForm.PLAIN.with(SKIP, STOP));

  private Mappings() {}

  static Mapping of(String... headings) {
    return of(SOURCE, headings);
  }

  static Mapping of(SourceSpec source, String... headings) {
    List<ColumnSpec> columns = Arrays.stream(headings).map(Mappings::column).toList();
    return new Mapping(
        "uji/contoh",
        "uji",
        Text.same("contoh"),
        null,
        ZoneId.of("Asia/Jakarta"),
        source,
        new TargetSpec("contoh", List.of(headings[0]), LoadMode.MERGE, Repeated.REJECT),
        columns,
        Tolerance.DEFAULT,
        Drift.DEFAULT,
        new MappingText("mappings/uji/contoh.yaml", "", "0"));
  }

  static SourceSpec charset(String... names) {
    return SOURCE.with(
        new TextForm(
            List.of(names), Optional.empty(), Optional.of('"'), Optional.empty(), List.of()));
  }

  static SourceSpec header(HeaderSpec header) {
    return SOURCE.with(SOURCE.table().with(header));
  }

  static SourceSpec sheet(SheetChoice sheet) {
    return SOURCE.with(sheet);
  }

  static SourceSpec with(RowPatterns skip, RowPatterns stop) {
    return SOURCE.with(SOURCE.table().with(skip, stop));
  }

  private static ColumnSpec column(String heading) {
    return new ColumnSpec(
        heading,
        List.of(heading),
        List.of(),
        new ColumnType.TextType(),
        false,
        Reading.PLAIN,
        new Policies(Invalid.REJECT, UnknownCode.WAIT),
        DataClass.INTERNAL,
        null,
        null,
        new FilePlace("mappings/uji/contoh.yaml", 1, 1));
  }
}
