package id.pde.run.recognise;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Headings;
import id.pde.mapping.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A mapping that comes near to the headings of a part.
 *
 * @param lacking headings that it looks for and the part does not have
 * @param unknown headings of the part that it does not know
 */
record Nearest(Mapping mapping, int found, List<String> lacking, List<String> unknown) {

  private static final Comparator<Nearest> ORDER =
      Comparator.comparing((Nearest one) -> -one.found())
          .thenComparing(one -> one.lacking().size())
          .thenComparing(one -> one.mapping().id());

  Nearest {
    lacking = List.copyOf(lacking);
    unknown = List.copyOf(unknown);
  }

  /** The nearest ones, best first; none that has nothing in common. */
  static List<Nearest> of(Collection<Mapping> mappings, List<String> headings) {
    return mappings.stream()
        .map(mapping -> of(mapping, headings))
        .filter(near -> near.found() > 0)
        .sorted(ORDER)
        .toList();
  }

  private static Nearest of(Mapping mapping, List<String> headings) {
    Set<String> forms = new HashSet<>();
    for (String heading : headings) {
      forms.add(Headings.form(heading));
      forms.add(Headings.form(Headings.lastPart(heading)));
    }
    Set<String> known = new HashSet<>();
    List<String> lacking = new ArrayList<>();
    int found = 0;
    for (ColumnSpec column : mapping.columns()) {
      List<String> real = column.from().stream().filter(one -> !one.startsWith("$")).toList();
      real.forEach(one -> known.add(Headings.form(one)));
      if (real.stream().anyMatch(one -> forms.contains(Headings.form(one)))) {
        found++;
      } else if (!real.isEmpty()) {
        lacking.add(real.get(0));
      }
    }
    List<String> unknown =
        headings.stream()
            .filter(one -> !known.contains(Headings.form(one)))
            .filter(one -> !known.contains(Headings.form(Headings.lastPart(one))))
            .toList();
    return new Nearest(mapping, found, lacking, unknown);
  }
}
