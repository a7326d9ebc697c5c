package id.pde.mapping.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import java.util.Arrays;
import java.util.List;

/**
 * Lets a choice be null on either side: {@code x == null ? null : x + 1}. CEL's checker takes null
 * only as the second of the two, and only beside what may be missing; so null is put second, and
 * the other one goes through a function that says that it may be missing.
 */
final class Branches {

  /** No name that can be written holds a blank. */
  static final String MAYBE = "or null";

  private static final String CHOICE = "_?_:_";

  private long lastId;

  /**
   * @param lastId the highest id of the tree
   */
  Branches(long lastId) {
    this.lastId = lastId;
  }

  /** That function, for every kind of value. */
  static List<Function> functions() {
    return Arrays.stream(ValueKind.values())
        .map(kind -> new Function(MAYBE, kind, List.of(kind), true, one -> one[0]))
        .toList();
  }

  /** Rewrites a call where it is a choice with null. */
  void open(CelMutableExpr part) {
    CelMutableCall call = part.call();
    if (!call.function().equals(CHOICE)) {
      return;
    }
    CelMutableExpr first = call.args().get(1);
    CelMutableExpr second = call.args().get(2);
    if (isNull(first) == isNull(second)) {
      return;
    }
    CelMutableExpr asked = call.args().get(0);
    CelMutableExpr test = isNull(first) ? call("!_", asked) : asked;
    CelMutableExpr value = call(MAYBE, isNull(first) ? second : first);
    part.setCall(CelMutableCall.create(CHOICE, test, value, isNull(first) ? first : second));
  }

  private CelMutableExpr call(String function, CelMutableExpr argument) {
    lastId++;
    return CelMutableExpr.ofCall(lastId, CelMutableCall.create(function, argument));
  }

  private static boolean isNull(CelMutableExpr part) {
    return part.getKind() == ExprKind.Kind.CONSTANT
        && part.constant().getKind() == CelConstant.Kind.NULL_VALUE;
  }
}
