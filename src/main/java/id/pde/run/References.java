package id.pde.run;

import id.pde.codes.CodeLists;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the names in the warehouse are taken from.
 *
 * @param codes the lists that are known here; others stay as they are
 * @param agencies names by id; empty: they stay as they are
 */
public record References(CodeLists codes, Map<String, String> agencies) {

  public static final References NONE = new References(CodeLists.NONE, Map.of());

  public References {
    agencies = Map.copyOf(agencies);
  }

  public static References of(CodeLists codes, Map<String, MappingFolder.Agency> agencies) {
    Map<String, String> names = new TreeMap<>();
    agencies.forEach((id, agency) -> names.put(id, agency.name()));
    return new References(codes, names);
  }
}
