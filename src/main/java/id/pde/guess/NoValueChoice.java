package id.pde.guess;

import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which words of a field mean that there is no value. */
final class NoValueChoice {

  private final FieldEvidence field;

  NoValueChoice(FieldEvidence field) {
    this.field = field;
  }

  /** The dashes among them, as YAML; "" is none. */
  String dashes() {
    List<String> found =
        field.noValues().keySet().stream().filter(word -> word.matches("[-–—]+")).sorted().toList();
    return found.isEmpty() ? "" : Yaml.list(found);
  }

  /** Adds what a column of that type has to declare. */
  void put(String type, Map<String, String> details, List<Text> remarks) {
    List<String> words =
        field.noValues().keySet().stream()
            .filter(word -> !details.getOrDefault("when-false", "").contains('"' + word + '"'))
            .sorted()
            .toList();
    if (!words.isEmpty()) {
      details.put("no-value", Yaml.list(words));
    }
    if (field.nothings() > 0) {
      boolean number = type.equals("integer") || type.startsWith("decimal");
      details.put(number ? "values" : "no-value", number ? "{Nihil: 0}" : Yaml.list(with(words)));
      Text read = number ? Remarks.of("0", "0") : Remarks.of("tanpa nilai", "no value");
      remarks.add(
          Remarks.of(
              "\"Nihil\" (" + field.nothings() + " kali) dibaca sebagai " + read.id(),
              "\"Nihil\" (" + field.nothings() + " times) is read as " + read.en()));
    }
  }

  private static List<String> with(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.add("Nihil");
    return all;
  }
}
