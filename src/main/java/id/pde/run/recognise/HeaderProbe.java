package id.pde.run.recognise;

import id.pde.mapping.Mapping;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.normalise.Binding;
import id.pde.normalise.Binding.Bound;
import id.pde.run.Delivery;
import id.pde.run.LimitExceeded;
import id.pde.run.RowSource;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a part of a delivery as a mapping would, up to its headings. */
final class HeaderProbe {

  private final RowSource source;
  private final Delivery delivery;

  HeaderProbe(RowSource source, Delivery delivery) {
    this.source = source;
    this.delivery = delivery;
  }

  /** What the mapping finds. */
  sealed interface Probe {
    /** Its table: these fields feed its columns. */
    record Fits(Set<Integer> fields) implements Probe {}

    /** Something else. */
    record Other() implements Probe {}

    /** It cannot even read it. */
    record Unreadable(Issue issue) implements Probe {}
  }

  Probe of(Mapping mapping, Part part) {
    Look look = new Look(mapping.source().table().header() instanceof HeaderSpec.None);
    try {
      source.read(delivery, part.only(mapping), look);
    } catch (Enough seen) {
      // What was wanted is known; the rest of the file is not read.
    } catch (SourceUnreadable | LimitExceeded stopped) {
      return new Probe.Unreadable(stopped.issue());
    }
    Header header = look.header;
    return header == null || look.ragged ? new Probe.Other() : bound(mapping, header);
  }

  private static Probe bound(Mapping mapping, Header header) {
    if (!(Binding.bind(mapping, header) instanceof Bound.Fits fits)) {
      return new Probe.Other();
    }
    Set<Integer> fields = new HashSet<>();
    int found = 0;
    boolean essential = false;
    for (int column = 0; column < mapping.columns().size(); column++) {
      int field = fits.binding().field(column);
      if (field >= 0) {
        found++;
        // Others are made of several columns, or of none: they say nothing of headings.
        if (header.fields().get(field).column() > 0) {
          fields.add(field);
        }
        essential |=
            mapping.columns().get(column).required()
                || mapping.target().key().contains(mapping.columns().get(column).name());
      }
    }
    int read = mapping.columns().size() - mapping.records().derivations().size();
    boolean enough = found > 0 && (essential || 2 * found >= read);
    return enough ? new Probe.Fits(fields) : new Probe.Other();
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  /** Looks at the headings; where a file has none, at the shape of its first row as well. */
  private static final class Look implements RowVisitor {

    private final boolean headless;
    private @Nullable Header header;
    private boolean ragged;

    Look(boolean headless) {
      this.headless = headless;
    }

    @Override
    public void table(Header found) {
      header = found;
      if (!headless) {
        throw new Enough();
      }
    }

    @Override
    public void row(Row row) {
      throw new Enough();
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      ragged = true;
      throw new Enough();
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      // Says nothing of the shape of the data.
    }

    @Override
    public void note(Issue issue) {
      // Told by the run.
    }
  }
}
