package id.pde.codes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reference list. A value is found by its code, by a decision of a person, by a name, by a
 * variant; first case-blind, then on letters and digits only, then without the word that tells the
 * level of a region ("Kel."), at last in the spelling of before 1972. Digits that are parted stay
 * parted, so that 35.1 (a 35.10 that lost its zero) does not find 351; but 3574, written without
 * the dot, finds 35.74. Immutable.
 */
public final class CodeList {

  private final String name;
  private final List<Code> codes;
  private final List<Decision> decisions;
  private final Map<String, List<Code>> byCode = new HashMap<>();
  private final Set<String> levels = new HashSet<>();
  private final boolean dated;

  private final CodeIndex exactCodes = new CodeIndex();
  private final CodeIndex decided = new CodeIndex();
  private final CodeIndex names = new CodeIndex();
  private final CodeIndex variants = new CodeIndex();
  private final CodeIndex looseCodes = new CodeIndex();
  private final CodeIndex looseNames = new CodeIndex();
  private final CodeIndex looseVariants = new CodeIndex();
  private final CodeIndex bare = new CodeIndex();
  private final CodeIndex modern = new CodeIndex();
  private final Map<String, CodeIndex> bridges = new HashMap<>();
  private final Suggestions suggestions;

  public CodeList(String name, List<Code> codes) {
    this(name, codes, List.of());
  }

  /**
   * @param decisions of codes in the list; others are passed over
   */
  public CodeList(String name, List<Code> codes, List<Decision> decisions) {
    this.name = name;
    this.codes = List.copyOf(codes);
    this.decisions = List.copyOf(decisions);
    this.dated = this.codes.stream().anyMatch(code -> !code.validity().equals(Validity.ALWAYS));
    for (Code code : this.codes) {
      byCode.computeIfAbsent(code.code(), key -> new ArrayList<>(1)).add(code);
      if (code.level() != null) {
        levels.add(code.level());
      }
    }
    this.codes.forEach(this::index);
    for (Decision decision : this.decisions) {
      byCode(decision.code()).forEach(code -> decided.put(Forms.loose(decision.value()), code));
    }
    this.suggestions = new Suggestions(this.codes);
  }

  private void index(Code code) {
    exactCodes.put(Forms.lower(code.code()), code);
    looseCodes.put(Forms.loose(code.code()), code);
    looseCodes.put(Forms.joined(code.code()), code);
    names.put(Forms.lower(code.name()), code);
    looseNames.put(Forms.loose(code.name()), code);
    for (String variant : code.variants()) {
      variants.put(Forms.lower(variant), code);
      looseVariants.put(Forms.loose(variant), code);
    }
    List<String> spellings = new ArrayList<>(code.variants());
    spellings.add(code.name());
    for (String spelling : spellings) {
      String rest = code.level() == null ? Forms.loose(spelling) : Prefix.of(spelling).rest();
      bare.put(rest, code);
      modern.put(Forms.modern(rest), code);
    }
    code.bridges()
        .forEach(
            (system, forms) -> {
              CodeIndex index = bridges.computeIfAbsent(system, key -> new CodeIndex());
              forms.forEach(form -> index.put(Forms.loose(form), code));
            });
  }

  public String name() {
    return name;
  }

  public List<Code> codes() {
    return codes;
  }

  /** What people decided about spellings, in the order of the file. */
  public List<Decision> decisions() {
    return decisions;
  }

  /** The levels that occur in it. */
  public Set<String> levels() {
    return Set.copyOf(levels);
  }

  /** The other systems whose codes it knows. */
  public Set<String> systems() {
    return Set.copyOf(bridges.keySet());
  }

  /** Whether the answer may depend on the time that data speak of. */
  public boolean dated() {
    return dated;
  }

  /** The rows of a code as it is written; none: empty. */
  public List<Code> byCode(String code) {
    return byCode.getOrDefault(code, List.of());
  }

  /** The code of a tidied value, or null where the list does not know it or knows two. */
  public @Nullable String find(String value) {
    return look(Question.of(value)) instanceof Lookup.Found found ? found.code().code() : null;
  }

  /** Which code is meant. */
  public Lookup look(Question question) {
    Sieve sieve = new Sieve(this, question);
    Lookup found =
        question.system() == null
            ? own(question.value(), sieve)
            : sieve.of(foreign(question.system(), question.value()));
    return found == null ? sieve.missed() : found;
  }

  private List<Code> foreign(String system, String value) {
    CodeIndex index = bridges.get(system);
    return index == null ? List.of() : index.get(Forms.loose(value));
  }

  private @Nullable Lookup own(String value, Sieve sieve) {
    String lower = Forms.lower(value);
    String loose = Forms.loose(value);
    Lookup found = sieve.of(exactCodes.get(lower));
    found = found == null ? sieve.of(decided.get(loose)) : found;
    found = found == null ? sieve.of(names.get(lower)) : found;
    found = found == null ? sieve.of(variants.get(lower)) : found;
    found = found == null ? sieve.of(looseCodes.get(loose)) : found;
    found = found == null ? sieve.of(looseNames.get(loose)) : found;
    found = found == null ? sieve.of(looseVariants.get(loose)) : found;
    if (found != null) {
      return found;
    }
    Prefix prefix = levels.isEmpty() ? new Prefix(Set.of(), loose) : Prefix.of(value);
    found = sieve.of(allowed(bare.get(prefix.rest()), prefix));
    return found == null
        ? sieve.of(allowed(modern.get(Forms.modern(prefix.rest())), prefix))
        : found;
  }

  private static List<Code> allowed(List<Code> codes, Prefix prefix) {
    return codes.stream()
        .filter(code -> code.level() == null || prefix.allows(code.level()))
        .toList();
  }

  /** Codes that may be meant by a value that finds none, the likeliest first; at most three. */
  public List<Suggestion> suggest(Question question) {
    return suggestions.of(
        question.value(), code -> new Sieve(this, question).of(List.of(code)) != null);
  }

  /** Whether a code lies below another one, at any distance. */
  public boolean isBelow(Code code, String ancestor) {
    String parent = code.parent();
    for (int step = 0; parent != null && step <= codes.size(); step++) {
      if (parent.equals(ancestor)) {
        return true;
      }
      List<Code> above = byCode(parent);
      parent = above.isEmpty() ? null : above.get(above.size() - 1).parent();
    }
    return false;
  }
}
