package id.pde.mapping.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/**
 * One form of a function or operator that PDE adds to CEL.
 *
 * @param name as CEL knows it: {@code age}, {@code _<=_}
 * @param missing whether it takes null for a value; else null has no answer
 */
record Function(
    String name, ValueKind result, List<ValueKind> arguments, boolean missing, Body body) {

  Function {
    arguments = List.copyOf(arguments);
  }

  static Function of(String name, ValueKind result, List<ValueKind> arguments, Body body) {
    return new Function(name, result, arguments, false, body);
  }

  /** What it does; throws CEL's own exceptions where there is no answer. */
  @FunctionalInterface
  interface Body {
    Object apply(Object[] arguments);
  }

  private String id() {
    StringBuilder id = new StringBuilder("pde ").append(name);
    arguments.forEach(kind -> id.append(' ').append(kind.name()));
    return id.toString();
  }

  CelFunctionDecl declaration() {
    List<CelType> types = arguments.stream().map(ValueKind::type).toList();
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        CelOverloadDecl.newGlobalOverload(
            id(), name.equals(Branches.MAYBE) ? result.orNull() : result.type(), types));
  }

  // The library asks for what never changes; code lists are such, and the checker cannot know.
  @SuppressWarnings("Immutable")
  CelFunctionBinding binding() {
    List<Class<?>> classes =
        arguments.stream().<Class<?>>map(kind -> missing ? Object.class : kind.held()).toList();
    return CelFunctionBinding.from(id(), classes, body::apply);
  }
}
