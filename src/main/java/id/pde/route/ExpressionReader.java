package id.pde.route;

import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks the expression of a step: one of the few languages that cannot do anything but look. */
final class ExpressionReader {

  static final Set<String> LANGUAGES = Set.of("constant", "header", "exchangeProperty", "jsonpath");

  private static final Set<String> ALLOWED = Set.of("constant", "header", "exchangeProperty");
  private static final Text LANGUAGE = new Text("ekspresi", "expression");

  /** Camel would read a header's name as a simple expression: only plain names are let through. */
  static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

  private final Faults faults;

  ExpressionReader(Faults faults) {
    this.faults = faults;
  }

  /** Checks a step that needs an expression; what else it may hold is in {@code keys}. */
  void check(Piece.Block step, Set<String> keys) {
    List<Piece.Entry> found = new ArrayList<>();
    for (Map.Entry<String, Piece.Entry> entry : step.entries().entrySet()) {
      String key = entry.getKey();
      if (keys.contains(key)) {
        continue;
      }
      if (key.equals("expression")) {
        nested(entry.getValue(), found);
      } else {
        language(key, entry.getValue(), found);
      }
    }
    if (found.size() == 1 || (found.isEmpty() && hasUnknown(step, keys))) {
      return;
    }
    faults.add(
        step.place(),
        "route.expression",
        found.isEmpty()
            ? new Text("langkah ini perlu sebuah ekspresi", "this step needs an expression")
            : new Text(
                "langkah ini punya lebih dari satu ekspresi",
                "this step has more than one expression"),
        new Text(
            "tulis satu saja dari: " + String.join(", ", new TreeSet<>(ALLOWED)),
            "write exactly one of: " + String.join(", ", new TreeSet<>(ALLOWED))));
  }

  private static boolean hasUnknown(Piece.Block step, Set<String> keys) {
    return step.entries().keySet().stream().anyMatch(key -> !keys.contains(key));
  }

  private void nested(Piece.Entry entry, List<Piece.Entry> found) {
    if (entry.value() instanceof Piece.Block inner) {
      for (Map.Entry<String, Piece.Entry> language : inner.entries().entrySet()) {
        language(language.getKey(), language.getValue(), found);
      }
      return;
    }
    // Camel reads a bare text here as a simple expression.
    faults.notAllowed(entry.place(), LANGUAGE, entry.written(), ALLOWED);
  }

  private void language(String name, Piece.Entry entry, List<Piece.Entry> found) {
    if (!LANGUAGES.contains(name)) {
      faults.notAllowed(entry.place(), LANGUAGE, entry.written(), ALLOWED);
      return;
    }
    found.add(entry);
    if (!ALLOWED.contains(name)) {
      faults.notYet(entry.place(), LANGUAGE, name);
      return;
    }
    Piece value = entry.value();
    if (value instanceof Piece.Block block) {
      Shape.onlyKeys(block, Set.of("expression", "id", "trim"), faults);
      Piece inner = block.get("expression");
      if (inner != null) {
        value = inner;
      }
    }
    if (!(value instanceof Piece.Scalar scalar)) {
      faults.notAllowed(entry.place(), LANGUAGE, name, ALLOWED);
      return;
    }
    if (name.equals("constant")) {
      constant(scalar);
    } else if (!PLAIN_NAME.matcher(scalar.text()).matches()) {
      faults.add(
          scalar.place(),
          "route.name",
          new Text(
              "nama \"" + Faults.shown(scalar.text()) + "\" bukan nama biasa",
              "the name \"" + Faults.shown(scalar.text()) + "\" is not a plain name"),
          new Text("pakai huruf, angka, titik dan garis", "use letters, digits, dots and dashes"));
    }
  }

  private void constant(Piece.Scalar scalar) {
    // Camel's constant reads the file behind "resource:" instead of taking the text as it is.
    if (scalar.text().strip().toLowerCase(Locale.ROOT).startsWith("resource:")) {
      faults.add(
          scalar.place(),
          "route.resource",
          new Text(
              "nilai tetap tidak boleh diambil dari berkas atau alamat lain",
              "a constant must not come from a file or another address"),
          new Text("tulis nilainya di sini", "write the value here"));
    }
  }
}
