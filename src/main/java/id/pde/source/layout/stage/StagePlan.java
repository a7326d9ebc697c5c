package id.pde.source.layout.stage;

import id.pde.mapping.Drift;
import id.pde.mapping.Mapping;
import id.pde.mapping.TableForm;
import id.pde.mapping.VirtualField;
import id.pde.run.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a mapping asks of the rows of a table.
 *
 * @param virtual fields that no column of the file holds
 * @param noValue words, lower-case, that stand for nothing in the field of unpivoted values
 * @param missing what follows where a heading that the source block names is not there
 * @param file name of the delivery
 * @param folder that it was dropped into; empty: none
 */
public record StagePlan(
    TableForm table,
    List<VirtualField> virtual,
    Set<String> noValue,
    Drift.Policy missing,
    String file,
    String folder) {

  /** As a mapping says. */
  public static StagePlan of(Mapping mapping, Delivery delivery) {
    return new StagePlan(
        mapping.source().table(),
        mapping.columns().stream().flatMap(column -> column.virtual().stream()).distinct().toList(),
        NoValue.of(mapping),
        mapping.drift().missingColumns(),
        delivery.name(),
        delivery.folder());
  }

  /** Nothing. */
  public static final StagePlan NONE =
      new StagePlan(TableForm.PLAIN, List.of(), Set.of(), Drift.Policy.IGNORE, "", "");

  public StagePlan {
    virtual = List.copyOf(virtual);
    noValue = Set.copyOf(noValue);
  }

  /** The headings of the fields that no column of the file holds. */
  public List<String> made() {
    List<String> made = new ArrayList<>(table.made());
    virtual.forEach(field -> made.add(field.heading()));
    return made;
  }

  /** Whether rows pass as they are. */
  public boolean isPlain() {
    return virtual.isEmpty()
        && table.fillDown().isEmpty()
        && table.where() == null
        && table.unpivot() == null
        && table.recordStarts() == null
        && table.outline() == null
        && table.hidden() != TableForm.Hidden.SKIP;
  }
}
