package id.pde.mapping;

import id.pde.mapping.Block.Spot;
import id.pde.mapping.Block.Where;
import id.pde.mapping.PeriodSpec.InCell;
import id.pde.mapping.PeriodSpec.InColumn;
import id.pde.mapping.PeriodSpec.Named;
import id.pde.mapping.PeriodSpec.Part;
import id.pde.mapping.PeriodSpec.Source;
import id.pde.mapping.PeriodSpec.Title;
import id.pde.mapping.PeriodSpec.Wanted;
import id.pde.mapping.VirtualField.Origin;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code period} block. */
final class PeriodReader {

  private static final Pattern CELL = Pattern.compile("([A-Za-z]{1,3})([1-9]\\d{0,6})");

  private static final Map<String, Origin> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("filename", Origin.FILE);
    NAMES.put("folder", Origin.FOLDER);
    NAMES.put("sheet", Origin.SHEET);
  }

  private static final Text FIX =
      new Text(
          "tulis filename, folder, sheet, {title: /pola/}, {cell: A2}, {column: nama}, atau daftar"
              + " darinya",
          "write filename, folder, sheet, {title: /pattern/}, {cell: A2}, {column: name}, or a"
              + " list of them");

  private final Block period;
  private final Set<String> columns;

  private PeriodReader(Block period, Set<String> columns) {
    this.period = period;
    this.columns = columns;
  }

  /**
   * The block.
   *
   * @param columns names of the mapping's columns
   */
  static @Nullable PeriodSpec read(Block top, Set<String> columns) {
    if (!top.has("period")) {
      return null;
    }
    return new PeriodReader(top.block("period", Level.PERIOD), columns).spec();
  }

  private @Nullable PeriodSpec spec() {
    YamlNode from = period.node("from");
    if (from == null) {
      if (period.lacks("from")) {
        period.fault(
            "mapping.missing",
            new Where("from", period.place()),
            new Text("from tidak ada", "from is missing"),
            FIX);
      }
      return null;
    }
    int before = period.faults().count();
    Scalar written = period.scalar("pattern");
    Wanted shared = written == null ? null : new PeriodPattern(period).read("pattern", written);
    List<Source> sources = new ArrayList<>();
    List<YamlNode> nodes = from instanceof Items items ? items.nodes() : List.of(from);
    for (YamlNode node : nodes) {
      Source source = source(node, shared);
      if (source != null) {
        sources.add(source);
      }
    }
    boolean sound = period.faults().count() == before;
    if (sound && sources.isEmpty()) {
      unknown(from);
    }
    if (sound && shared != null && sources.stream().noneMatch(one -> shared.equals(one.wanted()))) {
      period.fault(
          "period.pattern",
          period.where("pattern"),
          new Text("pattern tidak terpakai di sini", "pattern has nothing to do here"),
          new Text(
              "hapus; title sudah membawa polanya sendiri",
              "take it out; title brings its own pattern"));
    }
    if (sound && lacksYear(sources)) {
      period.fault(
          "period.year",
          period.where(written == null ? "from" : "pattern"),
          new Text("tahunnya tidak ditemukan di mana pun", "nothing here gives the year"),
          new Text(
              "tambahkan grup (?<tahun>\\d{4}), atau sumber lain: from: [sheet, filename]",
              "add a group (?<tahun>\\d{4}), or another source: from: [sheet, filename]"));
    }
    return new PeriodSpec(sources, period.place());
  }

  /** Groups that can never make a period: all are named, and none of them is a year or a date. */
  private static boolean lacksYear(List<Source> sources) {
    for (Source source : sources) {
      Wanted wanted = source.wanted();
      if (wanted == null
          || wanted.groups().isEmpty()
          || wanted.groups().contains(Part.TAHUN)
          || wanted.groups().equals(Set.of(Part.TANGGAL))) {
        return false;
      }
    }
    return !sources.isEmpty();
  }

  private @Nullable Source source(YamlNode node, @Nullable Wanted shared) {
    if (node instanceof Scalar scalar) {
      Origin origin = NAMES.get(scalar.text());
      if (origin != null) {
        return new Named(origin, shared);
      }
    }
    if (!(node instanceof Entries entries)) {
      unknown(node);
      return null;
    }
    Spot spot = new Spot(period.path("from"), period.faults());
    Block from = Block.of(entries, Level.PERIOD_FROM, spot);
    List<String> kinds =
        Level.PERIOD_FROM.keys().stream()
            .filter(key -> !key.equals("pattern") && from.has(key))
            .toList();
    if (kinds.size() != 1) {
      unknown(node);
      return null;
    }
    Scalar pattern = from.scalar("pattern");
    if (pattern != null && !kinds.get(0).equals("cell") && !kinds.get(0).equals("column")) {
      unknown(node);
      return null;
    }
    Wanted own = pattern == null ? shared : new PeriodPattern(from).read("pattern", pattern);
    return declared(from, kinds.get(0), own);
  }

  private @Nullable Source declared(Block from, String kind, @Nullable Wanted wanted) {
    Scalar value = from.scalar(kind);
    if (value == null) {
      return null;
    }
    return switch (kind) {
      case "title" -> {
        Wanted own = new PeriodPattern(from).read(kind, value);
        yield own == null ? null : new Title(own);
      }
      case "cell" -> cell(from, value, wanted);
      case "column" -> column(from, value, wanted);
      default -> {
        Wanted own = new PeriodPattern(from).read(kind, value);
        Origin origin = NAMES.get(kind);
        yield own == null || origin == null ? null : new Named(origin, own);
      }
    };
  }

  private static @Nullable Source cell(Block from, Scalar value, @Nullable Wanted wanted) {
    Matcher cell = CELL.matcher(value.text().strip());
    if (!cell.matches()) {
      from.fault(
          "period.cell",
          new Where("cell", value.place()),
          new Text(value.shown() + " bukan nama sel", value.shown() + " is not the name of a cell"),
          new Text("tulis misalnya A2", "write for example A2"));
      return null;
    }
    int column = 0;
    for (char letter : cell.group(1).toCharArray()) {
      column = 26 * column + Character.toUpperCase(letter) - 'A' + 1;
    }
    int row = Integer.parseInt(cell.group(2));
    return new InCell(value.text().strip(), row, column, wanted);
  }

  private @Nullable Source column(Block from, Scalar value, @Nullable Wanted wanted) {
    if (columns.contains(value.text())) {
      return new InColumn(value.text(), wanted);
    }
    from.fault(
        "period.column",
        new Where("column", value.place()),
        new Text(
            value.shown() + " bukan kolom pemetaan ini",
            value.shown() + " is not a column of this mapping"),
        Suggestion.fix(value.text(), columns));
    return null;
  }

  private void unknown(YamlNode node) {
    period.fault(
        "period.from",
        new Where("from", node.place()),
        new Text(node.shown() + " bukan tempat periode", node.shown() + " is no place of a period"),
        FIX);
  }
}
