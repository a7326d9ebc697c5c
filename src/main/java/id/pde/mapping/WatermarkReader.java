package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.SourceSpec.Format;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.WatermarkSpec.Kind;
import id.pde.mapping.WatermarkSpec.LookBack;
import id.pde.mapping.WatermarkSpec.Tie;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code source.watermark}: how a pull goes on where the one before it ended. */
final class WatermarkReader {

  private static final Pattern LOOK_BACK = Pattern.compile("(\\d{1,9})([dhm]?)");

  private final Block source;
  private final TargetSpec target;
  private final List<ColumnSpec> columns;

  WatermarkReader(Block source, TargetSpec target, List<ColumnSpec> columns) {
    this.source = source;
    this.target = target;
    this.columns = columns;
  }

  /** The source with its watermark, where one is declared. */
  SourceSpec read(SourceSpec spec) {
    if (!source.has("watermark")) {
      return spec;
    }
    checkTarget();
    if (spec.format() != Format.ROWS && spec.format() != Format.AUTO) {
      source.fault(
          "watermark.format",
          source.where("watermark"),
          new Text(
              "watermark hanya untuk baris dari basis data, bukan untuk berkas",
              "a watermark is for rows of a database, not for files"),
          new Text("tulis format: rows, atau hapus watermark", "write format: rows, or drop it"));
    }
    Block block = source.block("watermark", Level.WATERMARK);
    Scalar column = block.scalar("column");
    Scalar tie = block.scalar("tie");
    Kind kind = column == null ? Kind.TIMESTAMP : kind(column.text(), Kind.TIMESTAMP);
    LookBack lookBack = lookBack(block, kind);
    if (column == null) {
      if (block.lacks("column")) {
        block.fault(
            "mapping.missing",
            new Where("column", block.place()),
            new Text("column tidak ada", "column is missing"),
            new Text(
                "tulis kolom yang selalu naik: column: updated_at",
                "write the column that only rises: column: updated_at"));
      }
      return spec;
    }
    @Nullable Tie told = tie == null ? null : new Tie(tie.text(), kind(tie.text(), Kind.NUMBER));
    return spec.with(new WatermarkSpec(column.text(), kind, told, lookBack));
  }

  /** Rows that come twice are known by their key; what a pull leaves out stays in the table. */
  private void checkTarget() {
    if (target.load() == LoadMode.MERGE && !target.key().isEmpty()) {
      return;
    }
    source.fault(
        "watermark.load",
        source.where("watermark"),
        new Text(
            "watermark menarik sebagian baris, dan baris yang sama dapat datang lagi; tabelnya"
                + " harus digabung menurut kunci",
            "a watermark pulls a part of the rows, and a row may come again; the table has to be"
                + " merged by a key"),
        new Text(
            "tulis target: {key: [kolom], load: merge}",
            "write target: {key: [column], load: merge}"));
  }

  private Kind kind(String heading, Kind otherwise) {
    String form = Headings.form(heading);
    for (ColumnSpec column : columns) {
      if (column.from().stream().anyMatch(from -> Headings.form(from).equals(form))) {
        return of(column.type(), otherwise);
      }
    }
    return otherwise;
  }

  private static Kind of(ColumnType type, Kind otherwise) {
    if (type instanceof ColumnType.TimestampType) {
      return Kind.TIMESTAMP;
    }
    if (type instanceof ColumnType.DateType) {
      return Kind.DATE;
    }
    if (type instanceof ColumnType.IntegerType || type instanceof ColumnType.DecimalType) {
      return Kind.NUMBER;
    }
    return type instanceof ColumnType.TextType ? Kind.TEXT : otherwise;
  }

  private static LookBack lookBack(Block block, Kind kind) {
    Scalar written = block.scalar("look-back");
    if (written == null) {
      return LookBack.NONE;
    }
    Matcher form = LOOK_BACK.matcher(written.text().strip());
    boolean counts = kind == Kind.NUMBER;
    if (!form.matches() || kind == Kind.TEXT || form.group(2).isEmpty() != counts) {
      block.fault(
          "watermark.look-back",
          new Where("look-back", written.place()),
          new Text(
              written.shown() + " bukan jarak mundur yang cocok dengan kolom itu",
              written.shown() + " is no look-back that fits the column"),
          new Text(
              "tulis 3d, 12h atau 30m untuk tanggal dan jam; angka saja, misalnya 1000, untuk angka",
              "write 3d, 12h or 30m for dates and times; digits only, such as 1000, for numbers"));
      return LookBack.NONE;
    }
    long number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "d" -> new LookBack(Duration.ofDays(number), 0);
      case "h" -> new LookBack(Duration.ofHours(number), 0);
      case "m" -> new LookBack(Duration.ofMinutes(number), 0);
      default -> new LookBack(Duration.ZERO, number);
    };
  }
}
