package id.pde.normalise;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Settled;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.model.Row;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all values of a delivery say about the columns whose mapping asks for it ({@code format:
 * by-column}): whether the day or the month stands first, and which mark is the decimal one. A
 * column is decided only where every value that has one reading says the same. One thread.
 */
public final class ColumnEvidence {

  private static final Pattern DATE =
      Pattern.compile("'?(\\d{1,2})[-/. ](\\d{1,2})[-/. ](?:\\d{4}|\\d{2})(?!\\d).*");

  private static final int MONTHS = 12;

  private final Map<String, Set<Settled>> said = new HashMap<>();
  private final NumberBody body = new NumberBody();
  private @Nullable Mapping mapping;
  private @Nullable Binding binding;

  /** Whether a mapping asks for it. */
  public static boolean isWanted(Mapping mapping) {
    return mapping.columns().stream().anyMatch(ColumnEvidence::isOpen);
  }

  private static boolean isOpen(ColumnSpec column) {
    return column.reading().settled(Settled.BY_COLUMN);
  }

  /** A table begins; one that does not fit says nothing. */
  public void table(Mapping variant, Header header) {
    mapping = variant;
    binding =
        Binding.bind(variant, header) instanceof Binding.Bound.Fits fits ? fits.binding() : null;
  }

  /** Takes the next row of the table. */
  public void see(Row row) {
    Mapping known = mapping;
    Binding bound = binding;
    if (known == null || bound == null) {
      return;
    }
    for (int i = 0; i < known.columns().size(); i++) {
      ColumnSpec column = known.columns().get(i);
      String text = isOpen(column) ? text(row, bound.field(i), column) : "";
      Settled one = text.isEmpty() ? null : says(text, column.type());
      if (one != null) {
        said.computeIfAbsent(column.name(), name -> EnumSet.noneOf(Settled.class)).add(one);
      }
    }
  }

  /** Only what people typed: a number or date cell has one reading. */
  private static String text(Row row, int field, ColumnSpec column) {
    boolean words =
        field >= 0 && field < row.size() && (row.isText() || row.cell(field) instanceof Cell.Words);
    String raw = words ? row.text(field) : null;
    String tidy = raw == null ? "" : Tidy.word(raw);
    Pattern extract = column.reading().extract();
    if (extract == null || tidy.isEmpty()) {
      return tidy;
    }
    Matcher matcher = extract.matcher(tidy);
    if (!matcher.find()) {
      return "";
    }
    String part = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    return part == null ? "" : part.strip();
  }

  private @Nullable Settled says(String tidy, ColumnType type) {
    boolean number =
        type instanceof ColumnType.IntegerType || type instanceof ColumnType.DecimalType;
    return number ? mark(tidy) : order(tidy);
  }

  private @Nullable Settled mark(String tidy) {
    if (!body.strip(tidy)) {
      return null;
    }
    boolean comma = body.read(',') != null;
    boolean point = body.read('.') != null;
    if (comma == point) {
      return null;
    }
    return comma ? Settled.DECIMAL_COMMA : Settled.DECIMAL_POINT;
  }

  private static @Nullable Settled order(String tidy) {
    Matcher date = DATE.matcher(tidy);
    if (!date.matches()) {
      return null;
    }
    boolean first = Integer.parseInt(date.group(1)) > MONTHS;
    boolean second = Integer.parseInt(date.group(2)) > MONTHS;
    if (first == second) {
      return null;
    }
    return first ? Settled.DAY_FIRST : Settled.MONTH_FIRST;
  }

  /** The mapping with what is decided; a column without evidence, or with both, stays open. */
  public Mapping decide(Mapping variant) {
    return variant.with(
        variant.columns().stream()
            .map(
                column -> {
                  Set<Settled> one = said.getOrDefault(column.name(), Set.of());
                  return isOpen(column) && one.size() == 1
                      ? column.settled(one.iterator().next())
                      : column;
                })
            .toList());
  }
}
