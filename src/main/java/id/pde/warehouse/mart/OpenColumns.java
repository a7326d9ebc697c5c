package id.pde.warehouse.mart;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.Mapping;
import id.pde.run.explain.Lineage.MartColumn;
import id.pde.run.explain.MartSight;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The columns of views that everybody may see: those of class {@code publik}. */
public final class OpenColumns {

  /** The login that reads them for the Command Center; PDE makes it where it is needed. */
  public static final String READER = "pde_board";

  private OpenColumns() {}

  /** By view. A column that any mapping of the table keeps closer is not among them. */
  public static Map<String, Set<String>> of(Collection<Mapping> mappings) {
    Map<String, Set<String>> open = new TreeMap<>();
    Map<String, Set<String>> closed = new TreeMap<>();
    for (Mapping mapping : mappings) {
      Set<String> own = new HashSet<>();
      for (ColumnSpec column : mapping.columns()) {
        if (column.dataClass() == DataClass.PUBLIK) {
          own.add(column.name());
        } else {
          closed
              .computeIfAbsent(mapping.target().table(), table -> new HashSet<>())
              .add(column.name());
        }
      }
      Set<String> shown = open.computeIfAbsent(mapping.target().table(), table -> new TreeSet<>());
      for (MartColumn column : MartColumns.of(mapping)) {
        if (own.contains(column.source()) && column.sight() != MartSight.MASKED) {
          shown.add(column.name());
        }
      }
    }
    closed.forEach((table, names) -> close(open.getOrDefault(table, new TreeSet<>()), names));
    open.values().removeIf(Set::isEmpty);
    // Of which period a row is tells nothing of what is in it.
    open.values().forEach(names -> names.add("_period"));
    return open;
  }

  /** With a column goes the name of its code. */
  private static void close(Set<String> open, Set<String> names) {
    for (String name : names) {
      open.remove(name);
      open.removeIf(shown -> shown.startsWith(name + "_nama"));
    }
  }
}
