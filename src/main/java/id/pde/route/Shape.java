package id.pde.route;

import id.pde.model.Text;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that a block holds nothing but what is known. */
final class Shape {

  private static final Text KEY = new Text("kunci", "key");
  private static final Text OPTION = new Text("opsi", "option");

  private Shape() {}

  static void onlyKeys(Piece.Block block, Set<String> allowed, Faults faults) {
    for (Map.Entry<String, Piece.Entry> entry : block.entries().entrySet()) {
      if (!allowed.contains(entry.getKey())) {
        faults.notAllowed(entry.getValue().place(), KEY, entry.getValue().written(), allowed);
      }
    }
  }

  /** Known keys whose values have a known form. */
  static void values(Piece.Block block, Map<String, Pattern> allowed, Faults faults) {
    onlyKeys(block, allowed.keySet(), faults);
    for (Map.Entry<String, Piece.Entry> entry : block.entries().entrySet()) {
      Pattern form = allowed.get(entry.getKey());
      if (form == null) {
        continue;
      }
      String text = entry.getValue().value() instanceof Piece.Scalar scalar ? scalar.text() : null;
      if (text == null || !form.matcher(text).matches()) {
        value(
            entry.getValue().value().place(),
            entry.getValue().written(),
            text == null ? "" : text,
            faults);
      }
    }
  }

  static void options(Address address, Map<String, Pattern> allowed, Faults faults) {
    for (Map.Entry<String, Address.Option> option : address.options().entrySet()) {
      Pattern form = allowed.get(option.getKey());
      if (form == null) {
        faults.notAllowed(option.getValue().place(), OPTION, option.getKey(), allowed.keySet());
      } else if (!form.matcher(option.getValue().value()).matches()) {
        value(option.getValue().place(), option.getKey(), option.getValue().value(), faults);
      }
    }
  }

  private static void value(
      id.pde.model.Location.FilePlace place, String name, String written, Faults faults) {
    faults.add(
        place,
        "route.value",
        new Text(
            "nilai \"" + Faults.shown(written) + "\" untuk \"" + name + "\" tidak diizinkan",
            "the value \"" + Faults.shown(written) + "\" of \"" + name + "\" is not allowed"),
        new Text(
            "hapus \"" + name + "\" atau perbaiki nilainya",
            "remove \"" + name + "\" or correct its value"));
  }

  /** The agency that an address names, with its faults; null: none that there is. */
  static @Nullable String agency(Address address, RouteScope scope, Faults faults) {
    String agency = address.option("agency");
    if (agency == null) {
      String slashes = address.scheme().equals("pde") ? ":" : "://";
      String place = address.scheme() + slashes + address.path();
      faults.add(
          address.place(),
          "route.no-agency",
          new Text(place + " tanpa agency", place + " without an agency"),
          new Text("tulis " + place + "?agency=NAMA", "write " + place + "?agency=NAME"));
      return null;
    }
    if (!scope.agencies().contains(agency)) {
      faults.add(
          address.placeOf("agency"),
          "route.no-such-agency",
          new Text(
              "perangkat daerah \"" + Faults.shown(agency) + "\" tidak ada di agencies.yaml",
              "there is no agency \"" + Faults.shown(agency) + "\" in agencies.yaml"),
          Nearest.to(agency, scope.agencies())
              .map(
                  near ->
                      new Text(
                          "mungkin maksudnya \"" + near + "\"?", "did you mean \"" + near + "\"?"))
              .orElseGet(
                  () ->
                      new Text(
                          "tambahkan di mappings/agencies.yaml",
                          "add it to mappings/agencies.yaml")));
      return null;
    }
    return agency;
  }
}
