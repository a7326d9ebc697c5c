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

/** Faults that only show when all mappings of a deployment are seen together. */
final class MappingConflicts {

  private MappingConflicts() {}

  /** A table has one owner; the first mapping in the order of ids keeps it. */
  static void refuseSharedTables(Map<String, Mapping> mappings, List<Issue> faults) {
    Map<String, String> owners = new HashMap<>();
    List<String> refused = new ArrayList<>();
    mappings.forEach(
        (id, mapping) -> {
          String table = mapping.target().table();
          String owner = owners.putIfAbsent(table, id);
          if (owner != null) {
            refused.add(id);
            faults.add(sharedTable(mapping, table, owner));
          }
        });
    mappings.keySet().removeAll(refused);
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

  private static Issue sharedTable(Mapping mapping, String table, String owner) {
    return Issue.of(
        "target.owner",
        Severity.REFUSE,
        new FilePlace(mapping.text().file(), 1, 1),
        new Advice(
            "target.table",
            new Text(
                "tabel " + table + " milik " + owner,
                "the table " + table + " belongs to " + owner),
            new Text("pilih nama tabel lain", "choose another table")));
  }
}
