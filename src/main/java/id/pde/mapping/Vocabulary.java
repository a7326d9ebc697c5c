package id.pde.mapping;

import java.util.Set;

/**
 * The names that a mapping may refer to.
 *
 * @param codeLists the lists of {@code mappings/codes/}
 * @param agencies the ids of {@code mappings/agencies.yaml}
 */
public record Vocabulary(Set<String> codeLists, Set<String> agencies) {

  public Vocabulary {
    codeLists = Set.copyOf(codeLists);
    agencies = Set.copyOf(agencies);
  }
}
