package id.pde.codes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code mappings/codes/<list>.csv}. A code may have several rows whose validities do
 * not meet: it was renamed, or moved to another parent.
 *
 * @param parent the code above it in the same list
 * @param variants further spellings
 * @param successors the codes that took its place when it ended: several after a split
 * @param bridges what other systems call it, by system: {@code bps} to its codes and names there
 */
public record Code(
    String code,
    String name,
    @Nullable String level,
    @Nullable String parent,
    List<String> variants,
    Validity validity,
    List<String> successors,
    Map<String, List<String>> bridges) {

  public Code {
    variants = List.copyOf(variants);
    successors = List.copyOf(successors);
    bridges = Map.copyOf(bridges);
  }

  /** A code that is always valid and known to no other system. */
  public Code(
      String code,
      String name,
      @Nullable String level,
      @Nullable String parent,
      List<String> variants) {
    this(code, name, level, parent, variants, Validity.ALWAYS, List.of(), Map.of());
  }

  /** The same, with what one more system calls it. */
  public Code bridged(String system, List<String> forms) {
    Map<String, List<String>> all = new HashMap<>(bridges);
    all.put(system, List.copyOf(forms));
    return new Code(code, name, level, parent, variants, validity, successors, all);
  }
}
