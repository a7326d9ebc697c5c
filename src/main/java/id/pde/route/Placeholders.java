package id.pde.route;

import id.pde.model.Text;
import java.util.regex.Pattern;

/**
 * Refuses {@code {{...}}} wherever it could change what a route does: only the value of an option
 * may come from the environment.
 */
final class Placeholders {

  private static final Pattern ENVIRONMENT =
      Pattern.compile("\\{\\{(env:[A-Za-z][A-Za-z0-9_]*|file:[A-Za-z0-9][A-Za-z0-9._-]*)}}");

  private final Faults faults;

  Placeholders(Faults faults) {
    this.faults = faults;
  }

  void check(Piece piece) {
    walk(piece, "");
  }

  private void walk(Piece piece, String key) {
    if (piece instanceof Piece.Items list) {
      list.items().forEach(item -> walk(item, key));
    } else if (piece instanceof Piece.Block block) {
      block
          .entries()
          .forEach(
              (name, entry) -> walk(entry.value(), key.equals("parameters") ? "parameters" : name));
    } else if (piece instanceof Piece.Scalar scalar) {
      scalar(scalar, key);
    }
  }

  private void scalar(Piece.Scalar scalar, String key) {
    String left =
        switch (key) {
          case "parameters" -> ENVIRONMENT.matcher(scalar.text()).replaceAll("");
          case "uri", "to", "from" -> withoutOptions(scalar.text());
          default -> scalar.text();
        };
    if (left.contains("{{") || left.contains("}}")) {
      faults.add(
          scalar.place(),
          "route.placeholder",
          new Text("{{...}} tidak diizinkan di sini", "{{...}} is not allowed here"),
          new Text(
              "tulis nilainya; hanya nilai opsi alamat boleh {{env:NAMA}}",
              "write the value; only the value of an address option may be {{env:NAME}}"));
    }
  }

  private static String withoutOptions(String uri) {
    int cut = uri.indexOf('?');
    return cut < 0
        ? uri
        : uri.substring(0, cut) + ENVIRONMENT.matcher(uri.substring(cut)).replaceAll("");
  }
}
