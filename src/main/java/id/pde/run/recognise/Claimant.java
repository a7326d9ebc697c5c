package id.pde.run.recognise;

import id.pde.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A mapping whose headings a part has.
 *
 * @param named whether the name of the file speaks for it, too
 * @param fields of the part that it reads
 */
record Claimant(Mapping mapping, boolean named, Set<Integer> fields) {

  Claimant {
    fields = Set.copyOf(fields);
  }

  /** Whether one of the two says that they share their sheets. */
  boolean with(Claimant other) {
    return with(other.mapping);
  }

  boolean with(Mapping other) {
    return mapping.with().contains(other.id()) || other.with().contains(mapping.id());
  }

  /**
   * Whether it reads all that the other reads, and more. What columns a mapping turns into rows
   * does not show in its fields: such a one is never outdone.
   */
  private boolean exceeds(Claimant other) {
    return other.mapping.source().table().unpivot() == null
        && fields.size() > other.fields.size()
        && fields.containsAll(other.fields);
  }

  /**
   * Those who stay: the name of the file decides before the headings, and who reads more of the
   * headings before who reads a part of them. Mappings that share their sheets stay together.
   */
  static List<Claimant> best(List<Claimant> all) {
    boolean anyNamed = all.stream().anyMatch(Claimant::named);
    List<Claimant> named = kept(all, one -> !anyNamed || one.named());
    return kept(named, one -> named.stream().noneMatch(other -> other.exceeds(one)));
  }

  private static List<Claimant> kept(
      List<Claimant> all, java.util.function.Predicate<Claimant> stays) {
    List<Claimant> kept = new ArrayList<>(all.stream().filter(stays).toList());
    List<Claimant> sharing =
        all.stream()
            .filter(one -> !kept.contains(one) && kept.stream().anyMatch(one::with))
            .toList();
    kept.addAll(sharing);
    return kept;
  }

  /** Whether every two of them share their sheets. */
  static boolean agree(List<Claimant> all) {
    return all.stream()
        .allMatch(one -> all.stream().allMatch(other -> one.equals(other) || one.with(other)));
  }
}
