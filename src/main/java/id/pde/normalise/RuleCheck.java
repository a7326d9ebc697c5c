package id.pde.normalise;

import id.pde.mapping.Mapping;
import id.pde.mapping.RecordRules.Derivation;
import id.pde.mapping.RecordRules.Rule;
import id.pde.mapping.cel.Answer;
import id.pde.mapping.cel.CodeSource;
import id.pde.mapping.cel.FormulaRow;
import id.pde.mapping.cel.ReadyFormula;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule of a record. */
final class RuleCheck {

  private static final int SHOWN = 6;

  private final Mapping mapping;
  private final Rule rule;
  private final Column[] columns;
  private final ReadyFormula check;
  private final @Nullable ReadyFormula when;
  private final NeededColumns needed;

  /** The column at whose cell its issues stand: the first with one; null: at the row. */
  private final @Nullable Column anchor;

  RuleCheck(Mapping mapping, Rule rule, Column[] columns, CodeSource codes) {
    this.mapping = mapping;
    this.rule = rule;
    this.columns = columns.clone();
    check = rule.check().ready(mapping::column, codes);
    when = rule.when() == null ? null : rule.when().ready(mapping::column, codes);
    needed = new NeededColumns(mapping, rule.check(), rule.when());
    anchor = anchor();
  }

  private @Nullable Column anchor() {
    for (int position : needed.positions()) {
      if (columns[position].field() >= 0) {
        return columns[position];
      }
    }
    for (int position : needed.positions()) {
      Column origin = origin(position);
      if (origin != null) {
        return origin;
      }
    }
    return null;
  }

  /** The first column of the delivery that a calculated one comes from; null: none. */
  private @Nullable Column origin(int position) {
    if (columns[position].field() >= 0) {
      return columns[position];
    }
    String name = mapping.columns().get(position).name();
    for (Derivation derivation : mapping.records().derivations()) {
      if (derivation.column().equals(name)) {
        for (String source : derivation.value().columns()) {
          Column origin = origin(mapping.column(source));
          if (origin != null) {
            return origin;
          }
        }
      }
    }
    return null;
  }

  /**
   * Adds an issue where the rule does not hold, or has no answer.
   *
   * @param dated whether the period of the row is known, as far as it has one
   */
  void look(RowSoFar row, FormulaRow view, boolean dated, Findings findings) {
    if ((needed.period() && !dated) || needed.atFault(row)) {
      return;
    }
    Answer answer = when == null ? Answer.YES : when.decide(view);
    if (answer.equals(Answer.NO)) {
      return;
    }
    if (answer instanceof Answer.Value) {
      answer = check.decide(view);
    }
    if (answer instanceof Answer.Failed failed) {
      findings.broken(at(failed), Severity.REJECT, "rule.failed", failure(failed));
    } else if (!answer.equals(Answer.YES)) {
      findings.broken(anchor, rule.severity(), "rule." + rule.name(), broken(row, findings));
    }
  }

  private @Nullable Column at(Answer.Failed failed) {
    return failed.column().map(name -> columns[mapping.column(name)]).orElse(anchor);
  }

  private Advice failure(Answer.Failed failed) {
    return new Advice(
        place(),
        new Text(
            "aturan " + rule.name() + " tidak dapat dihitung: " + failed.message().id(),
            "rule " + rule.name() + " has no answer: " + failed.message().en()),
        failed.fix());
  }

  private Advice broken(RowSoFar row, Findings findings) {
    Text what = rule.message() == null ? Text.same(rule.check().text()) : rule.message();
    String values = values(row, findings);
    String shown = values.isEmpty() ? "" : " (" + values + ")";
    return new Advice(
        place(),
        new Text(
            "aturan " + rule.name() + " tidak dipenuhi: " + what.id() + shown,
            "rule " + rule.name() + " does not hold: " + what.en() + shown),
        new Text(
            "periksa " + names() + "; bila datanya benar, ubah aturannya di pemetaan",
            "check " + names() + "; if the data are right, change the rule in the mapping"));
  }

  private String place() {
    return rule.name() + " at " + rule.place().shown();
  }

  private String names() {
    List<String> names = new ArrayList<>();
    for (int position : needed.positions()) {
      names.add(mapping.columns().get(position).name());
    }
    return names.isEmpty() ? "period" : String.join(", ", names);
  }

  /** What the columns hold, as far as everybody may see it. */
  private String values(RowSoFar row, Findings findings) {
    List<String> values = new ArrayList<>();
    for (int position : needed.positions()) {
      Column column = columns[position];
      if (values.size() < SHOWN && findings.open(column)) {
        values.add(column.spec().name() + " = " + Findings.quoted(row.value(position)));
      }
    }
    return String.join(", ", values);
  }
}
