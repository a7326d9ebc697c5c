package id.pde.guess;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.ColumnSpec.Invalid;
import id.pde.mapping.ColumnSpec.Policies;
import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.mapping.ColumnSpec.Reading;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.model.Location.FilePlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the trials of one field. Values on trial never show in an issue. */
final class TrialColumns {

  /** More digits than any number of a delivery has. */
  private static final ColumnType ANY_NUMBER = new ColumnType.DecimalType(200, 60);

  /** What fits a long; sixteen digits before the mark, as in a NIK. */
  private static final ColumnType USUAL_NUMBER = new ColumnType.DecimalType(18, 2);

  private final Mapping base;
  private final CodeLists codes;

  TrialColumns(Mapping base, CodeLists codes) {
    this.base = base;
    this.codes = codes;
  }

  CodeLists codes() {
    return codes;
  }

  Trial of(String heading, ColumnType type) {
    return new Trial(base, column(heading, type, List.of()), codes);
  }

  Trial date(String heading, List<String> formats) {
    return new Trial(base, column(heading, new ColumnType.DateType(), formats), codes);
  }

  /** Numbers as they read under a decimal mark; null: none is declared. */
  Trial number(String heading, @Nullable Character mark) {
    SourceSpec source = base.source();
    SourceSpec marked =
        new SourceSpec(
            source.format(), source.files(), source.text(), mark, source.sheet(), source.table());
    Mapping other =
        new Mapping(
            base.id(),
            base.agency(),
            base.title(),
            base.description(),
            base.zone(),
            marked,
            base.target(),
            base.columns(),
            base.tolerance(),
            base.drift(),
            base.text());
    return new Trial(
        other,
        column(heading, ANY_NUMBER, List.of()),
        column(heading, USUAL_NUMBER, List.of()),
        codes);
  }

  private static ColumnSpec column(String heading, ColumnType type, List<String> formats) {
    Reading reading =
        new Reading(
            formats, List.of(), Map.of(), List.of(), List.of(), null, false, ReadAs.TIDY, null);
    return new ColumnSpec(
        "trial",
        List.of(heading),
        List.of(),
        type,
        false,
        reading,
        new Policies(Invalid.REJECT, UnknownCode.REJECT),
        DataClass.PRIBADI_SPESIFIK,
        null,
        null,
        new FilePlace("", 1, 1));
  }
}
