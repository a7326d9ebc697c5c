package id.pde.mapping.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.parser.CelMacro;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The names in an expression that stand for values from outside, in the order of the text. */
final class FreeNames {

  /** Types may be named like variables. */
  private static final Set<String> TYPES =
      Set.of(
          "bool",
          "bytes",
          "double",
          "dyn",
          "int",
          "list",
          "map",
          "null_type",
          "string",
          "type",
          "uint");

  /** No name that can be written holds a blank. */
  private static final String QUOTED = "field ";

  static final String LITERAL_ONLY = "field needs a literal";

  private final Set<String> found = new LinkedHashSet<>();

  private FreeNames() {}

  /** Whether a name is the one of a type. */
  static boolean isType(String name) {
    return TYPES.contains(name);
  }

  static Set<String> of(CelAbstractSyntaxTree tree) {
    FreeNames names = new FreeNames();
    names.walk(tree.getExpr(), Set.of());
    return names.found;
  }

  /** {@code field("JML BALITA")}: a name that is no identifier. */
  static CelMacro field() {
    return CelMacro.newGlobalMacro(
        "field",
        1,
        (factory, target, arguments) -> {
          CelExpr only = arguments.get(0);
          boolean text =
              only.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                  && only.constant().getKind() == dev.cel.common.ast.CelConstant.Kind.STRING_VALUE
                  && !only.constant().stringValue().isBlank();
          return Optional.of(
              text
                  ? factory.newIdentifier(QUOTED + only.constant().stringValue())
                  : factory.reportError(LITERAL_ONLY));
        });
  }

  /** A name as it was written. */
  static String shown(String variable) {
    return variable.startsWith(QUOTED) ? variable.substring(QUOTED.length()) : variable;
  }

  private void walk(CelExpr part, Set<String> bound) {
    switch (part.getKind()) {
      case IDENT -> {
        String name = part.ident().name();
        if (!bound.contains(name) && !TYPES.contains(name)) {
          found.add(name);
        }
      }
      case SELECT -> walk(part.select().operand(), bound);
      case CALL -> {
        part.call().target().ifPresent(target -> walk(target, bound));
        part.call().args().forEach(argument -> walk(argument, bound));
      }
      case LIST -> part.list().elements().forEach(element -> walk(element, bound));
      case STRUCT -> part.struct().entries().forEach(entry -> walk(entry.value(), bound));
      case MAP ->
          part.map()
              .entries()
              .forEach(
                  entry -> {
                    walk(entry.key(), bound);
                    walk(entry.value(), bound);
                  });
      case COMPREHENSION -> comprehension(part.comprehension(), bound);
      case CONSTANT, NOT_SET -> {
        // No name.
      }
    }
  }

  private void comprehension(CelComprehension loop, Set<String> bound) {
    walk(loop.iterRange(), bound);
    walk(loop.accuInit(), bound);
    Set<String> inside = new LinkedHashSet<>(bound);
    inside.add(loop.accuVar());
    inside.add(loop.iterVar());
    inside.add(loop.iterVar2());
    walk(loop.loopCondition(), inside);
    walk(loop.loopStep(), inside);
    walk(loop.result(), inside);
  }
}
