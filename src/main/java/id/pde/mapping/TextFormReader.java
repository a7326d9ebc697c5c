package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.SourceSpec.TextForm;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;

/** Reads how a text file is taken apart. */
final class TextFormReader {

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

  private final Block source;

  TextFormReader(Block source) {
    this.source = source;
  }

  TextForm read() {
    Optional<Character> delimiter = delimiter();
    char quote = quote();
    if (delimiter.isPresent() && delimiter.get() == quote) {
      source.fault(
          "source.delimiter",
          source.where("delimiter"),
          new Text(
              "pemisah dan tanda kutip tidak boleh sama",
              "delimiter and quote may not be the same sign"),
          new Text("ganti salah satunya", "change one of them"));
    }
    return new TextForm(charset(), delimiter, quote);
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
}
