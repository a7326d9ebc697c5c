package id.pde.run.explain;

import id.pde.mapping.Mapping;
import id.pde.run.explain.RowVersions.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that columns had when a run used its mapping; those of today are the table's.
 *
 * @param then by the names of today, as far as they differ
 * @param now the other way round
 */
record NamesThen(Map<String, String> then, Map<String, String> now) {

  /**
   * Of one run.
   *
   * @param former names of before by those of today, the newest first
   * @param mapping of the run; null: it is not known any more
   */
  static NamesThen of(Map<String, List<String>> former, @Nullable Mapping mapping) {
    Map<String, String> then = new HashMap<>();
    Map<String, String> now = new HashMap<>();
    if (mapping != null) {
      former.forEach(
          (today, names) -> {
            if (mapping.column(today) >= 0) {
              return;
            }
            names.stream()
                .filter(name -> mapping.column(name) >= 0)
                .findFirst()
                .ifPresent(
                    name -> {
                      then.put(today, name);
                      now.put(name, today);
                    });
          });
    }
    return new NamesThen(then, now);
  }

  String then(String column) {
    return then.getOrDefault(column, column);
  }

  String now(String column) {
    return now.getOrDefault(column, column);
  }

  RowVersions.Version then(RowVersions.Version version) {
    List<Stored> values =
        version.values().stream()
            .map(value -> new Stored(then(value.column()), value.value()))
            .toList();
    return new RowVersions.Version(
        values, version.run(), version.row(), version.period(), version.since(), version.end());
  }

  ColumnTrace now(ColumnTrace trace) {
    return new ColumnTrace(
        now(trace.column()),
        trace.stored(),
        trace.cells(),
        trace.how(),
        trace.uses(),
        trace.place(),
        trace.now());
  }
}
