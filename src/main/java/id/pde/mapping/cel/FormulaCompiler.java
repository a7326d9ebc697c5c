package id.pde.mapping.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an expression over the values of a record out of its text, or says what is wrong with it.
 *
 * <p>Every column is a variable of its type, a missing value is null, a number with a mark is an
 * exact decimal. The work of one evaluation is bounded by the length of the text, by the rounds of
 * its loops, which can only run over lists that it writes out, and by the digits of a decimal.
 */
public final class FormulaCompiler {

  /** Code points of an expression. */
  public static final int MAX_LENGTH = 2000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(MAX_LENGTH)
          .maxParseRecursionDepth(50)
          .comprehensionMaxIterations(1000)
          .maxRegexProgramSize(10_000)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private final String text;
  private final Scope scope;
  private final FormulaFaults faults;

  private FormulaCompiler(String text, Scope scope) {
    this.text = text;
    this.scope = scope;
    this.faults = new FormulaFaults(text, scope);
  }

  /**
   * What came of a text.
   *
   * @param formula null where there is a fault, here or in a column that it names
   */
  public record Compiled(@Nullable Formula formula, List<ExpressionFault> faults) {
    public Compiled {
      faults = List.copyOf(faults);
    }
  }

  /** Never throws. */
  public static Compiled compile(String text, Scope scope) {
    return new FormulaCompiler(text, scope).compile();
  }

  private Compiled compile() {
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      return fault(faults.tooLong(MAX_LENGTH));
    }
    CelValidationResult parsed = builder().build().parse(text);
    if (parsed.hasError()) {
      return fault(faults.syntax(parsed.getErrors().get(0)));
    }
    try {
      Decimals.Taken taken = Decimals.take(parsed.getAst(), text);
      if (taken.tooLong() >= 0) {
        return fault(faults.tooManyDigits(taken.tooLong()));
      }
      Set<String> names = FreeNames.of(taken.tree());
      if (names.stream().anyMatch(scope::isUnsure)) {
        return new Compiled(null, List.of());
      }
      Optional<String> dotted = names.stream().filter(name -> name.startsWith(".")).findFirst();
      if (dotted.isPresent()) {
        return fault(faults.leadingDot(dotted.get()));
      }
      CelValidationResult checked = checker(taken).check(taken.tree());
      if (checked.hasError()) {
        return new Compiled(null, faults.types(checked.getErrors(), names));
      }
      return checked(checked.getAst(), taken, names);
    } catch (CelValidationException fault) {
      return new Compiled(null, faults.types(fault.getErrors(), Set.of()));
    }
  }

  private Compiled checked(CelAbstractSyntaxTree tree, Decimals.Taken taken, Set<String> names) {
    FormulaCheck check = new FormulaCheck(tree, scope, faults);
    List<ExpressionFault> found = new ArrayList<>(check.faults());
    ValueKind kind = ValueKind.of(tree.getResultType()).orElse(null);
    if (kind == null && found.isEmpty()) {
      found.add(faults.noValue());
    }
    CelRuntime runtime = runtime(scope, CodeSource.NONE);
    found.addAll(new Patterns(runtime, tree).faults());
    if (kind == null || !found.isEmpty()) {
      return new Compiled(null, found);
    }
    try {
      runtime.createProgram(tree);
    } catch (CelEvaluationException fault) {
      return fault(faults.unplanned());
    }
    List<String> columns = names.stream().filter(scope.columns()::containsKey).toList();
    boolean period = names.contains(Scope.PERIOD);
    Formula.Uses uses = new Formula.Uses(columns, period, check.codeLists(), taken.decimals());
    return new Compiled(new Formula(text, tree, scope, kind, uses), List.of());
  }

  private static Compiled fault(ExpressionFault fault) {
    return new Compiled(null, List.of(fault));
  }

  private CelCompiler checker(Decimals.Taken taken) {
    CelCompilerBuilder builder = builder();
    scope.columns().forEach((name, kind) -> declare(builder, name, kind));
    Scope.PERIOD_PARTS.forEach((name, kind) -> declare(builder, name, kind));
    taken.decimals().keySet().forEach(name -> declare(builder, name, ValueKind.DECIMAL));
    functions(scope, CodeSource.NONE)
        .forEach(function -> builder.addFunctionDeclarations(function.declaration()));
    return builder.build();
  }

  private static void declare(CelCompilerBuilder builder, String name, ValueKind kind) {
    // A column may be named like a type of CEL; then rules cannot name it.
    if (!FreeNames.isType(name) && !name.equals(Scope.PERIOD)) {
      builder.addVar(name, kind.orNull());
    }
  }

  private static CelCompilerBuilder builder() {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(OPTIONS)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
  }

  static CelRuntime runtime(Scope scope, CodeSource codes) {
    return CelRuntimeFactory.plannerRuntimeBuilder()
        .setOptions(OPTIONS)
        .addFunctionBindings(functions(scope, codes).stream().map(Function::binding).toList())
        .build();
  }

  private static List<Function> functions(Scope scope, CodeSource codes) {
    List<Function> all = new ArrayList<>(DecimalFunctions.all());
    all.addAll(DateFunctions.all(scope.zone()));
    all.addAll(Branches.functions());
    all.addAll(TextFunctions.texts());
    all.addAll(TextFunctions.codes(codes));
    return all;
  }
}
