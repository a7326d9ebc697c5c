package id.pde.normalise;

import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Settled;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.DateType;
import id.pde.mapping.ColumnType.PeriodType;
import id.pde.mapping.ColumnType.TimestampType;
import id.pde.mapping.Mapping;
import id.pde.mapping.PeriodSpec;
import id.pde.mapping.PeriodSpec.InColumn;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** In which order the columns of a row are read; those that are calculated are not. */
final class ReadingOrder {

  private final int[] columns;
  private final int undated;

  private ReadingOrder(int[] columns, int undated) {
    this.columns = columns;
    this.undated = undated;
  }

  /**
   * What others depend on comes first; codes, periods and two-digit years that depend on the row's
   * period after all others, for the period may stand in one of these.
   */
  static ReadingOrder of(Mapping mapping, CodeLists codes) {
    Set<Integer> early = new LinkedHashSet<>();
    Set<Integer> late = new LinkedHashSet<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      if (mapping.derives(mapping.columns().get(i).name())) {
        continue;
      }
      take(mapping, codes, i, isDated(mapping, codes, i) ? late : early);
    }
    late.removeAll(early);
    return new ReadingOrder(
        IntStream.concat(
                early.stream().mapToInt(Integer::intValue),
                late.stream().mapToInt(Integer::intValue))
            .toArray(),
        early.size());
  }

  private static void take(Mapping mapping, CodeLists codes, int column, Set<Integer> order) {
    int parent = parent(mapping, column);
    if (parent >= 0 && !order.contains(parent)) {
      take(mapping, codes, parent, order);
    }
    order.add(column);
  }

  /**
   * The position of the column that has to be read before: of the code above, or of the NIK that
   * settles a date; else -1.
   */
  static int parent(Mapping mapping, int column) {
    ColumnSpec spec = mapping.columns().get(column);
    if (spec.reading().settled(Settled.BY_NIK)) {
      return AgreementCheck.namer(mapping, spec);
    }
    return spec.type() instanceof CodeType code && code.narrowing().parentColumn() != null
        ? mapping.column(code.narrowing().parentColumn())
        : -1;
  }

  private static boolean isDated(Mapping mapping, CodeLists codes, int column) {
    ColumnSpec spec = mapping.columns().get(column);
    if (spec.type() instanceof PeriodType || hasShortYears(spec)) {
      return !says(mapping.period(), spec.name());
    }
    if (!(spec.type() instanceof CodeType code)) {
      return false;
    }
    CodeList list = codes.find(code.list());
    return list != null && list.dated();
  }

  private static boolean hasShortYears(ColumnSpec spec) {
    boolean moment = spec.type() instanceof DateType || spec.type() instanceof TimestampType;
    return moment
        && spec.reading().patterns().stream()
            .map(DatePattern::new)
            .anyMatch(DatePattern::hasShortYear);
  }

  /** Whether the period of a row is what the column says. */
  private static boolean says(@Nullable PeriodSpec period, String name) {
    return period != null
        && period.sources().stream()
            .anyMatch(one -> one instanceof InColumn column && column.column().equals(name));
  }

  int[] columns() {
    return columns;
  }

  int undated() {
    return undated;
  }
}
