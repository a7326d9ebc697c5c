package id.pde.source.codes;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.Decision;
import id.pde.mapping.yaml.Faults;
import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.run.CodeListReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a code list: UTF-8, comma, one header line, {@code code,name} and, where they apply, {@code
 * level,parent,valid_from,valid_to,successor,variants,code_<system>}; and the files beside it.
 * Holds no state.
 */
public final class CodeListCsv implements CodeListReader {

  private static final String DECISIONS = "decisions";

  @Override
  public Read read(CodeFile file, List<CodeFile> beside) {
    Faults faults = new Faults();
    List<Code> codes = CodeRows.read(file, faults);
    List<Issue> issues = new ArrayList<>(faults.issues());
    List<Decision> decisions = List.of();
    for (CodeFile more : beside) {
      Faults here = new Faults();
      BesideRows rows = new BesideRows(codes, here);
      if (more.name().equals(DECISIONS)) {
        decisions = rows.decisions(more);
      } else {
        codes = bridged(codes, more.name(), rows.bridge(more));
      }
      issues.addAll(here.issues());
    }
    boolean usable = issues.stream().allMatch(issue -> issue.severity() == Severity.WARN);
    return new Read(usable ? new CodeList(file.name(), codes, decisions) : null, issues);
  }

  @Override
  public String without(String content, Decision decision) {
    return DecisionLines.without(content, decision);
  }

  private static List<Code> bridged(
      List<Code> codes, String system, Map<String, List<String>> forms) {
    return codes.stream()
        .map(
            code -> {
              List<String> own = forms.get(code.code());
              return own == null ? code : code.bridged(system, own);
            })
        .toList();
  }
}
