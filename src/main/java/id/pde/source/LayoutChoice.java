package id.pde.source;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.HeadingIndex;
import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.model.Field;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.model.Text;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds which of a mapping's layouts a delivery has: the first whose columns are there. */
final class LayoutChoice {

  /** Reads the delivery by a variant of the mapping. */
  interface Reading {
    void read(Mapping variant, RowVisitor visitor);
  }

  private final Mapping mapping;
  private final Location whole;

  LayoutChoice(Mapping mapping, Location whole) {
    this.mapping = mapping;
    this.whole = whole;
  }

  /** Reads by the layout that fits. */
  void read(Reading reading, RowVisitor visitor) {
    List<SourceSpec> layouts = mapping.source().layouts();
    List<Text> reasons = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      Mapping variant = mapping.with(layouts.get(i));
      Probe probe = new Probe(variant);
      if (probe.fits(reading)) {
        visitor.note(used(i + 1));
        visitor.layout(variant);
        reading.read(variant, visitor);
        return;
      }
      reasons.add(probe.reason);
    }
    throw none(reasons);
  }

  private Issue used(int number) {
    return Faults.note(
        "layout.used",
        whole,
        new Text(
            "Berkas ini memakai tata letak ke-" + number + " dari layouts.",
            "This file has layout " + number + " of layouts."),
        new Text("Tidak perlu apa-apa.", "Nothing to do."));
  }

  private SourceUnreadable none(List<Text> reasons) {
    StringBuilder indonesian = new StringBuilder("Tidak ada tata letak yang cocok.");
    StringBuilder english = new StringBuilder("None of the layouts fits.");
    for (int i = 0; i < reasons.size(); i++) {
      indonesian.append(" Tata letak ").append(i + 1).append(": ").append(reasons.get(i).id());
      english.append(" Layout ").append(i + 1).append(": ").append(reasons.get(i).en());
    }
    return Faults.unreadable(
        "layout.none",
        whole,
        new Advice(
            "source.layouts",
            new Text(indonesian.toString(), english.toString()),
            new Text(
                "Kirim berkas dengan salah satu tata letak itu, atau tambahkan yang baru pada"
                    + " layouts di pemetaan.",
                "Send the file in one of these layouts, or add a new one to layouts in the"
                    + " mapping.")),
        null);
  }

  /** Enough was seen. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  /** Looks at the headings of the tables only. */
  private static final class Probe implements RowVisitor {
    private final Mapping variant;
    private Text reason = new Text("tidak ada tabel.", "there is no table.");

    Probe(Mapping variant) {
      this.variant = variant;
    }

    boolean fits(Reading reading) {
      try {
        reading.read(variant, this);
      } catch (Enough enough) {
        return true;
      } catch (SourceUnreadable unreadable) {
        Issue issue = unreadable.issue();
        if (!isLayout(issue.code())) {
          throw unreadable;
        }
        reason = issue.message();
      }
      return false;
    }

    /** A damaged file is damaged in every layout. */
    private static boolean isLayout(String code) {
      return List.of("header", "heading", "unpivot", "sheet", "format", "kinds").stream()
          .anyMatch(start -> code.startsWith(start + "."));
    }

    @Override
    public void table(Header header) {
      HeadingIndex index = new HeadingIndex(header.fields().stream().map(Field::heading).toList());
      List<String> missing =
          variant.columns().stream()
              .filter(this::isNeeded)
              .filter(column -> column.from().stream().allMatch(one -> index.find(one).isEmpty()))
              .map(column -> "\"" + String.join("\" / \"", column.from()) + "\"")
              .toList();
      if (missing.isEmpty()) {
        throw new Enough();
      }
      String names = missing.stream().collect(Collectors.joining(", "));
      reason = new Text("tidak ada judul " + names + ".", "there is no heading " + names + ".");
    }

    private boolean isNeeded(ColumnSpec column) {
      boolean derived = variant.derives(column.name());
      return !derived && (column.required() || variant.target().key().contains(column.name()));
    }

    @Override
    public void row(Row row) {
      // Only headings count.
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      // Only headings count.
    }

    @Override
    public void filtered(Row row, FilterReason filtered) {
      // Only headings count.
    }

    @Override
    public void note(Issue issue) {
      // Told when the rows are read.
    }
  }
}
