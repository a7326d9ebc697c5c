package id.pde.mapping.cel;

import static id.pde.mapping.cel.ValueKind.BOOLEAN;
import static id.pde.mapping.cel.ValueKind.DATE;
import static id.pde.mapping.cel.ValueKind.DECIMAL;
import static id.pde.mapping.cel.ValueKind.INTEGER;
import static id.pde.mapping.cel.ValueKind.TEXT;

import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.exceptions.CelNumericOverflowException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/** Decimals that stay exact, alone and together with whole numbers. */
final class DecimalFunctions {

  private static final List<List<ValueKind>> PAIRS =
      List.of(List.of(DECIMAL, DECIMAL), List.of(DECIMAL, INTEGER), List.of(INTEGER, DECIMAL));

  private final List<Function> all = new ArrayList<>();

  private DecimalFunctions() {}

  static List<Function> all() {
    DecimalFunctions functions = new DecimalFunctions();
    functions.operators();
    functions.choices();
    functions.conversions();
    return functions.all;
  }

  private void operators() {
    arithmetic("_+_", Exact::plus);
    arithmetic("_-_", Exact::minus);
    arithmetic("_*_", Exact::times);
    arithmetic("_/_", Exact::over);
    add("-_", DECIMAL, List.of(DECIMAL), one -> exact(one[0]).negated());
    comparison("_<_", sign -> sign < 0);
    comparison("_<=_", sign -> sign <= 0);
    comparison("_>_", sign -> sign > 0);
    comparison("_>=_", sign -> sign >= 0);
    equality("_==_", true);
    equality("_!=_", false);
  }

  private void choices() {
    add("abs", DECIMAL, List.of(DECIMAL), one -> exact(one[0]).absolute());
    add("abs", INTEGER, List.of(INTEGER), one -> absolute((Long) one[0]));
    add("round", DECIMAL, List.of(DECIMAL), one -> exact(one[0]).rounded(0));
    add("round", DECIMAL, List.of(DECIMAL, INTEGER), two -> exact(two[0]).rounded((Long) two[1]));
    arithmetic("min", (one, other) -> one.compareTo(other) <= 0 ? one : other);
    arithmetic("max", (one, other) -> one.compareTo(other) >= 0 ? one : other);
    List<ValueKind> whole = List.of(INTEGER, INTEGER);
    add("min", INTEGER, whole, two -> Math.min((Long) two[0], (Long) two[1]));
    add("max", INTEGER, whole, two -> Math.max((Long) two[0], (Long) two[1]));
  }

  private void conversions() {
    add("decimal", DECIMAL, List.of(TEXT), one -> read((String) one[0]));
    add("decimal", DECIMAL, List.of(INTEGER), one -> exact(one[0]));
    add("decimal", DECIMAL, List.of(DECIMAL), one -> one[0]);
    add("int", INTEGER, List.of(DECIMAL), one -> exact(one[0]).whole());
    add("string", TEXT, List.of(DECIMAL), one -> one[0].toString());
    add("string", TEXT, List.of(DATE), one -> one[0].toString());
  }

  /** Digits with a point, as in the mapping; not the numbers of deliveries. */
  static Exact read(String text) {
    try {
      return Exact.checked(new BigDecimal(text.strip()));
    } catch (NumberFormatException notANumber) {
      throw new CelBadFormatException(notANumber);
    }
  }

  private static long absolute(long whole) {
    if (whole == Long.MIN_VALUE) {
      throw new CelNumericOverflowException("no such whole number");
    }
    return Math.abs(whole);
  }

  private void add(String name, ValueKind result, List<ValueKind> arguments, Function.Body body) {
    all.add(Function.of(name, result, arguments, body));
  }

  private void arithmetic(String name, BinaryOperator<Exact> operator) {
    PAIRS.forEach(
        pair -> add(name, DECIMAL, pair, two -> operator.apply(exact(two[0]), exact(two[1]))));
  }

  private void comparison(String name, IntPredicate holds) {
    PAIRS.forEach(
        pair ->
            add(name, BOOLEAN, pair, two -> holds.test(exact(two[0]).compareTo(exact(two[1])))));
  }

  /** As in CEL, nothing is equal to a missing value but a missing value. */
  private void equality(String name, boolean wanted) {
    for (List<ValueKind> pair : PAIRS.subList(1, 3)) {
      all.add(new Function(name, BOOLEAN, pair, true, two -> equal(two[0], two[1]) == wanted));
    }
  }

  private static boolean equal(Object one, Object other) {
    boolean there = isNumber(one) && isNumber(other);
    return there ? exact(one).equals(exact(other)) : !isNumber(one) && !isNumber(other);
  }

  private static boolean isNumber(Object value) {
    return value instanceof Exact || value instanceof Long;
  }

  private static Exact exact(Object value) {
    return value instanceof Exact exact ? exact : Exact.of((Long) value);
  }
}
