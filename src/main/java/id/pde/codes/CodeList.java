package id.pde.codes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reference list. A value is found by its code, its name or a variant; compared case-blind,
 * then on letters and digits only. A form that belongs to two codes finds neither. Digits that are
 * parted stay parted, so that 35.1 (a 35.10 that lost its zero) does not find 351; but 3574,
 * written without the dot, finds 35.74.
 */
public final class CodeList {

  private final String name;
  private final List<Code> codes;
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> loose = new HashMap<>();

  public CodeList(String name, List<Code> codes) {
    this.name = name;
    this.codes = List.copyOf(codes);
    Set<String> undecidedExact = new HashSet<>();
    Set<String> undecidedLoose = new HashSet<>();
    for (Code code : this.codes) {
      for (String form : forms(code)) {
        put(exact, undecidedExact, form.toLowerCase(Locale.ROOT), code.code());
        put(loose, undecidedLoose, loose(form), code.code());
      }
      put(loose, undecidedLoose, joined(code.code()), code.code());
    }
    for (Code code : this.codes) {
      exact.put(code.code().toLowerCase(Locale.ROOT), code.code());
    }
  }

  public String name() {
    return name;
  }

  public List<Code> codes() {
    return codes;
  }

  /** The code of a tidied value, or null where the list does not know it or knows two. */
  public @Nullable String find(String value) {
    String found = exact.get(value);
    if (found != null) {
      return found;
    }
    found = exact.get(value.toLowerCase(Locale.ROOT));
    if (found != null) {
      return found;
    }
    String letters = loose(value);
    return letters.isEmpty() ? null : loose.get(letters);
  }

  private static List<String> forms(Code code) {
    List<String> forms = new ArrayList<>();
    forms.add(code.code());
    forms.add(code.name());
    forms.addAll(code.variants());
    return forms;
  }

  private static void put(
      Map<String, String> index, Set<String> undecided, String form, String code) {
    if (form.isEmpty() || undecided.contains(form)) {
      return;
    }
    String before = index.putIfAbsent(form, code);
    if (before != null && !before.equals(code)) {
      index.remove(form);
      undecided.add(form);
    }
  }

  /** Letters and digits in lower case; a dot where other signs part two digits. */
  private static String loose(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    boolean parted = false;
    for (int i = 0; i < text.length(); ) {
      int sign = text.codePointAt(i);
      i += Character.charCount(sign);
      if (!Character.isLetterOrDigit(sign)) {
        parted = true;
        continue;
      }
      if (parted && Character.isDigit(sign) && endsInDigit(letters)) {
        letters.append('.');
      }
      parted = false;
      letters.appendCodePoint(Character.toLowerCase(sign));
    }
    return letters.toString();
  }

  private static boolean endsInDigit(StringBuilder letters) {
    return !letters.isEmpty() && Character.isDigit(letters.charAt(letters.length() - 1));
  }

  /** A code of digits and dots without its dots; else nothing. */
  private static String joined(String code) {
    boolean digits = code.chars().allMatch(sign -> sign == '.' || (sign >= '0' && sign <= '9'));
    return digits ? code.replace(".", "") : "";
  }
}
