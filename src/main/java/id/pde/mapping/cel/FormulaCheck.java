package id.pde.mapping.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What CEL's own checker lets pass and PDE does not: doubles, mixed lists, bad constants. */
final class FormulaCheck {

  /** Functions of one text that a constant can be wrong for. */
  private static final Map<String, Consumer<String>> CONSTANTS =
      Map.of(
          "date", DateFunctions::read,
          "decimal", DecimalFunctions::read,
          "period_start", DateFunctions::period,
          "period_end", DateFunctions::period);

  private final CelAbstractSyntaxTree tree;
  private final Scope scope;
  private final FormulaFaults faults;
  private final List<ExpressionFault> found = new ArrayList<>();
  private final Set<String> codeLists = new LinkedHashSet<>();

  FormulaCheck(CelAbstractSyntaxTree tree, Scope scope, FormulaFaults faults) {
    this.tree = tree;
    this.scope = scope;
    this.faults = faults;
    CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(node -> look(node.expr()));
  }

  List<ExpressionFault> faults() {
    return List.copyOf(found);
  }

  /** The code lists that are named. */
  Set<String> codeLists() {
    return Set.copyOf(codeLists);
  }

  private void look(CelExpr part) {
    Optional<CelType> type = tree.getType(part.id());
    if (found.isEmpty() && type.isPresent()) {
      faults.kind(type.get(), sign(part)).ifPresent(found::add);
    }
    if (part.getKind() == ExprKind.Kind.CALL) {
      call(part);
    }
  }

  private void call(CelExpr part) {
    CelCall call = part.call();
    String function = call.function();
    if (function.startsWith("get")) {
      found.add(faults.clockOfNowhere(function, sign(part)));
    }
    if (function.equals("matches") && text(last(call)).isEmpty()) {
      found.add(faults.patternWanted(sign(last(call))));
    }
    if (TextFunctions.OF_LISTS.contains(function)) {
      list(call.args().get(0));
    }
    Consumer<String> reader = call.args().size() == 1 ? CONSTANTS.get(function) : null;
    Optional<String> constant = reader == null ? Optional.empty() : text(last(call));
    if (reader != null && constant.isPresent()) {
      try {
        reader.accept(constant.get());
      } catch (CelRuntimeException bad) {
        found.add(faults.constant(function, constant.get(), sign(last(call))));
      }
    }
  }

  private void list(CelExpr name) {
    Optional<String> written = text(name);
    if (written.isPresent() && scope.codeLists().contains(written.get())) {
      codeLists.add(written.get());
    } else {
      found.add(faults.list(written, sign(name)));
    }
  }

  private static CelExpr last(CelCall call) {
    return call.args().get(call.args().size() - 1);
  }

  private static Optional<String> text(CelExpr part) {
    boolean isText =
        part.getKind() == ExprKind.Kind.CONSTANT
            && part.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return isText ? Optional.of(part.constant().stringValue()) : Optional.empty();
  }

  private int sign(CelExpr part) {
    return tree.getSource().getPositionsMap().getOrDefault(part.id(), 0);
  }
}
