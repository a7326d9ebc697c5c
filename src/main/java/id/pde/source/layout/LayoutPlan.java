package id.pde.source.layout;

import id.pde.mapping.Mapping;
import id.pde.mapping.TableForm;
import id.pde.mapping.TableForm.Fill;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.TableForm.RowPatterns;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.model.Field;
import id.pde.run.Delivery;
import id.pde.source.layout.stage.StagePlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout looks for: headings, rows to skip, the end.
 *
 * @param table what the mapping's source says of the table
 * @param wanted the columns that headings of the file name
 * @param stages what is asked of the rows once they are found
 */
public record LayoutPlan(TableForm table, List<Wanted> wanted, StagePlan stages) {

  /** Rows are taken as they are. */
  LayoutPlan(TableForm table, List<Wanted> wanted) {
    this(table, wanted, StagePlan.NONE);
  }

  public LayoutPlan {
    wanted = List.copyOf(wanted);
  }

  /** As the mapping says. */
  public static LayoutPlan of(Mapping mapping, Delivery delivery) {
    return new LayoutPlan(
        mapping.source().table(), WantedColumns.of(mapping), StagePlan.of(mapping, delivery));
  }

  /** Without a mapping: headings by content, every row below them. */
  public static LayoutPlan plain() {
    return new LayoutPlan(TableForm.PLAIN, List.of(), StagePlan.NONE);
  }

  /** With the headings at another place. */
  public LayoutPlan with(HeaderSpec header) {
    return new LayoutPlan(table.with(header), wanted, stages);
  }

  public HeaderSpec header() {
    return table.header();
  }

  public RowPatterns skip() {
    return table.skip();
  }

  public RowPatterns stop() {
    return table.stop();
  }

  /** For records below known headings, which come as a row numbered 0. */
  public LayoutPlan forRecords() {
    return with(new HeaderSpec.AtRow(0, 1, Fill.MERGED));
  }

  /** The fields of records where not even one came to name them; nothing is at fault for that. */
  public List<Field> expected() {
    List<Field> fields = new ArrayList<>();
    wanted.forEach(one -> fields.add(new Field(one.headings().get(0), fields.size() + 1)));
    stages.made().forEach(heading -> fields.add(new Field(heading, 0)));
    return fields;
  }

  @Nullable Unpivot unpivot() {
    return table.unpivot();
  }

  /** Whether some headings are known by name. */
  boolean looksForHeadings() {
    return !wanted.isEmpty() || table.unpivot() != null;
  }
}
