package id.pde.mapping.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.Program;
import id.pde.mapping.yaml.Quoted;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tries the patterns that an expression writes out; the library would only do so at the rows. */
final class Patterns {

  private final CelRuntime runtime;
  private final CelAbstractSyntaxTree tree;

  Patterns(CelRuntime runtime, CelAbstractSyntaxTree tree) {
    this.runtime = runtime;
    this.tree = tree;
  }

  List<ExpressionFault> faults() {
    List<ExpressionFault> faults = new ArrayList<>();
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
        .filter(node -> node.expr().call().function().equals("matches"))
        .forEach(node -> check(node.expr().call(), faults));
    return faults;
  }

  private void check(CelCall call, List<ExpressionFault> faults) {
    CelExpr last = call.args().get(call.args().size() - 1);
    if (last.getKind() != CelExpr.ExprKind.Kind.CONSTANT
        || last.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
      return;
    }
    String pattern = last.constant().stringValue();
    if (!works(pattern)) {
      int sign = tree.getSource().getPositionsMap().getOrDefault(last.id(), 0);
      faults.add(
          new ExpressionFault(
              sign,
              new Text(
                  Quoted.of(pattern) + " bukan pola yang dapat dipakai",
                  Quoted.of(pattern) + " is not a usable pattern"),
              new Text(
                  "periksa kurungnya; (?=...) dan \\1 tidak ada di sini",
                  "check its brackets; (?=...) and \\1 do not exist here")));
    }
  }

  private boolean works(String pattern) {
    try {
      CelAbstractSyntaxTree trial =
          CelCompilerFactory.standardCelCompilerBuilder()
              .addVar("p", SimpleType.STRING)
              .build()
              .compile("''.matches(p)")
              .getAst();
      Program program = runtime.createProgram(trial);
      program.eval(Map.of("p", pattern));
      return true;
    } catch (CelValidationException | CelEvaluationException fault) {
      return false;
    }
  }
}
