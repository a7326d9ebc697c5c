package id.pde.run.explain;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Invalid;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.mapping.ColumnSpec.Reading;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.mapping.Narrowing;
import id.pde.mapping.RecordRules.Derivation;
import id.pde.mapping.TypeWord;
import id.pde.mapping.cel.Formula;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes the value of a column out of its cells, in words of the mapping. */
final class Recipe {

  private final Mapping mapping;
  private final ColumnSpec column;
  private final @Nullable Derivation derivation;
  private final List<String> words = new ArrayList<>();

  private Recipe(Mapping mapping, ColumnSpec column) {
    this.mapping = mapping;
    this.column = column;
    this.derivation =
        mapping.records().derivations().stream()
            .filter(one -> one.column().equals(column.name()))
            .findFirst()
            .orElse(null);
  }

  /**
   * The type first, then what else has a say.
   *
   * @param raw that was delivered; words with a meaning of their own are told where it is one of
   *     them; null: of no value in particular
   */
  static List<String> of(Mapping mapping, ColumnSpec column, @Nullable String raw) {
    Recipe recipe = new Recipe(mapping, column);
    recipe.tell(raw == null ? "" : raw.strip());
    return recipe.words;
  }

  /** The columns that it is calculated from; none: it is read. */
  static List<String> uses(Mapping mapping, ColumnSpec column) {
    Derivation derivation = new Recipe(mapping, column).derivation;
    if (derivation == null) {
      return List.of();
    }
    Set<String> uses = new LinkedHashSet<>(derivation.value().columns());
    Formula when = derivation.when();
    if (when != null) {
      uses.addAll(when.columns());
    }
    return List.copyOf(uses);
  }

  /** As the mapping writes it; none: it is read. */
  static Optional<String> formula(Mapping mapping, String column) {
    return mapping.records().derivations().stream()
        .filter(one -> one.column().equals(column))
        .map(one -> one.value().text())
        .findFirst();
  }

  private void tell(String raw) {
    Reading reading = column.reading();
    words.add(TypeWord.of(column.type()));
    derived();
    declared("values", reading.values(), raw);
    if (reading.noValue().stream().anyMatch(raw::equalsIgnoreCase)) {
      words.add("no-value: " + raw);
    }
    if (reading.readAs() != ReadAs.TIDY) {
      words.add("read: " + reading.readAs().name().toLowerCase(Locale.ROOT));
    }
    if (reading.extract() != null) {
      words.add("extract: /" + reading.extract().pattern() + "/");
    }
    if (!reading.formats().isEmpty()) {
      words.add("format: " + String.join(" | ", reading.formats()));
    }
    number(reading);
    code();
    if (!reading.whenTrue().isEmpty()) {
      words.add("when-true: " + String.join(" | ", reading.whenTrue()));
    }
    if (!reading.whenFalse().isEmpty()) {
      words.add("when-false: " + String.join(" | ", reading.whenFalse()));
    }
    if (column.policies().invalid() == Invalid.EMPTY) {
      words.add("invalid: empty");
    }
    if (column.protect() != Protect.NONE) {
      words.add("protect: " + column.protect().name().toLowerCase(Locale.ROOT));
    }
  }

  private void derived() {
    if (derivation == null) {
      return;
    }
    words.add("derive: " + derivation.value().text());
    Formula when = derivation.when();
    if (when != null) {
      words.add("when: " + when.text());
    }
  }

  private void declared(String label, Map<String, String> meanings, String raw) {
    meanings.forEach(
        (word, meaning) -> {
          if (word.equalsIgnoreCase(raw)) {
            words.add(label + ": " + word + " = " + meaning);
          }
        });
  }

  private void number(Reading reading) {
    boolean number =
        column.type() instanceof ColumnType.IntegerType
            || column.type() instanceof ColumnType.DecimalType;
    if (number && derivation == null && mapping.source().decimal() != null) {
      words.add("decimal: \"" + mapping.source().decimal() + "\"");
    }
    if (reading.scale() != null) {
      words.add("scale: " + reading.scale().toPlainString());
    }
    if (reading.roundHalfUp()) {
      words.add("round: half-up");
    }
  }

  private void code() {
    if (!(column.type() instanceof ColumnType.CodeType code)) {
      return;
    }
    Narrowing narrowing = code.narrowing();
    if (!narrowing.levels().isEmpty()) {
      words.add("level: " + String.join(" | ", narrowing.levels()));
    }
    if (narrowing.parentColumn() != null) {
      words.add("parent: " + narrowing.parentColumn());
    }
    if (narrowing.parentCode() != null) {
      words.add("parent: " + narrowing.parentCode());
    }
    if (narrowing.system() != null) {
      words.add("system: " + narrowing.system());
    }
    if (narrowing.similar() != null) {
      words.add("similar: " + narrowing.similar().toPlainString());
    }
    if (column.policies().unknown() == UnknownCode.KEEP) {
      words.add("unknown: keep");
    }
  }
}
