package id.pde.run;

import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.Mapping;
import id.pde.mapping.Narrowing;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether a mapping names only levels, parents and systems that its code lists have. */
final class CodeUses {

  private CodeUses() {}

  static List<Issue> faults(Mapping mapping, CodeLists codes) {
    List<Issue> faults = new ArrayList<>();
    for (ColumnSpec column : mapping.columns()) {
      CodeList list = column.type() instanceof CodeType type ? codes.find(type.list()) : null;
      if (list != null && column.type() instanceof CodeType type) {
        check(column, type.narrowing(), list, faults);
      }
    }
    return faults;
  }

  private static void check(
      ColumnSpec column, Narrowing narrowing, CodeList list, List<Issue> faults) {
    for (String level : narrowing.levels()) {
      if (!list.levels().contains(level)) {
        faults.add(fault(column, "level", level, list.name(), list.levels()));
      }
    }
    String parent = narrowing.parentCode();
    if (parent != null && list.byCode(parent).isEmpty()) {
      faults.add(fault(column, "parent", parent, list.name(), List.of()));
    }
    String system = narrowing.system();
    if (system != null && !list.systems().contains(system)) {
      faults.add(fault(column, "system", system, list.name(), list.systems()));
    }
  }

  private static Issue fault(
      ColumnSpec column, String key, String written, String list, Collection<String> known) {
    String shown = Quoted.of(written);
    Text fix =
        known.isEmpty()
            ? new Text(
                "lihat mappings/codes/" + list + ".csv",
                "look into mappings/codes/" + list + ".csv")
            : Suggestion.fix(written, known);
    return Issue.of(
        "column." + key,
        Severity.REFUSE,
        column.place(),
        new Advice(
            key,
            new Text(
                column.name() + ": daftar kode " + list + " tidak mengenal " + key + " " + shown,
                column.name() + ": the code list " + list + " has no " + key + " " + shown),
            fix));
  }
}
