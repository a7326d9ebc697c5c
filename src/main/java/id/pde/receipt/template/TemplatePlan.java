package id.pde.receipt.template;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.mapping.PeriodSpec;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.mapping.VirtualField;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where things stand in a template.
 *
 * @param sheet the name of the sheet that is filled
 * @param above cells above the headings
 * @param headerRow the first row of the headings, from 1
 * @param depth how many rows they take
 * @param notes what cannot stand in the workbook: the name of the file, of the folder
 */
record TemplatePlan(
    Mapping mapping,
    String sheet,
    List<Above> above,
    int headerRow,
    int depth,
    List<Heading> headings,
    List<Text> notes) {

  TemplatePlan {
    above = List.copyOf(above);
    headings = List.copyOf(headings);
    notes = List.copyOf(notes);
  }

  /** A cell above the headings, from 1; its text shows what is wanted. */
  record Above(int row, int column, String sample, Text wanted) {}

  /**
   * A column of the sheet.
   *
   * @param parts of the heading, from above
   * @param columns of the table that are read from it; none: it is only a part of one
   */
  record Heading(List<String> parts, List<ColumnSpec> columns) {
    Heading {
      parts = List.copyOf(parts);
      columns = List.copyOf(columns);
    }

    String path() {
      return String.join(" / ", parts);
    }
  }

  /** Why there is no template of a mapping, or the plan of one. */
  sealed interface Made {
    record Planned(TemplatePlan plan) implements Made {}

    record Impossible(Text why) implements Made {}
  }

  /** Plans the template of a mapping. */
  static Made of(Mapping mapping, CodeLists codes) {
    // A variant of the layout is as good as another: the first is what is preferred.
    Mapping used =
        mapping.source().layouts().isEmpty()
            ? mapping
            : mapping.with(mapping.source().layouts().get(0));
    SourceSpec source = used.source();
    boolean sheet =
        source.format() == SourceSpec.Format.AUTO || source.format() == SourceSpec.Format.XLSX;
    if (!sheet) {
      return new Made.Impossible(
          new Text(
              "Pemetaan ini meminta format "
                  + source.format().name().toLowerCase(Locale.ROOT)
                  + ", bukan buku kerja xlsx.",
              "This mapping asks for the format "
                  + source.format().name().toLowerCase(Locale.ROOT)
                  + ", not for an xlsx workbook."));
    }
    return new Planning(used, codes).plan();
  }

  /** The work of planning. */
  private static final class Planning {
    private final Mapping mapping;
    private final CodeLists codes;
    private final List<Text> notes = new ArrayList<>();
    private final List<Text> impossible = new ArrayList<>();
    private final List<Above> above = new ArrayList<>();

    Planning(Mapping mapping, CodeLists codes) {
      this.mapping = mapping;
      this.codes = codes;
    }

    Made plan() {
      List<Heading> headings = headings();
      String sheet = sheet();
      above();
      if (headings.isEmpty()) {
        impossible.add(new Text("Pemetaan ini tidak punya judul kolom.", "It has no headings."));
      }
      if (!impossible.isEmpty()) {
        return new Made.Impossible(impossible.get(0));
      }
      int lowest = above.stream().mapToInt(Above::row).max().orElse(0);
      int first = lowest == 0 ? 1 : lowest + 2;
      HeaderSpec header = mapping.source().table().header();
      int depth = headings.stream().mapToInt(heading -> heading.parts().size()).max().orElse(1);
      if (header instanceof HeaderSpec.AtRow at) {
        first = at.row();
        depth = Math.max(depth, at.depth());
      }
      if (first <= lowest) {
        return new Made.Impossible(
            new Text(
                "Di atas judul kolom (baris " + first + ") tidak cukup tempat.",
                "There is not enough room above the headings (row " + first + ")."));
      }
      return new Made.Planned(
          new TemplatePlan(mapping, sheet, above, first, depth, headings, notes));
    }

    private List<Heading> headings() {
      if (mapping.source().table().header() instanceof HeaderSpec.None none) {
        return none.fields().stream().map(field -> new Heading(List.of(field), of(field))).toList();
      }
      Map<String, List<ColumnSpec>> found = new LinkedHashMap<>();
      List<String> made = mapping.source().table().made();
      for (ColumnSpec column : mapping.columns()) {
        String from = column.from().stream().findFirst().orElse("");
        Optional<VirtualField> virtual =
            column.virtual().stream().filter(one -> one.heading().equals(from)).findFirst();
        if (virtual.isPresent()) {
          virtual(column, virtual.get(), found);
        } else if (!from.isEmpty() && !made.contains(from)) {
          found.computeIfAbsent(from, any -> new ArrayList<>()).add(column);
        }
      }
      unpivoted(found);
      List<Heading> headings = new ArrayList<>();
      found.forEach(
          (path, columns) -> headings.add(new Heading(List.of(path.split(" / ", -1)), columns)));
      return headings;
    }

    private List<ColumnSpec> of(String field) {
      return mapping.columns().stream()
          .filter(column -> column.from().stream().anyMatch(field::equalsIgnoreCase))
          .toList();
    }

    private void virtual(
        ColumnSpec column, VirtualField virtual, Map<String, List<ColumnSpec>> found) {
      if (virtual instanceof VirtualField.Join join) {
        join.parts().forEach(part -> found.computeIfAbsent(part, any -> new ArrayList<>()));
      } else if (virtual instanceof VirtualField.Title title) {
        above(title.pattern(), told(column));
      } else if (virtual == VirtualField.Origin.FILE || virtual == VirtualField.Origin.FOLDER) {
        notes.add(
            new Text(
                "Kolom " + column.name() + " diambil dari nama berkas atau foldernya.",
                "The column " + column.name() + " is taken from the name of the file or folder."));
      }
    }

    private static Text told(ColumnSpec column) {
      Text title = column.title();
      return title == null ? Text.same(column.name()) : title;
    }

    private void unpivoted(Map<String, List<ColumnSpec>> found) {
      Unpivot unpivot = mapping.source().table().unpivot();
      if (unpivot == null) {
        return;
      }
      List<ColumnSpec> values = of(unpivot.value());
      List<ColumnSpec> named =
          values.isEmpty()
              ? mapping.columns().stream()
                  .filter(column -> column.name().equals(unpivot.value()))
                  .toList()
              : values;
      Optional<String> sample = PatternSample.of(unpivot.columns());
      if (sample.isEmpty()) {
        impossible.add(unclear(unpivot.columns()));
        return;
      }
      found.put(sample.get(), named);
      notes.add(
          new Text(
              "Tambahkan kolom seperti \"" + sample.get() + "\" sebanyak yang diperlukan.",
              "Add as many columns like \"" + sample.get() + "\" as are needed."));
    }

    private String sheet() {
      SheetChoice choice = mapping.source().sheet();
      if (choice instanceof SheetChoice.Named named) {
        return named.names().get(0);
      }
      if (choice instanceof SheetChoice.Matching matching) {
        Optional<String> sample = PatternSample.of(matching.pattern());
        if (sample.isEmpty()) {
          impossible.add(unclear(matching.pattern()));
        }
        return sample.orElse("");
      }
      return coded().orElse("Data");
    }

    /** The name of the sheet may be a code. */
    private Optional<String> coded() {
      return mapping.columns().stream()
          .filter(column -> column.virtual().contains(VirtualField.Origin.SHEET))
          .flatMap(column -> CodeChoices.of(column, codes).stream())
          .findFirst();
    }

    private void above() {
      PeriodSpec period = mapping.period();
      if (period == null) {
        return;
      }
      Text words = new Text("Periode", "Period");
      for (PeriodSpec.Source source : period.sources()) {
        if (source instanceof PeriodSpec.Title title) {
          above(title.wanted().pattern(), words);
        } else if (source instanceof PeriodSpec.InCell cell) {
          PeriodSpec.Wanted wanted = cell.wanted();
          Optional<String> sample =
              wanted == null ? Optional.of("2025") : PatternSample.of(wanted.pattern());
          above.add(new Above(cell.row(), cell.column(), sample.orElse(""), words));
        } else if (source instanceof PeriodSpec.Named named) {
          notes.add(
              switch (named.origin()) {
                case FILE ->
                    new Text(
                        "Periode diambil dari nama berkas.",
                        "The period is taken from the name of the file.");
                case FOLDER ->
                    new Text(
                        "Periode diambil dari nama folder.",
                        "The period is taken from the name of the folder.");
                case SHEET ->
                    new Text(
                        "Periode diambil dari nama lembar.",
                        "The period is taken from the name of the sheet.");
              });
        }
      }
    }

    /** A text that another pattern finds, too, stands once. */
    private void above(Pattern pattern, Text wanted) {
      if (above.stream().anyMatch(one -> pattern.matcher(one.sample()).find())) {
        return;
      }
      Optional<String> sample = PatternSample.of(pattern);
      if (sample.isEmpty()) {
        impossible.add(unclear(pattern));
        return;
      }
      above.removeIf(one -> matches(one, sample.get()));
      int row = 1 + above.stream().mapToInt(Above::row).max().orElse(0);
      above.add(new Above(row, 1, sample.get(), wanted));
    }

    /** Whether what stands there is a part of the new text. */
    private static boolean matches(Above one, String text) {
      return text.contains(one.sample());
    }

    private static Text unclear(Pattern pattern) {
      return new Text(
          "Dari pola /" + pattern.pattern() + "/ tidak dapat dibuat contoh.",
          "No example can be made of the pattern /" + pattern.pattern() + "/.");
    }
  }
}
