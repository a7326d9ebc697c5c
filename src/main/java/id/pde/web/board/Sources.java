package id.pde.web.board;

import id.pde.mapping.Mapping;
import id.pde.run.MappingFolder;
import id.pde.run.TargetUnavailable;
import id.pde.run.overview.Overview;
import id.pde.run.overview.Overview.Newest;
import id.pde.run.overview.RunLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What figures are computed of: found in the plan of their statement, not believed. */
final class Sources {

  private final Overview overview;

  Sources(Overview overview) {
    this.overview = overview;
  }

  /** The datasets that fill some tables, by id. */
  static List<Mapping> filling(MappingFolder folder, Set<String> tables) {
    return new TreeMap<>(folder.mappings())
        .values().stream().filter(mapping -> tables.contains(mapping.target().table())).toList();
  }

  /** The tables that no dataset of a list fills. */
  static Set<String> undeclared(MappingFolder folder, Set<String> tables, List<String> declared) {
    Set<String> left = new HashSet<>(tables);
    for (String id : declared) {
      Mapping mapping = folder.mappings().get(id);
      if (mapping != null) {
        left.remove(mapping.target().table());
      }
    }
    return left;
  }

  /** Each with the age of its newest load. Where the database is away, ages are unknown. */
  List<Source> of(MappingFolder folder, List<Mapping> mappings) {
    Map<String, Newest> newest;
    try {
      newest =
          overview.newest(null).stream()
              .collect(Collectors.toMap(Newest::mapping, Function.identity()));
    } catch (TargetUnavailable away) {
      newest = Map.of();
    }
    List<Source> sources = new ArrayList<>();
    for (Mapping mapping : mappings) {
      Newest runs = newest.get(mapping.id());
      RunLine loaded = runs == null ? null : runs.loaded();
      MappingFolder.Agency agency = folder.agencies().get(mapping.agency());
      sources.add(
          new Source(
              mapping.id(),
              mapping.title(),
              agency == null ? mapping.agency() : agency.name(),
              loaded == null ? null : loaded.finished(),
              loaded == null ? null : loaded.period()));
    }
    return sources;
  }
}
