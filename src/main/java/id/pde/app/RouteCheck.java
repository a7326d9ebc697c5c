package id.pde.app;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.route.RouteFile;
import id.pde.route.RouteFolder;
import id.pde.route.RoutePolice;
import id.pde.route.RouteReview;
import id.pde.route.RouteScope;
import id.pde.run.MappingFolder;
import id.pde.run.MappingFolder.Agency;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Routes as they lie in their folder, checked against the mapping files.
 *
 * @param faults of reading and of the police
 */
public record RouteCheck(List<RouteFile> files, RouteReview review, List<Issue> faults) {

  private static final Pattern MAPPING_FILE = Pattern.compile("([^/]+/[^/]+)\\.ya?ml:\\d+:\\d+");

  public RouteCheck {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
  }

  /** Checks the route files of a folder, or one file. */
  public static RouteCheck of(Path routes, MappingFolder mappings, Set<String> widened) {
    RouteFolder folder = RouteFolder.read(routes);
    RouteScope scope =
        new RouteScope(
            mappingIds(mappings),
            mappings.agencies().keySet(),
            databases(mappings).keySet(),
            widened,
            unmarked(mappings));
    RouteReview review = RoutePolice.check(folder.files(), scope);
    List<Issue> faults = new ArrayList<>(folder.faults());
    faults.addAll(review.faults());
    return new RouteCheck(folder.files(), review, faults);
  }

  private static Set<String> unmarked(MappingFolder mappings) {
    return mappings.mappings().values().stream()
        .filter(mapping -> mapping.source().watermark().isEmpty())
        .map(Mapping::id)
        .collect(Collectors.toSet());
  }

  /**
   * The databases of all agencies under the names that routes use: {@code agency.name}, and the
   * plain name where no other agency has one of that name.
   */
  static Map<String, MappingFolder.Database> databases(MappingFolder mappings) {
    Map<String, MappingFolder.Database> databases = new TreeMap<>();
    Set<String> shared = new HashSet<>();
    for (Agency agency : mappings.agencies().values()) {
      agency
          .databases()
          .forEach(
              (name, database) -> {
                databases.put(agency.id() + "." + name, database);
                if (databases.putIfAbsent(name, database) != null) {
                  shared.add(name);
                }
              });
    }
    databases.keySet().removeAll(shared);
    return databases;
  }

  /** A mapping with faults is not in the folder's list, but a route may name it all the same. */
  static Set<String> mappingIds(MappingFolder mappings) {
    Set<String> ids = new TreeSet<>(mappings.mappings().keySet());
    for (Issue fault : mappings.faults()) {
      Matcher file = MAPPING_FILE.matcher(fault.location().shown());
      if (file.find()) {
        ids.add(file.group(1));
      }
    }
    return ids;
  }
}
