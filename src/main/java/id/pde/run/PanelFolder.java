package id.pde.run;

import id.pde.model.Issue;
import id.pde.run.board.Panel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A checked snapshot of {@code mappings/panels/}.
 *
 * @param panels those without fault, as they follow each other on the wall
 * @param broken what is wrong with each of the others, by id
 * @param loose what is wrong with no panel in particular
 */
public record PanelFolder(List<Panel> panels, Map<String, List<Issue>> broken, List<Issue> loose) {

  /** A deployment without panels. */
  public static final PanelFolder NONE = new PanelFolder(List.of(), Map.of(), List.of());

  public PanelFolder {
    panels =
        panels.stream()
            .sorted(Comparator.comparingInt(Panel::order).thenComparing(Panel::id))
            .toList();
    broken = Map.copyOf(broken);
    loose = List.copyOf(loose);
  }

  /** All that is wrong, file by file. */
  public List<Issue> faults() {
    List<Issue> all = new java.util.ArrayList<>(loose);
    new TreeMap<>(broken).values().forEach(all::addAll);
    return all;
  }
}
