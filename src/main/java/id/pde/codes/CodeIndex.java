package id.pde.codes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes by one kind of form. */
final class CodeIndex {

  private final Map<String, List<Code>> codes = new HashMap<>();

  void put(String form, Code code) {
    if (!form.isEmpty()) {
      List<Code> same = codes.computeIfAbsent(form, key -> new ArrayList<>(1));
      if (!same.contains(code)) {
        same.add(code);
      }
    }
  }

  List<Code> get(String form) {
    return codes.getOrDefault(form, List.of());
  }
}
