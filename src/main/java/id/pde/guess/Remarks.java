package id.pde.guess;

import id.pde.model.Location;
import id.pde.model.Text;
import java.util.List;
import java.util.stream.Collectors;

/** The words of what is uncertain: counts and places, never a value. */
final class Remarks {

  private Remarks() {}

  /** Some values of all are of a kind; where the first others stand. */
  static Text share(long some, long all, Text kind, List<Location> others) {
    String places =
        others.stream().map(Location::shown).distinct().collect(Collectors.joining("; "));
    String more = all - some > others.size() ? "; ..." : "";
    return new Text(
        some + " dari " + all + " isian " + kind.id() + "; lainnya: " + places + more,
        some + " of " + all + " values are " + kind.en() + "; others: " + places + more);
  }

  static Text of(String indonesian, String english) {
    return new Text(indonesian, english);
  }
}
