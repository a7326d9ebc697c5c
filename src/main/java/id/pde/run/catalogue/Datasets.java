package id.pde.run.catalogue;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Described;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import id.pde.run.MappingFolder;
import id.pde.run.MappingFolder.Agency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All datasets of a deployment, in the order of their ids. */
public final class Datasets {

  private final MappingFolder folder;
  private final List<Dataset> all;

  private Datasets(MappingFolder folder, List<Dataset> all) {
    this.folder = folder;
    this.all = List.copyOf(all);
  }

  /** Of the mappings without faults, with what is loaded of them. */
  public static Datasets of(MappingFolder folder, Holdings holdings) {
    return of(folder, holdings, folder.mappings().values());
  }

  /** The same of some of them only: neither their files nor their tables are read for others. */
  public static Datasets of(MappingFolder folder, Holdings holdings, Collection<Mapping> some) {
    return of(folder, some, holdings.of(some));
  }

  /** Of the mappings alone: nothing is asked of the database. */
  public static Datasets of(MappingFolder folder) {
    return of(folder, folder.mappings().values(), Map.of());
  }

  private static Datasets of(
      MappingFolder folder, Collection<Mapping> some, Map<String, Holdings.Holding> held) {
    Map<String, Mapping> sorted = new TreeMap<>();
    some.forEach(mapping -> sorted.put(mapping.id(), mapping));
    List<Dataset> all = new ArrayList<>();
    for (Mapping mapping : sorted.values()) {
      String id = mapping.agency();
      Agency agency = folder.agencies().getOrDefault(id, Agency.named(id));
      all.add(new Dataset(mapping, agency, Described.of(mapping), held.get(mapping.id())));
    }
    return new Datasets(folder, all);
  }

  public List<Dataset> all() {
    return all;
  }

  /** An agency by its id. */
  @Nullable Agency agency(String id) {
    return folder.agencies().get(id);
  }

  /** Whether {@code agencies.yaml} has an agency. */
  public boolean knows(String agency) {
    return folder.agencies().containsKey(agency);
  }

  /** The mappings and code lists that it was made of. */
  MappingFolder folder() {
    return folder;
  }

  /**
   * Those that are meant: a word that is an id means that dataset alone; all other words have to
   * stand, case-blind, in id, table, titles, descriptions, keywords or the name of the agency.
   */
  public List<Dataset> matching(List<String> words) {
    List<String> ids = words.stream().filter(folder.mappings()::containsKey).toList();
    List<String> rest =
        words.stream().filter(word -> !ids.contains(word)).map(Datasets::low).toList();
    boolean searched = ids.isEmpty() || !rest.isEmpty();
    return all.stream()
        .filter(one -> ids.contains(one.id()) || (searched && has(one, rest)))
        .toList();
  }

  private static boolean has(Dataset dataset, List<String> words) {
    StringBuilder text = new StringBuilder();
    Mapping mapping = dataset.mapping();
    List<String> parts = new ArrayList<>(dataset.described().keywords());
    parts.addAll(List.of(mapping.id(), mapping.target().table(), dataset.agency().name()));
    add(parts, mapping.title());
    add(parts, mapping.description());
    for (ColumnSpec column : mapping.columns()) {
      parts.add(column.name());
      add(parts, column.title());
      add(parts, column.description());
    }
    parts.forEach(part -> text.append(low(part)).append('\n'));
    return words.stream().allMatch(word -> text.indexOf(word) >= 0);
  }

  private static void add(List<String> parts, @Nullable Text text) {
    if (text != null) {
      parts.add(text.id());
      parts.add(text.en());
    }
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
