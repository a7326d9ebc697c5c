package id.pde.run.catalogue;

import id.pde.mapping.DeliveryCheck;
import id.pde.mapping.Mapping;
import id.pde.mapping.RecordRules.Rule;
import id.pde.model.Language;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules and checks of a mapping as quality checks of a contract, carried out by PDE. */
final class ContractQuality {

  private ContractQuality() {}

  static List<Node> of(Mapping mapping, Language language) {
    List<Node> checks = new ArrayList<>();
    for (Rule rule : mapping.records().rules()) {
      Text message = rule.message();
      String when = rule.when() == null ? "" : rule.when().text() + " => ";
      checks.add(
          one(
              rule.name(),
              new Said("conformity", when + rule.check().text()),
              rule.severity(),
              message == null ? null : message.in(language)));
    }
    for (DeliveryCheck check : mapping.checks()) {
      checks.add(one(check.label().name(), said(check), check.label().severity(), null));
    }
    return checks;
  }

  /**
   * What a check says.
   *
   * @param dimension of quality, by the words of the standard
   */
  private record Said(String dimension, String words) {}

  private static Node one(String name, Said said, Severity severity, @Nullable String description) {
    return Fields.begin()
        .text("name", name)
        .text("type", "custom")
        .text("engine", "pde")
        .text("implementation", said.words())
        .text("description", description)
        .text("dimension", said.dimension())
        .text("severity", severity == Severity.WARN ? "warning" : "error")
        .items("customProperties", List.of(Contract.custom("onFailure", Access.word(severity))))
        .made();
  }

  private static Said said(DeliveryCheck check) {
    if (check instanceof DeliveryCheck.Sum sum) {
      String stated =
          sum.stated() instanceof DeliveryCheck.Stated.InFrame frame
              ? Access.word(frame.frame()) + "(" + frame.field() + ")"
              : "total-row";
      return new Said("consistency", added(sum.column()) + by(sum.by()) + " = " + stated);
    }
    if (check instanceof DeliveryCheck.Within within) {
      return new Said(
          "consistency",
          added(within.column()) + " within " + within.share().toPlainString() + " of last load");
    }
    if (check instanceof DeliveryCheck.Complete complete) {
      return new Said("completeness", "complete " + complete.column() + by(complete.by()));
    }
    if (check instanceof DeliveryCheck.In in) {
      return new Said("consistency", in.column() + " in " + in.table() + "." + in.other());
    }
    if (check instanceof DeliveryCheck.Unique unique) {
      return new Said("uniqueness", "unique " + String.join(", ", unique.columns()));
    }
    if (check instanceof DeliveryCheck.Duplicates duplicates) {
      return new Said("uniqueness", "no duplicates " + String.join(", ", duplicates.columns()));
    }
    DeliveryCheck.Outliers outliers = (DeliveryCheck.Outliers) check;
    return new Said(
        "accuracy",
        "no outliers "
            + outliers.column()
            + by(outliers.by())
            + " beyond "
            + outliers.beyond().toPlainString());
  }

  private static String added(@Nullable String column) {
    return column == null ? "count" : "sum " + column;
  }

  private static String by(@Nullable String column) {
    return column == null ? "" : " by " + column;
  }
}
