package id.pde.source.layout.stage;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Headings;
import id.pde.mapping.Mapping;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.normalise.Tidy;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which words in an unpivoted cell stand for nothing. */
final class NoValue {

  private NoValue() {}

  /** The words, lower-case, that say "no value" to every column that reads the value field. */
  static Set<String> of(Mapping mapping) {
    Unpivot unpivot = mapping.source().table().unpivot();
    if (unpivot == null) {
      return Set.of();
    }
    String value = Headings.form(unpivot.value());
    List<ColumnSpec> readers =
        mapping.columns().stream()
            .filter(
                column -> column.from().stream().anyMatch(one -> Headings.form(one).equals(value)))
            .toList();
    Set<String> words = new HashSet<>();
    for (int i = 0; i < readers.size(); i++) {
      Set<String> its = new HashSet<>();
      for (String word : readers.get(i).reading().noValue()) {
        its.add(Tidy.word(word).toLowerCase(Locale.ROOT));
      }
      if (i == 0) {
        words.addAll(its);
      } else {
        words.retainAll(its);
      }
    }
    return words;
  }
}
