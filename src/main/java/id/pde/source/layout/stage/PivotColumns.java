package id.pde.source.layout.stage;

import id.pde.mapping.TableForm.Unpivot;
import id.pde.model.Cell;
import id.pde.model.Field;
import id.pde.normalise.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Which fields of a table become rows.
 *
 * @param kept fields that every one of these rows has
 * @param pivots fields that become a row each
 */
record PivotColumns(List<Integer> kept, List<Pivot> pivots) {

  PivotColumns {
    kept = List.copyOf(kept);
    pivots = List.copyOf(pivots);
  }

  /** A field that becomes rows, and what its heading says. */
  record Pivot(int field, List<Cell> names) {
    Pivot {
      names = List.copyOf(names);
    }
  }

  static PivotColumns of(Unpivot unpivot, Schema wide) {
    List<Integer> kept = new ArrayList<>();
    List<Pivot> pivots = new ArrayList<>();
    for (int i = 0; i < wide.size(); i++) {
      String heading = Tidy.word(wide.get(i).heading());
      Matcher matcher = unpivot.columns().matcher(heading);
      if (heading.isEmpty() || !matcher.find()) {
        kept.add(i);
      } else {
        pivots.add(new Pivot(i, names(matcher, heading)));
      }
    }
    return new PivotColumns(kept, pivots);
  }

  private static List<Cell> names(Matcher matcher, String heading) {
    if (matcher.groupCount() == 0) {
      return List.of(new Cell.Words(heading));
    }
    List<Cell> names = new ArrayList<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      names.add(text == null || text.isBlank() ? Cell.BLANK : new Cell.Words(Tidy.word(text)));
    }
    return names;
  }

  /** The fields of the rows that come of it; names and value get their places row by row. */
  Schema schema(Unpivot unpivot, Schema wide) {
    Schema schema = new Schema(kept.stream().map(wide::get).toList());
    int first = wide.get(pivots.get(0).field()).column();
    unpivot.names().forEach(name -> schema.add(new Field(name, first)));
    schema.add(new Field(unpivot.value(), first));
    return schema;
  }
}
