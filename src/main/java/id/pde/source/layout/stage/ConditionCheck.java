package id.pde.source.layout.stage;

import id.pde.mapping.Condition;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries a condition on rows. */
final class ConditionCheck {

  private final Setting setting;
  private final Condition condition;
  private final int[] fields;

  /**
   * A condition on fields.
   *
   * @param fields of its headings, in their order; -1: the table has no such field
   */
  ConditionCheck(Setting setting, Condition condition, int[] fields) {
    this.setting = setting;
    this.condition = condition;
    this.fields = fields;
  }

  /** Whether it holds; a row for which it has no answer gets its issue. */
  boolean holds(Draft draft) {
    @Nullable String[] texts = new @Nullable String[fields.length];
    for (int i = 0; i < fields.length; i++) {
      String text = fields[i] < 0 ? "" : Texts.line(draft.cell(fields[i]));
      texts[i] = text.isEmpty() ? null : text;
    }
    return switch (condition.test(texts)) {
      case HOLDS -> true;
      case HOLDS_NOT -> false;
      case FAILED -> {
        Condition.Failure failure = condition.failure(texts);
        String rule = "where at " + condition.place().shown();
        draft.reject(
            List.of(
                Issue.of(
                    "where.failed",
                    Severity.REJECT,
                    setting.row(draft.line()),
                    new Advice(rule, failure.message(), failure.fix()))));
        yield true;
      }
    };
  }
}
