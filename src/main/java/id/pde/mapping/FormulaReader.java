package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.cel.ExpressionFault;
import id.pde.mapping.cel.Formula;
import id.pde.mapping.cel.FormulaCompiler;
import id.pde.mapping.cel.FormulaCompiler.Compiled;
import id.pde.mapping.cel.Scope;
import id.pde.mapping.cel.ValueKind;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads formulas over the values of a record. */
final class FormulaReader {

  private final Scope scope;

  /**
   * @param names all columns of the file; those without a spec have faults of their own
   */
  FormulaReader(List<ColumnSpec> specs, Set<String> names, Scope.Setting setting) {
    Map<String, ValueKind> kinds = new LinkedHashMap<>();
    specs.forEach(spec -> kinds.put(spec.name(), kind(spec.type())));
    this.scope = new Scope(kinds, names, setting);
  }

  /** What a column of a type is to formulas. */
  static ValueKind kind(ColumnType type) {
    if (type instanceof ColumnType.IntegerType) {
      return ValueKind.INTEGER;
    }
    if (type instanceof ColumnType.DecimalType) {
      return ValueKind.DECIMAL;
    }
    if (type instanceof ColumnType.DateType) {
      return ValueKind.DATE;
    }
    if (type instanceof ColumnType.TimestampType) {
      return ValueKind.TIMESTAMP;
    }
    return type instanceof ColumnType.BooleanType ? ValueKind.BOOLEAN : ValueKind.TEXT;
  }

  /** The formula of a key, or null where it is absent or at fault. */
  @Nullable Formula read(Block block, String key) {
    Scalar written = block.scalar(key);
    if (written == null) {
      return null;
    }
    Compiled compiled = FormulaCompiler.compile(written.text(), scope);
    for (ExpressionFault fault : compiled.faults()) {
      FilePlace place = written.placeOf(fault.sign());
      block.fault("formula.invalid", new Where(key, place), fault.message(), fault.fix());
    }
    return compiled.formula();
  }

  /** A formula that says yes or no, or null where it is absent or at fault. */
  @Nullable Formula condition(Block block, String key) {
    Formula formula = read(block, key);
    if (formula == null || formula.kind() == ValueKind.BOOLEAN) {
      return formula;
    }
    Text kind = formula.kind().shown();
    block.fault(
        "formula.kind",
        block.where(key),
        new Text(
            "hasil rumus ini " + kind.id() + ", bukan ya atau tidak",
            "what comes of this formula is " + kind.en() + ", not yes or no"),
        new Text(
            "bandingkan dengan sesuatu: X != null, X >= 0",
            "compare it with something: X != null, X >= 0"));
    return null;
  }
}
