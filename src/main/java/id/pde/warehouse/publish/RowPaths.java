package id.pde.warehouse.publish;

import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import id.pde.run.RunStopped;
import java.sql.SQLException;

/** Chooses how rows reach their table. */
final class RowPaths {

  private RowPaths() {}

  static RowPath of(Draft draft) throws SQLException {
    TargetSpec target = draft.order().mapping().target();
    if (!target.key().isEmpty()) {
      return new KeyedPath(draft);
    }
    if (target.load() == LoadMode.APPEND && StagedChecks.wanted(draft.order().mapping())) {
      return new StagedAppend(draft);
    }
    return switch (target.load()) {
      case APPEND -> draft.plan() ? new CountedAppend() : new DirectAppend(draft);
      case REPLACE -> new UnkeyedReplace(draft);
      case MERGE -> throw withoutKey(draft);
    };
  }

  private static RunStopped withoutKey(Draft draft) {
    return draft
        .failures()
        .refused(
            "table.key",
            new Advice(
                "target.key at " + draft.order().mapping().text().file(),
                new Text(
                    "Tanpa kunci (target.key) baris tidak dapat dicocokkan dengan isi tabel",
                    "Without a key (target.key) rows cannot be matched with those of the table"),
                new Text(
                    "Tulis target.key, atau pakai load: append",
                    "Write target.key, or use load: append")),
            null);
  }
}
