package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.TableForm.Blocks;
import id.pde.mapping.TableForm.End;
import id.pde.mapping.TableForm.Hidden;
import id.pde.mapping.TableForm.Kinds;
import id.pde.mapping.TableForm.Outline;
import id.pde.mapping.TableForm.RowPatterns;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where the table stands and which rows are data. */
final class TableFormReader {

  static final Choice<End> ENDS = Choice.of(Map.of("stop", End.STOP, "blank-row", End.BLANK_ROW));
  static final Choice<Blocks> BLOCKS =
      Choice.of(Map.of("one", Blocks.ONE, "beside", Blocks.BESIDE));
  static final Choice<Hidden> HIDDEN =
      Choice.of(Map.of("include", Hidden.INCLUDE, "skip", Hidden.SKIP, "refuse", Hidden.REFUSE));
  static final Choice<Outline.Keep> KEEP =
      Choice.of(Map.of("leaves", Outline.Keep.LEAVES, "all", Outline.Keep.ALL));

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern SKIP =
      Pattern.compile("^(sub ?total|jumlah|jml|total|rata-rata)\\b", FLAGS);

  /** Sources, notes, and the signature block, which begins with a place and a day. */
  private static final Pattern STOP =
      Pattern.compile(
          "^(sumber|catatan|ket|keterangan)\\.? *:|^mengetahui\\b"
              + "|^\\p{L}[\\p{L} .]*, *\\d{1,2} +(januari|februari|pebruari|maret|april|mei|juni|juli"
              + "|agustus|september|oktober|november|nopember|desember) +\\d{4}\\b",
          FLAGS);

  private final Block source;

  TableFormReader(Block source) {
    this.source = source;
  }

  TableForm read() {
    return new TableForm(
        new HeaderReader(source).read(),
        patterns("skip", SKIP),
        patterns("stop", STOP),
        source.choice("end", ENDS, End.STOP),
        source.choice("blocks", BLOCKS, Blocks.ONE),
        source.choice("hidden", HIDDEN, Hidden.USUAL),
        headings("fill-down"),
        ConditionReader.read(source),
        unpivot(),
        recordStarts(),
        outline(),
        kinds());
  }

  private List<String> headings(String key) {
    List<String> headings = new ArrayList<>();
    for (Scalar written : source.scalars(key)) {
      String heading = heading(source, key, written);
      if (heading != null) {
        headings.add(heading);
      }
    }
    return headings;
  }

  private static @Nullable String heading(Block block, String key, @Nullable Scalar written) {
    if (written == null) {
      return null;
    }
    if (!Headings.form(written.text()).isEmpty()) {
      return written.text();
    }
    block.fault(
        "source.heading",
        new Where(key, written.place()),
        new Text(written.shown() + " bukan judul kolom", written.shown() + " is not a heading"),
        new Text("tulis judul seperti di berkas", "write the heading as in the file"));
    return null;
  }

  private @Nullable Unpivot unpivot() {
    if (!source.has("unpivot")) {
      return null;
    }
    Block block = source.block("unpivot", Level.UNPIVOT);
    need(block, "columns", "\"/^data_(\\\\d{4})$/\"");
    need(block, "name", "tahun");
    need(block, "value", "nilai");
    Pattern columns = PatternKey.of(block, "columns");
    List<String> names = new ArrayList<>();
    for (Scalar name : block.scalars("name")) {
      String heading = heading(block, "name", name);
      if (heading != null) {
        names.add(heading);
      }
    }
    String value = heading(block, "value", block.scalar("value"));
    if (columns == null || names.isEmpty() || value == null) {
      return null;
    }
    int groups = columns.matcher("").groupCount();
    if (names.size() != Math.max(groups, 1)) {
      block.fault(
          "unpivot.groups",
          block.where("name"),
          new Text(
              "pola punya " + groups + " kelompok ( ), tetapi name menyebut " + names.size(),
              "the pattern has " + groups + " groups ( ), but name gives " + names.size()),
          new Text(
              "beri satu nama untuk tiap kelompok; (?: ) tidak dihitung",
              "give one name for each group; (?: ) does not count"));
      return null;
    }
    return new Unpivot(columns, names, value);
  }

  /** A key that its block cannot do without. */
  private static void need(Block block, String key, String example) {
    if (block.lacks(key)) {
      block.fault(
          "mapping.missing",
          new Where(key, block.place()),
          new Text(key + " tidak ada", key + " is missing"),
          new Text(
              "tulis misalnya " + key + ": " + example,
              "write for example " + key + ": " + example));
    }
  }

  private @Nullable String recordStarts() {
    if (!source.has("record")) {
      return null;
    }
    Block block = source.block("record", Level.RECORD);
    need(block, "starts", "NO");
    return heading(block, "starts", block.scalar("starts"));
  }

  private @Nullable Outline outline() {
    if (!source.has("outline")) {
      return null;
    }
    Block block = source.block("outline", Level.OUTLINE);
    need(block, "of", "KODE");
    need(block, "by", "code");
    String of = heading(block, "of", block.scalar("of"));
    Outline.By by = by(block);
    Outline.Keep keep = block.choice("keep", KEEP, Outline.Keep.LEAVES);
    String level = heading(block, "level", block.scalar("level"));
    String parent = heading(block, "parent", block.scalar("parent"));
    return of == null || by == null ? null : new Outline(of, by, keep, level, parent);
  }

  private static Outline.@Nullable By by(Block block) {
    Scalar written = block.scalar("by");
    if (written == null) {
      return null;
    }
    if (written.text().equals("code")) {
      return new Outline.By.Code();
    }
    if (written.text().equals("indent")) {
      return new Outline.By.Indent();
    }
    if (PatternReader.looksLike(written.text())) {
      Pattern pattern = PatternKey.of(block, "by", written);
      return pattern == null ? null : new Outline.By.Matching(pattern);
    }
    block.fault(
        "outline.by",
        new Where("by", written.place()),
        new Text(
            written.shown() + " bukan cara membaca tingkat",
            written.shown() + " is no way to tell the level"),
        new Text("tulis code, indent, atau \"/pola/\"", "write code, indent, or \"/pattern/\""));
    return null;
  }

  private @Nullable Kinds kinds() {
    if (!source.has("kinds")) {
      return null;
    }
    Block block = source.block("kinds", Level.KINDS);
    need(block, "data", "\"/^\\\\d/\"");
    Pattern data = PatternKey.of(block, "data");
    Pattern head = PatternKey.of(block, "head");
    Pattern tail = PatternKey.of(block, "tail");
    return data == null ? null : new Kinds(head, data, tail);
  }

  private RowPatterns patterns(String key, Pattern preset) {
    if (!source.has(key)) {
      return new RowPatterns(List.of(preset), List.of());
    }
    List<Pattern> presets = new ArrayList<>();
    List<Pattern> declared = new ArrayList<>();
    for (Scalar written : source.scalars(key)) {
      if (written.text().equals("default")) {
        presets.add(preset);
        continue;
      }
      Pattern pattern = PatternKey.of(source, key, written);
      if (pattern != null) {
        declared.add(pattern);
      }
    }
    return new RowPatterns(presets, declared);
  }
}
