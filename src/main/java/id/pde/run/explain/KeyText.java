package id.pde.run.explain;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.Mapping;
import id.pde.normalise.TypedValue;
import id.pde.normalise.protect.Pseudonyms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values of a key, as a person types them and as the table may hold them. */
record KeyText(Mapping mapping, CodeLists codes, Pseudonyms pseudonyms) {

  private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{8}:[0-9a-f]{32}");

  /**
   * What to look for, the likeliest first: as typed, then as the mapping reads it from a delivery.
   *
   * @param key the columns
   * @param typed a text for each of them
   */
  List<List<String>> readings(List<String> key, List<String> typed) {
    List<String> literal = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      int column = mapping.column(key.get(i));
      String text = typed.get(i);
      boolean named = column >= 0 && isNamed(mapping.columns().get(column), text);
      Optional<String> other = named || column < 0 ? Optional.empty() : read(column, text);
      read.add(other.orElse(text));
      literal.add(hides(column) && !named ? read.get(i) : text);
    }
    return literal.equals(read) ? List.of(literal) : List.of(literal, read);
  }

  /** The first of these columns whose pseudonyms cannot be made here; none: they all can. */
  Optional<String> nameless(List<String> key, List<String> typed) {
    for (int i = 0; i < typed.size(); i++) {
      int column = mapping.column(key.get(i));
      if (hides(column)
          && pseudonyms.keyId().isEmpty()
          && !isNamed(mapping.columns().get(column), typed.get(i))) {
        return Optional.of(key.get(i));
      }
    }
    return Optional.empty();
  }

  private boolean hides(int column) {
    return column >= 0 && mapping.columns().get(column).protect() == Protect.HMAC;
  }

  private static boolean isNamed(ColumnSpec column, String text) {
    return column.protect() == Protect.HMAC && PSEUDONYM.matcher(text).matches();
  }

  private Optional<String> read(int column, String text) {
    return TypedValue.of(mapping, column, new TypedValue.Reading(text, codes), pseudonyms)
        .map(
            value ->
                value instanceof BigDecimal number ? number.toPlainString() : value.toString());
  }
}
