package id.pde.guess;

import id.pde.guess.Proposal.Line;
import id.pde.guess.Tables.Found;
import id.pde.guess.Tables.Table;
import id.pde.mapping.SourceSpec.TextForm;
import id.pde.model.Header;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.GridSource;
import id.pde.source.layout.ReadLimits;
import id.pde.source.text.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says how the tables that were found stand in their file. */
final class LayoutChoice {

  private final GridSource grids;
  private final Path file;
  private final Found found;

  LayoutChoice(GridSource grids, Path file, Found found) {
    this.grids = grids;
    this.file = file;
    this.found = found;
  }

  /**
   * Where the table stands.
   *
   * @param source keys of the source block
   * @param unpivoted whether columns become rows
   */
  record Layout(Map<String, Line> source, Fields fields, boolean unpivoted) {
    /** With what is known instead of what was found. */
    Layout told(Map<String, Line> known) {
      Map<String, Line> all = new LinkedHashMap<>(source);
      all.putAll(known);
      return new Layout(all, fields, unpivoted);
    }

    /** With the keys that open the file. */
    Layout opened(Map<String, Line> lock) {
      Map<String, Line> all = new LinkedHashMap<>(lock);
      all.putAll(source);
      return new Layout(all, fields, unpivoted);
    }
  }

  /** With groups filled down and periods turned into rows, where there are some. */
  Layout choose() {
    Layout plain = plain();
    Fields fields = plain.fields();
    Map<String, Line> more = new LinkedHashMap<>(plain.source());
    List<String> fill = FillDown.of(found.chosen(), fields.headings());
    if (!fill.isEmpty()) {
      Text remark =
          Remarks.of(
              "sel kosong tampaknya berarti sama dengan di atasnya",
              "empty cells seem to mean the value above");
      more.put("fill-down", new Line(Yaml.list(fill), List.of(remark)));
    }
    Optional<PeriodColumns> periods = PeriodColumns.of(fields.headings());
    periods.ifPresent(columns -> more.put("unpivot", Line.of(columns.yaml())));
    return new Layout(more, fields.over(periods, found.chosen().size()), periods.isPresent());
  }

  /** The table as it stands. */
  Layout plain() {
    Map<String, Line> source = new LinkedHashMap<>();
    Table first = found.chosen().get(0);
    Fields fields = Fields.of(found.chosen());
    if (first.header().origin() == Header.Origin.TEXT) {
      text(source);
      TextSample sample = TextSample.of(grids, file);
      if (sample.lacksHeadings(first.header().line())) {
        fields = declared(source, sample.width());
      }
    } else {
      sheets(source);
    }
    return new Layout(source, fields, false);
  }

  private void text(Map<String, Line> source) {
    source.put("format", Line.of("csv"));
    TextFile text = open();
    List<String> charsets =
        text.charsets().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (charsets.size() > 1) {
      Text remark =
          Remarks.of("beberapa pengodean dalam satu berkas", "several charsets in one file");
      source.put("charset", new Line(Yaml.list(charsets), List.of(remark)));
    } else if (charsets.get(0).startsWith("windows")) {
      Text remark =
          Remarks.of(
              "bukan UTF-8 yang sah; pengodean lain tidak dapat dipastikan",
              "no valid UTF-8; other charsets cannot be told apart");
      source.put("charset", new Line(charsets.get(0), List.of(remark)));
    }
    text.delimiter()
        .ifPresent(
            sign ->
                source.put(
                    "delimiter", Line.of(sign == '\t' ? "tab" : Yaml.text(String.valueOf(sign)))));
    if (!text.quote().equals(TextForm.AUTO.quote())) {
      text.quote().ifPresent(sign -> source.put("quote", sign(sign)));
    }
    text.escape().ifPresent(sign -> source.put("escape", sign(sign)));
  }

  private static Line sign(char sign) {
    return Line.of(Yaml.text(String.valueOf(sign)));
  }

  private TextFile open() {
    try {
      Location whole = new Location.Whole(String.valueOf(file.getFileName()));
      return TextFile.open(file, whole, TextFile.Plan.LOOK, ReadLimits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fields declared(Map<String, Line> source, int width) {
    List<String> names = IntStream.rangeClosed(1, width).mapToObj(i -> "kolom " + i).toList();
    source.put("header", Line.of("none"));
    source.put(
        "fields",
        new Line(
            Yaml.list(names),
            List.of(
                Remarks.of(
                    "berkas tampaknya tanpa judul kolom: beri nama yang benar di sini dan pada from",
                    "the file seems to have no headings: give the right names here and in from"))));
    return new Fields(names, List.of(), false, List.of());
  }

  private void sheets(Map<String, Line> source) {
    List<String> names = found.chosen().stream().map(Table::sheet).toList();
    List<Text> remarks = new ArrayList<>();
    if (!found.others().isEmpty()) {
      String others = found.others().stream().map(Table::sheet).collect(Collectors.joining(", "));
      remarks.add(
          Remarks.of(
              "lembar lain berisi tabel lain: " + others,
              "other sheets hold other tables: " + others));
    }
    if (names.size() == 1 && found.visible() > 1) {
      source.put("sheet", new Line(Yaml.text(names.get(0)), remarks));
    } else if (names.size() > 1 && names.size() == found.visible()) {
      source.put("sheet", new Line("all", remarks));
    } else if (names.size() > 1) {
      source.put("sheet", new Line(Yaml.list(names), remarks));
    }
  }
}
