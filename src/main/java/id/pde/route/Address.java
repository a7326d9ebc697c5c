package id.pde.route;

import id.pde.model.Location.FilePlace;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of an endpoint, taken apart.
 *
 * @param scheme as written: an encoded or upper-case one is not put right, it is not allowed
 * @param options of the query and of {@code parameters}, decoded
 */
record Address(FilePlace place, String scheme, String path, Map<String, Option> options) {

  private static final Pattern FORM =
      Pattern.compile("([^:?]*):(?://)?([^?]*)(?:\\?(.*))?", Pattern.DOTALL);

  Address {
    options = new LinkedHashMap<>(options);
  }

  /** A value with its place. */
  record Option(FilePlace place, String value) {}

  /** The address that a text spells, or null where it has no scheme. */
  static @Nullable Address parse(FilePlace place, String text, Faults faults) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    Address address = new Address(place, form.group(1), form.group(2), new LinkedHashMap<>());
    String query = form.group(3);
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        int cut = pair.indexOf('=');
        String name = cut < 0 ? pair : pair.substring(0, cut);
        String value = cut < 0 ? "" : pair.substring(cut + 1);
        address.add(decoded(name), new Option(place, decoded(value)), faults);
      }
    }
    return address;
  }

  void add(String name, Option option, Faults faults) {
    if (options.putIfAbsent(name, option) != null) {
      faults.add(
          option.place(),
          "route.option-twice",
          new id.pde.model.Text(
              "opsi \"" + Faults.shown(name) + "\" ditulis dua kali",
              "the option \"" + Faults.shown(name) + "\" is written twice"),
          new id.pde.model.Text("hapus salah satu", "remove one of them"));
    }
  }

  @Nullable String option(String name) {
    Option option = options.get(name);
    return option == null ? null : option.value;
  }

  FilePlace placeOf(String name) {
    Option option = options.get(name);
    return option == null ? place : option.place;
  }

  /** A plus sign stands for itself, as Camel reads it. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
