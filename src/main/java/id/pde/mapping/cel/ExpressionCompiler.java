package id.pde.mapping.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an expression out of its text, or says what is wrong with it.
 *
 * <p>Every name in it is a text that may be missing: an identifier, or {@code field("...")} where a
 * name is none. Patterns are RE2's, whose time grows only with the text.
 */
public final class ExpressionCompiler {

  /** Code points of an expression. */
  public static final int MAX_LENGTH = 2000;

  private static final int MAX_ROUNDS = 1000;
  private static final int MAX_PATTERN = 10_000;

  /**
   * The library's limits, set low: a condition runs once per row. Numbers of both kinds compare,
   * for the planner accepts nothing else.
   */
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(MAX_LENGTH)
          .maxParseRecursionDepth(50)
          .comprehensionMaxIterations(MAX_ROUNDS)
          .maxRegexProgramSize(MAX_PATTERN)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private ExpressionCompiler() {}

  /**
   * What came of a text.
   *
   * @param expression null where there is a fault
   */
  public record Compiled(@Nullable Expression expression, List<ExpressionFault> faults) {
    public Compiled {
      faults = List.copyOf(faults);
    }
  }

  /** A yes-or-no expression over texts. Never throws. */
  public static Compiled condition(String text) {
    CompileFaults faults = new CompileFaults(text);
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      return new Compiled(null, List.of(faults.tooLong(MAX_LENGTH)));
    }
    CelValidationResult parsed = builder().build().parse(text);
    if (parsed.hasError()) {
      return new Compiled(null, faults.syntax(parsed.getErrors()));
    }
    try {
      Set<String> names = FreeNames.of(parsed.getAst());
      List<ExpressionFault> misnamed = faults.names(names);
      if (!misnamed.isEmpty()) {
        return new Compiled(null, misnamed);
      }
      CelValidationResult checked = checker(names).check(parsed.getAst());
      if (checked.hasError()) {
        return new Compiled(null, faults.types(checked.getErrors()));
      }
      return plan(checked.getAst(), List.copyOf(names), faults);
    } catch (CelValidationException fault) {
      return new Compiled(null, faults.types(fault.getErrors()));
    }
  }

  private static Compiled plan(
      CelAbstractSyntaxTree tree, List<String> names, CompileFaults faults) {
    CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    List<ExpressionFault> patterns = new Patterns(runtime, tree).faults();
    if (!patterns.isEmpty()) {
      return new Compiled(null, patterns);
    }
    try {
      return new Compiled(new Expression(runtime.createProgram(tree), names), List.of());
    } catch (CelEvaluationException fault) {
      return new Compiled(null, List.of(faults.unplanned()));
    }
  }

  private static CelCompiler checker(Set<String> names) {
    CelCompilerBuilder builder = builder();
    names.forEach(name -> builder.addVar(name, NullableType.create(SimpleType.STRING)));
    return builder.build();
  }

  private static CelCompilerBuilder builder() {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(OPTIONS)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .addMacros(FreeNames.field())
        .setResultType(SimpleType.BOOL);
  }
}
