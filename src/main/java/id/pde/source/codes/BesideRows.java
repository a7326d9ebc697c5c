package id.pde.source.codes;

import id.pde.codes.Code;
import id.pde.codes.Decision;
import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.run.CodeListReader.CodeFile;
import id.pde.source.codes.CodeTable.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files that stand beside a list: what other systems call its codes, and what people decided.
 */
final class BesideRows {

  private final Set<String> known = new HashSet<>();
  private final Faults faults;

  BesideRows(List<Code> codes, Faults faults) {
    codes.forEach(code -> known.add(code.code()));
    this.faults = faults;
  }

  /** Codes and names of another system, by the code of the list. */
  Map<String, List<String>> bridge(CodeFile file) {
    Map<String, List<String>> forms = new HashMap<>();
    new CodeTable(file, faults)
        .read(
            CodeColumns.Kind.BRIDGE,
            line -> {
              String code = line.value("code");
              if (isKnown(line, code)) {
                List<String> all = forms.computeIfAbsent(code, key -> new ArrayList<>());
                add(all, line.value("code_" + file.name()));
                add(all, line.value("name_" + file.name()));
              }
            });
    return forms;
  }

  private static void add(List<String> forms, String form) {
    if (!form.isEmpty()) {
      forms.add(form);
    }
  }

  List<Decision> decisions(CodeFile file) {
    List<Decision> decisions = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    new CodeTable(file, faults)
        .read(
            CodeColumns.Kind.DECISIONS,
            line -> {
              String value = line.value("value");
              String code = line.value("code");
              if (value.isEmpty()) {
                line.fault("codes.empty", "value kosong", "value is empty");
              } else if (isKnown(line, code)) {
                if (!seen.add(List.of(value, code))) {
                  String shown = Quoted.of(value);
                  line.fault(
                      "codes.repeated",
                      "keputusan untuk " + shown + " sudah ada",
                      "the decision for " + shown + " is there already");
                  return;
                }
                decisions.add(
                    new Decision(
                        value, code, line.value("who"), line.value("when"), line.value("why")));
              }
            });
    return decisions;
  }

  private boolean isKnown(Line line, String code) {
    if (known.contains(code)) {
      return true;
    }
    String shown = Quoted.of(code);
    line.fault(
        "codes.code",
        "kode " + shown + " tidak ada di daftarnya",
        "the code " + shown + " is not in the list");
    return false;
  }
}
