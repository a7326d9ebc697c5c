package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.SourceSpec.Format;
import id.pde.mapping.SourceSpec.RowPatterns;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
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
          Map.of(
              "auto", Format.AUTO,
              "csv", Format.CSV,
              "xlsx", Format.XLSX,
              "xls", Format.XLS,
              "rows", Format.ROWS),
          List.of("fixed", "ods", "dbf", "mdb", "json", "html", "xmlss"));

  /** Proposed where a name is not known; whatever Java knows is taken. */
  private static final List<String> CHARSETS =
      List.of(
          "auto",
          "utf-8",
          "utf-16",
          "utf-16le",
          "utf-16be",
          "windows-1252",
          "windows-1250",
          "iso-8859-1",
          "iso-8859-15",
          "us-ascii",
          "ibm437",
          "ibm850",
          "gb18030",
          "big5");

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern SKIP =
      Pattern.compile("^(sub ?total|jumlah|jml|total|rata-rata)\\b", FLAGS);
  private static final Pattern STOP =
      Pattern.compile("^(sumber|catatan|ket)\\.? *:|^mengetahui\\b", FLAGS);

  private final Block source;

  private SourceReader(Block source) {
    this.source = source;
  }

  static SourceSpec read(Block source) {
    SourceReader reader = new SourceReader(source);
    Format format = source.choice("format", FORMATS, Format.AUTO);
    Optional<Character> delimiter = reader.delimiter();
    char quote = reader.quote();
    if (delimiter.isPresent() && delimiter.get() == quote) {
      source.fault(
          "source.delimiter",
          source.where("delimiter"),
          new Text(
              "pemisah dan tanda kutip tidak boleh sama",
              "delimiter and quote may not be the same sign"),
          new Text("ganti salah satunya", "change one of them"));
    }
    return new SourceSpec(
        format,
        reader.files(),
        reader.charset(),
        delimiter,
        quote,
        reader.decimal(),
        reader.sheet(),
        new HeaderReader(source).read(),
        reader.patterns("skip", SKIP),
        reader.patterns("stop", STOP));
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

  private Optional<String> charset() {
    if (source.node("charset") instanceof Items) {
      source.notYet("charset: [...]", source.where("charset").place(), "charset");
      return Optional.empty();
    }
    Scalar written = source.scalar("charset");
    if (written == null || written.text().equals("auto")) {
      return Optional.empty();
    }
    if (known(written.text())) {
      return Optional.of(written.text());
    }
    Text fix =
        Suggestion.of(written.text(), CHARSETS).isPresent()
            ? Suggestion.fix(written.text(), CHARSETS)
            : new Text(
                "yang lazim: auto, utf-8, windows-1252, utf-16",
                "usual are: auto, utf-8, windows-1252, utf-16");
    source.fault(
        "source.charset",
        new Where("charset", written.place()),
        new Text(
            written.shown() + " bukan nama pengodean huruf", written.shown() + " is not a charset"),
        fix);
    return Optional.empty();
  }

  private static boolean known(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalCharsetNameException notAName) {
      return false;
    }
  }

  private Optional<Character> delimiter() {
    Scalar written = source.scalar("delimiter");
    if (written == null || written.text().equals("auto")) {
      return Optional.empty();
    }
    String text = written.text();
    if (text.equals("tab") || text.equals("\\t")) {
      return Optional.of('\t');
    }
    if (text.length() == 1 && !unfit(text.charAt(0))) {
      return Optional.of(text.charAt(0));
    }
    source.fault(
        "source.delimiter",
        new Where("delimiter", written.place()),
        new Text(written.shown() + " bukan pemisah", written.shown() + " is not a delimiter"),
        new Text(
            "tulis auto, tab, atau satu tanda seperti \";\" \",\" \"|\"",
            "write auto, tab, or one sign such as \";\" \",\" \"|\""));
    return Optional.empty();
  }

  private static boolean unfit(char sign) {
    return Character.isLetterOrDigit(sign)
        || Character.isSurrogate(sign)
        || sign == '\n'
        || sign == '\r'
        || sign == '\0'
        || sign == '\uFEFF';
  }

  private char quote() {
    Scalar written = source.scalar("quote");
    if (written == null) {
      return '"';
    }
    if (written.text().equals("none")) {
      source.notYet("quote: none", written.place(), "quote");
      return '"';
    }
    String text = written.text();
    if (text.length() == 1 && !unfit(text.charAt(0)) && !Character.isWhitespace(text.charAt(0))) {
      return text.charAt(0);
    }
    source.fault(
        "source.quote",
        new Where("quote", written.place()),
        new Text(
            written.shown() + " bukan tanda kutip", written.shown() + " is not a quotation mark"),
        new Text("tulis satu tanda, misalnya '\"'", "write one sign, such as '\"'"));
    return '"';
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
    Pattern pattern = pattern("sheet", written);
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

  private RowPatterns patterns(String key, Pattern preset) {
    if (!source.has(key)) {
      return new RowPatterns(List.of(preset), false);
    }
    List<Pattern> patterns = new ArrayList<>();
    for (Scalar written : source.scalars(key)) {
      Pattern pattern = written.text().equals("default") ? preset : pattern(key, written);
      if (pattern != null) {
        patterns.add(pattern);
      }
    }
    return new RowPatterns(patterns, true);
  }

  private @Nullable Pattern pattern(String key, Scalar written) {
    PatternReader.Read read = PatternReader.read(written.text());
    if (read.fault() != null) {
      source.fault(
          "pattern.fault",
          new Where(key, written.place()),
          read.fault(),
          new Text(
              "contoh: \"/^(jumlah|total)\\\\b/i\" (i: huruf besar dan kecil sama)",
              "for example: \"/^(jumlah|total)\\\\b/i\" (i: capitals do not matter)"));
    }
    return read.pattern();
  }
}
