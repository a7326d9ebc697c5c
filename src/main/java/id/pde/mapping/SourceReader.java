package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.SourceSpec.Format;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code source} block. */
final class SourceReader {

  static final Choice<Format> FORMATS =
      new Choice<>(
          Map.ofEntries(
              Map.entry("auto", Format.AUTO),
              Map.entry("csv", Format.CSV),
              Map.entry("fixed", Format.FIXED),
              Map.entry("xlsx", Format.XLSX),
              Map.entry("xls", Format.XLS),
              Map.entry("ods", Format.ODS),
              Map.entry("dbf", Format.DBF),
              Map.entry("mdb", Format.MDB),
              Map.entry("json", Format.JSON),
              Map.entry("html", Format.HTML),
              Map.entry("xmlss", Format.XMLSS),
              Map.entry("rows", Format.ROWS)),
          List.of());

  private final Block source;

  private SourceReader(Block source) {
    this.source = source;
  }

  static SourceSpec read(Block source) {
    SourceSpec spec = one(source);
    List<SourceSpec> layouts =
        new LayoutsReader(source)
            .read().stream()
                .map(layout -> spec.password().map(secret -> layout.with(secret)).orElse(layout))
                .toList();
    return spec.in(layouts);
  }

  /** A source block without its layouts. */
  static SourceSpec one(Block source) {
    SourceReader reader = new SourceReader(source);
    Format format = source.choice("format", FORMATS, Format.AUTO);
    return new SourceSpec(
        format,
        reader.files(),
        new TextFormReader(source, format).read(),
        reader.decimal(),
        reader.sheet(),
        new TableFormReader(source).read(),
        reader.records(),
        password(source),
        List.of(),
        Optional.empty());
  }

  private List<String> files() {
    List<String> files = new ArrayList<>();
    for (Scalar file : source.scalars("file")) {
      if (file.text().isBlank() || file.text().contains("/") || file.text().contains("\\")) {
        source.fault(
            "source.file",
            new Where("file", file.place()),
            new Text(
                file.shown() + " bukan pola nama berkas",
                file.shown() + " is not a file name pattern"),
            new Text(
                "tulis nama tanpa folder; * berarti apa saja: \"*penduduk*\"",
                "write a name without folders; * stands for anything: \"*penduduk*\""));
      } else {
        files.add(file.text());
      }
    }
    return files;
  }

  private static final Choice<Character> DECIMALS = Choice.of(Map.of(",", ',', ".", '.'));

  private @Nullable Character decimal() {
    Scalar written = source.scalar("decimal");
    if (written == null) {
      return null;
    }
    Character mark = DECIMALS.built().get(written.text());
    if (mark == null) {
      source.fault(
          "source.decimal",
          new Where("decimal", written.place()),
          new Text(
              written.shown() + " bukan tanda desimal", written.shown() + " is not a decimal mark"),
          new Text("tulis \",\" atau \".\"", "write \",\" or \".\""));
    }
    return mark;
  }

  private Optional<MemberPath> records() {
    Scalar written = source.scalar("records");
    if (written == null) {
      return Optional.empty();
    }
    Optional<MemberPath> path = MemberPath.of(written.text());
    if (path.isEmpty()) {
      source.fault(
          "source.records",
          new Where("records", written.place()),
          new Text(written.shown() + " bukan letak larik", written.shown() + " is no path"),
          new Text(
              "tulis $ untuk seluruh berkas, atau nama demi nama: $.service_requests",
              "write $ for the whole file, or name after name: $.service_requests"));
    }
    return path;
  }

  static Optional<Secret> password(Block source) {
    YamlNode written = source.node("password");
    return written == null
        ? Optional.empty()
        : Optional.ofNullable(
            new SecretReader(source.faults())
                .read(
                    written,
                    source.path("password"),
                    new Text(
                        "kata sandi ditulis langsung di sini", "a password is written out here")));
  }

  private SheetChoice sheet() {
    YamlNode node = source.node("sheet");
    if (node instanceof Items) {
      List<String> names = new ArrayList<>();
      source.scalars("sheet").forEach(name -> names.add(name.text()));
      if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
        noSheet(source.where("sheet"));
      }
      return new SheetChoice.Named(names);
    }
    Scalar written = source.scalar("sheet");
    if (written == null) {
      return new SheetChoice.First();
    }
    String text = written.text();
    switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "first" -> {
        return new SheetChoice.First();
      }
      case "all" -> {
        return new SheetChoice.All();
      }
      case "" -> noSheet(source.where("sheet"));
      default -> {
        // A name or a pattern.
      }
    }
    if (!PatternReader.looksLike(text)) {
      return new SheetChoice.Named(List.of(text));
    }
    Pattern pattern = PatternKey.of(source, "sheet", written);
    return pattern == null ? new SheetChoice.First() : new SheetChoice.Matching(pattern);
  }

  private void noSheet(Where where) {
    source.fault(
        "source.sheet",
        where,
        new Text("nama lembar kosong", "a sheet name is empty"),
        new Text(
            "tulis first, all, nama lembar, /pola/, atau [nama, nama]",
            "write first, all, a sheet name, /pattern/, or [name, name]"));
  }
}
