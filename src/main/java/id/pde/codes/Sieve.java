package id.pde.codes;

import id.pde.codes.Validity.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sifts the codes that go by a form through the rest of the question, and keeps the near misses.
 */
final class Sieve {

  private final CodeList list;
  private final Question question;
  private @Nullable Lookup miss;

  Sieve(CodeList list, Question question) {
    this.list = list;
    this.question = question;
  }

  /** The answer that these codes give, or null where none of them fits. */
  @Nullable Lookup of(List<Code> codes) {
    if (codes.isEmpty()) {
      return null;
    }
    List<Code> fit = codes;
    fit = sift(fit, this::isOfLevel, Lookup.OtherLevel::new);
    fit = sift(fit, this::isBelowParent, Lookup.OtherParent::new);
    fit = sift(fit, this::isValid, Lookup.Outdated::new);
    if (fit.isEmpty()) {
      return null;
    }
    List<Code> best = distinct(prefer(prefer(fit, this::isOfBestLevel), this::isValidAtEnd));
    return best.size() == 1 ? new Lookup.Found(best.get(0)) : new Lookup.Several(best);
  }

  /** What to say where no form fitted. */
  Lookup missed() {
    return miss == null ? new Lookup.Unknown() : miss;
  }

  private interface Miss {
    Lookup of(Code code);
  }

  private List<Code> sift(List<Code> codes, Predicate<Code> test, Miss why) {
    List<Code> fit = codes.stream().filter(test).toList();
    if (fit.isEmpty() && !codes.isEmpty() && miss == null) {
      miss = why.of(codes.get(0));
    }
    return fit;
  }

  private static List<Code> prefer(List<Code> codes, Predicate<Code> test) {
    List<Code> preferred = codes.size() < 2 ? codes : codes.stream().filter(test).toList();
    return preferred.isEmpty() ? codes : preferred;
  }

  /** Rows of one code count as one. */
  private static List<Code> distinct(List<Code> codes) {
    Map<String, Code> distinct = new LinkedHashMap<>();
    codes.forEach(code -> distinct.putIfAbsent(code.code(), code));
    return new ArrayList<>(distinct.values());
  }

  private boolean isOfLevel(Code code) {
    return question.levels().isEmpty() || question.levels().contains(code.level());
  }

  private boolean isOfBestLevel(Code code) {
    return !question.levels().isEmpty() && question.levels().get(0).equals(code.level());
  }

  private boolean isBelowParent(Code code) {
    String parent = question.parent();
    return parent == null || list.isBelow(code, parent);
  }

  private boolean isValid(Code code) {
    Span span = question.span();
    return span == null || code.validity().meets(span);
  }

  private boolean isValidAtEnd(Code code) {
    Span span = question.span();
    return span == null ? code.validity().to() == null : code.validity().includes(span.end());
  }
}
