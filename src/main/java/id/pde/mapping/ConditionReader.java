package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.cel.Expression;
import id.pde.mapping.cel.Expression.Result;
import id.pde.mapping.cel.ExpressionCompiler;
import id.pde.mapping.cel.ExpressionCompiler.Compiled;
import id.pde.mapping.cel.ExpressionFault;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Location.FilePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code where}. */
final class ConditionReader {

  private ConditionReader() {}

  /** The condition of a block, or null where there is none or it has a fault. */
  static @Nullable Condition read(Block source) {
    Scalar written = source.scalar("where");
    if (written == null) {
      return null;
    }
    Compiled compiled = ExpressionCompiler.condition(written.text());
    for (ExpressionFault fault : compiled.faults()) {
      source.fault(
          "source.where",
          new Where("where", written.placeOf(fault.sign())),
          fault.message(),
          fault.fix());
    }
    return compiled.expression() == null
        ? null
        : new Written(compiled.expression(), written.place());
  }

  private record Written(Expression expression, FilePlace place) implements Condition {

    @Override
    public List<String> headings() {
      return expression.names();
    }

    @Override
    public Verdict test(@Nullable String[] fields) {
      Result result = expression.evaluate(fields);
      if (result instanceof Result.Answer answer) {
        return answer.yes() ? Verdict.HOLDS : Verdict.HOLDS_NOT;
      }
      return Verdict.FAILED;
    }

    @Override
    public Failure failure(@Nullable String[] fields) {
      return expression.evaluate(fields) instanceof Result.Failed failed
          ? new Failure(failed.message(), failed.fix())
          : Condition.super.failure(fields);
    }
  }
}
