package id.pde.run.explain;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.mapping.TypeWord;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where columns come from and where headings go, by the mappings as they are: views in {@code
 * mart}, tables in {@code warehouse}, columns of mappings, headings of deliveries. Asks no
 * database.
 */
public final class Lineage {

  private final List<Mapping> mappings;
  private final Function<Mapping, List<MartColumn>> mart;

  /**
   * A column of a view.
   *
   * @param source the column of the table that it shows
   */
  public record MartColumn(String name, String source, MartSight sight) {}

  /**
   * @param mart gives the columns of the view that a mapping asks for
   */
  public Lineage(Collection<Mapping> mappings, Function<Mapping, List<MartColumn>> mart) {
    this.mappings = mappings.stream().sorted(Comparator.comparing(Mapping::id)).toList();
    this.mart = mart;
  }

  /** A table as one mapping fills it. */
  public record Filled(
      String table, String mapping, Text title, List<String> key, List<Column> columns) {
    public Filled {
      key = List.copyOf(key);
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column of a table.
   *
   * @param mart the columns of the view that show it; empty: none does
   * @param sources what it is read from; empty: it is calculated
   * @param uses the columns that it is calculated from
   * @param how what makes its value, the type first, in words of the mapping
   * @param dataClass as mappings write it
   * @param stored whether the table has it
   * @param place in the mapping file
   */
  public record Column(
      String name,
      List<MartColumn> mart,
      List<ColumnSource> sources,
      List<String> uses,
      List<String> how,
      String type,
      String dataClass,
      boolean stored,
      String place) {
    public Column {
      mart = List.copyOf(mart);
      sources = List.copyOf(sources);
      uses = List.copyOf(uses);
      how = List.copyOf(how);
    }
  }

  /** The tables of that name, each by every mapping that fills it; empty: none does. */
  public List<Filled> table(String table) {
    return mappings.stream()
        .filter(mapping -> mapping.target().table().equals(table))
        .map(mapping -> filled(mapping, column -> true))
        .toList();
  }

  /** One column of a table, by its name there or in the view; empty: there is none. */
  public List<Filled> column(String table, String column) {
    List<Filled> found = new ArrayList<>();
    for (Mapping mapping : mappings) {
      if (mapping.target().table().equals(table)) {
        String source = source(mapping, column);
        if (mapping.column(source) >= 0) {
          found.add(filled(mapping, one -> one.name().equals(source)));
        }
      }
    }
    return found;
  }

  /**
   * All columns that any mapping fills from a heading, and those that are calculated from these;
   * empty: none names it.
   */
  public List<Filled> heading(String heading) {
    List<Filled> found = new ArrayList<>();
    for (Mapping mapping : mappings) {
      Set<String> reached = reached(mapping, heading);
      if (!reached.isEmpty()) {
        found.add(filled(mapping, column -> reached.contains(column.name())));
      }
    }
    return found;
  }

  /** The tables that mappings fill, by name. */
  public List<String> tables() {
    return mappings.stream().map(one -> one.target().table()).distinct().sorted().toList();
  }

  private String source(Mapping mapping, String column) {
    if (mapping.column(column) >= 0) {
      return column;
    }
    Optional<MartColumn> shown =
        mart.apply(mapping).stream().filter(one -> one.name().equals(column)).findFirst();
    return shown.map(MartColumn::source).orElse(column);
  }

  private static Set<String> reached(Mapping mapping, String heading) {
    Set<String> reached = new LinkedHashSet<>();
    for (ColumnSpec column : mapping.columns()) {
      if (ColumnSource.of(mapping, column).stream().anyMatch(one -> one.takes(heading))) {
        reached.add(column.name());
      }
    }
    // Derivations stand behind those that they depend on.
    mapping.records().derivations().stream()
        .map(one -> mapping.columns().get(mapping.column(one.column())))
        .filter(
            column -> {
              Set<String> uses = new HashSet<>(Recipe.uses(mapping, column));
              uses.retainAll(reached);
              return !uses.isEmpty();
            })
        .forEach(column -> reached.add(column.name()));
    return reached;
  }

  private Filled filled(Mapping mapping, Predicate<ColumnSpec> wanted) {
    List<MartColumn> shown = mart.apply(mapping);
    List<Column> columns =
        mapping.columns().stream().filter(wanted).map(one -> column(mapping, one, shown)).toList();
    return new Filled(
        mapping.target().table(), mapping.id(), mapping.title(), mapping.target().key(), columns);
  }

  private static Column column(Mapping mapping, ColumnSpec column, List<MartColumn> shown) {
    return new Column(
        column.name(),
        shown.stream().filter(one -> one.source().equals(column.name())).toList(),
        ColumnSource.of(mapping, column),
        Recipe.uses(mapping, column),
        Recipe.of(mapping, column, null),
        TypeWord.of(column.type()),
        column.dataClass().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        column.isStored(),
        column.place().shown());
  }
}
