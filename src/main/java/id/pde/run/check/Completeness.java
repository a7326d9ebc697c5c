package id.pde.run.check;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.codes.Validity.Span;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.DeliveryCheck.Complete;
import id.pde.mapping.Mapping;
import id.pde.mapping.Narrowing;
import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every code that the column may hold occurs in an accepted row. */
final class Completeness implements Watcher {

  private static final int NAMED = 10;

  /** More values of {@code by} than anybody reads about. */
  private static final int MAX_GROUPS = 10_000;

  private final Complete check;
  private final CodeType type;
  private final @Nullable CodeList list;
  private final int column;
  private final int by;
  private final Verdicts verdicts;
  private final Map<Object, Set<Object>> seen = new LinkedHashMap<>();
  private boolean tooMany;
  private @Nullable Period period;

  Completeness(Mapping mapping, Complete check, CodeLists codes, String delivery) {
    this.check = check;
    this.column = mapping.column(check.column());
    this.by = check.by() == null ? -1 : mapping.column(check.by());
    this.type = (CodeType) mapping.columns().get(column).type();
    this.list = codes.find(type.list());
    this.verdicts = new Verdicts(mapping, check.label(), delivery);
  }

  @Override
  public void row(Seen row) {
    Object code = row.value(column);
    Object group = by < 0 ? "" : row.value(by);
    if (!row.accepted() || group == null) {
      return;
    }
    period = row.period() == null ? period : row.period();
    if (seen.size() >= MAX_GROUPS && !seen.containsKey(group)) {
      tooMany = true;
      return;
    }
    Set<Object> codes = seen.computeIfAbsent(group, key -> new HashSet<>());
    if (code != null) {
      codes.add(code);
    }
  }

  @Override
  public CheckResult end(Earlier earlier, Consumer<Issue> issues) {
    long found = 0;
    long wanted = 0;
    if (seen.isEmpty() && by < 0) {
      seen.put("", Set.of());
    }
    for (Map.Entry<Object, Set<Object>> group : seen.entrySet()) {
      List<Code> expected = expected(group.getKey());
      List<Code> missing =
          expected.stream().filter(code -> !group.getValue().contains(code.code())).toList();
      wanted += expected.size();
      found += expected.size() - missing.size();
      if (!missing.isEmpty()) {
        tell(group.getKey(), missing, issues);
      }
    }
    if (tooMany) {
      verdicts.broken(
          verdicts.whole(),
          new Text(
              check.by() + " punya lebih dari " + MAX_GROUPS + " nilai",
              check.by() + " has more than " + MAX_GROUPS + " values"),
          new Text("pilih kolom lain untuk by", "choose another column for by"),
          issues);
    }
    return verdicts.result(BigDecimal.valueOf(found), BigDecimal.valueOf(wanted));
  }

  private List<Code> expected(Object group) {
    CodeList codes = list;
    if (codes == null) {
      return List.of();
    }
    Narrowing narrowing = type.narrowing();
    Period of = period;
    Span span = of == null ? null : new Span(of.start(), of.end());
    String parent =
        check.by() != null && check.by().equals(narrowing.parentColumn())
            ? String.valueOf(group)
            : narrowing.parentCode();
    Map<String, Code> expected = new LinkedHashMap<>();
    for (Code code : codes.codes()) {
      boolean level = narrowing.levels().isEmpty() || narrowing.levels().contains(code.level());
      boolean valid = span == null ? code.validity().to() == null : code.validity().meets(span);
      if (level && valid && (parent == null || codes.isBelow(code, parent))) {
        expected.put(code.code(), code);
      }
    }
    return List.copyOf(expected.values());
  }

  private void tell(Object group, List<Code> missing, Consumer<Issue> issues) {
    List<String> names = missing.stream().limit(NAMED).map(Code::name).toList();
    String more = missing.size() > NAMED ? ", ..." : "";
    String shown = String.join(", ", names) + more + " (" + missing.size() + ")";
    Text of = verdicts.group(check.by(), group);
    verdicts.broken(
        verdicts.whole(),
        new Text(
            check.column() + of.id() + " belum lengkap, tidak ada: " + shown,
            check.column() + of.en() + " is not complete, missing: " + shown),
        new Text("minta baris yang kurang dari pengirimnya", "ask the sender for the missing rows"),
        issues);
  }
}
