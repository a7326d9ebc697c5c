package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Faults that only show when all mappings of a deployment are seen together. */
final class MappingConflicts {

  private MappingConflicts() {}

  /**
   * A table has one owner; others say whose it is. Without that, the first mapping in the order of
   * ids keeps it.
   */
  static void refuseSharedTables(Map<String, Mapping> mappings, List<Issue> faults) {
    Map<String, String> owners = new HashMap<>();
    mappings.forEach(
        (id, mapping) -> {
          if (mapping.target().terms().owner() == null) {
            owners.putIfAbsent(mapping.target().table(), id);
          }
        });
    List<String> refused = new ArrayList<>();
    mappings.forEach(
        (id, mapping) -> {
          String owner = owners.getOrDefault(mapping.target().table(), "");
          List<Issue> found =
              mapping.target().terms().owner() != null
                  ? new GuestFaults(mapping, mappings).find()
                  : owner.equals(id) ? List.of() : List.of(sharedTable(mapping, owner));
          if (!found.isEmpty()) {
            refused.add(id);
            faults.addAll(found);
          }
        });
    mappings.keySet().removeAll(refused);
  }

  /**
   * What would be wrong between a mapping and those that are there, were it one of them.
   *
   * @param others those without faults
   * @param ids of all
   */
  static List<Issue> beside(Mapping mapping, Map<String, Mapping> others, Set<String> ids) {
    Map<String, Mapping> all = new TreeMap<>(others);
    all.put(mapping.id(), mapping);
    List<Issue> faults = new ArrayList<>();
    Issue former = formerStillThere(mapping, ids);
    if (former != null) {
      faults.add(former);
    }
    nameUnknownSharers(Map.of(mapping.id(), mapping), ids, faults);
    refuseSharedTables(all, faults);
    return faults;
  }

  /** A mapping that was renamed is not there under its old id any more; null: it is not. */
  static @Nullable Issue formerStillThere(Mapping mapping, Set<String> ids) {
    String former = mapping.target().terms().former().mapping();
    if (former == null || !ids.contains(former)) {
      return null;
    }
    return Issue.of(
        "was.mapping",
        Severity.REFUSE,
        new FilePlace(mapping.text().file(), 1, 1),
        new Advice(
            "was",
            new Text(
                "was: pemetaan " + former + " masih ada",
                "was: the mapping " + former + " is there"),
            new Text(
                "hapus berkas lamanya bila pemetaan ini menggantikannya, atau hapus was:",
                "remove its file if this mapping takes its place, or take was: out")));
  }

  /** {@code with:} names mappings that are there. */
  static void nameUnknownSharers(
      Map<String, Mapping> mappings, Set<String> ids, List<Issue> faults) {
    for (Mapping mapping : mappings.values()) {
      for (String other : mapping.with()) {
        if (!ids.contains(other)) {
          String shown = Quoted.of(other);
          faults.add(
              Issue.of(
                  "mapping.with",
                  Severity.REFUSE,
                  new FilePlace(mapping.text().file(), 1, 1),
                  new Advice(
                      "with",
                      new Text(
                          "with: tidak ada pemetaan " + shown,
                          "with: there is no mapping " + shown),
                      Suggestion.fix(other, ids))));
        }
      }
    }
  }

  private static Issue sharedTable(Mapping mapping, String owner) {
    String table = mapping.target().table();
    return Issue.of(
        "target.owner",
        Severity.REFUSE,
        new FilePlace(mapping.text().file(), 1, 1),
        new Advice(
            "target.table",
            new Text(
                "tabel " + table + " milik " + owner,
                "the table " + table + " belongs to " + owner),
            new Text(
                "pilih nama tabel lain; bila keduanya mengisi tabel ini: owner: " + owner,
                "choose another table; if both fill this one: owner: " + owner)));
  }
}
