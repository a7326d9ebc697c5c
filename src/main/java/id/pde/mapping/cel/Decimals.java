package id.pde.mapping.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableComprehension;
import dev.cel.common.ast.CelMutableExpr.CelMutableIdent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the numbers with a mark out of an expression before it is checked: CEL would make doubles
 * of them. Each becomes a variable that no one can write, with the decimal as it stands in the
 * text.
 */
final class Decimals {

  /** No name that can be written holds a blank. */
  private static final String NAME = "decimal ";

  private static final Pattern NUMBER =
      Pattern.compile("-?\\s*(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final String text;
  private final Map<Long, Integer> signs;
  private final Map<String, Exact> found = new HashMap<>();
  private int tooLong = -1;
  private final Branches branches;

  private Decimals(String text, Map<Long, Integer> signs) {
    this.text = text;
    this.signs = signs;
    this.branches =
        new Branches(signs.keySet().stream().mapToLong(Long::longValue).max().orElse(0));
  }

  /**
   * What is left of an expression.
   *
   * @param decimals by their name in the tree
   * @param tooLong the sign of a number that cannot be calculated with, or -1
   */
  record Taken(CelAbstractSyntaxTree tree, Map<String, Exact> decimals, int tooLong) {
    Taken {
      decimals = Map.copyOf(decimals);
    }
  }

  static Taken take(CelAbstractSyntaxTree tree, String text) {
    Decimals decimals = new Decimals(text, tree.getSource().getPositionsMap());
    CelMutableAst mutable = CelMutableAst.fromCelAst(tree);
    decimals.walk(mutable.expr());
    return new Taken(mutable.toParsedAst(true), decimals.found, decimals.tooLong);
  }

  private void walk(CelMutableExpr part) {
    ExprKind.Kind kind = part.getKind();
    switch (kind) {
      case CONSTANT -> constant(part);
      case SELECT -> walk(part.select().operand());
      case CALL -> {
        part.call().target().ifPresent(this::walk);
        part.call().args().forEach(this::walk);
        branches.open(part);
      }
      case LIST -> part.list().elements().forEach(this::walk);
      case STRUCT -> part.struct().entries().forEach(entry -> walk(entry.value()));
      case MAP ->
          part.map()
              .entries()
              .forEach(
                  entry -> {
                    walk(entry.key());
                    walk(entry.value());
                  });
      case COMPREHENSION -> comprehension(part.comprehension());
      case IDENT, NOT_SET -> {
        // No number.
      }
    }
  }

  private void comprehension(CelMutableComprehension loop) {
    walk(loop.iterRange());
    walk(loop.accuInit());
    walk(loop.loopCondition());
    walk(loop.loopStep());
    walk(loop.result());
  }

  private void constant(CelMutableExpr part) {
    if (part.constant().getKind() != CelConstant.Kind.DOUBLE_VALUE) {
      return;
    }
    int sign = signs.getOrDefault(part.id(), 0);
    BigDecimal written = written(sign, part.constant().doubleValue());
    if (!Exact.fits(written)) {
      tooLong = sign;
      return;
    }
    String name = NAME + written;
    found.put(name, Exact.of(written));
    part.setIdent(CelMutableIdent.create(name));
  }

  /** The number as it stands in the text. */
  private BigDecimal written(int sign, double read) {
    int from = text.offsetByCodePoints(0, Math.min(sign, text.codePointCount(0, text.length())));
    Matcher number = NUMBER.matcher(text).region(from, text.length());
    if (number.lookingAt()) {
      BigDecimal exact = new BigDecimal(number.group().replaceAll("\\s", ""));
      if (exact.doubleValue() == read) {
        return exact;
      }
    }
    return BigDecimal.valueOf(read);
  }
}
