package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.SourceSpec.Format;
import id.pde.mapping.SourceSpec.TextForm;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how a text file is taken apart. */
final class TextFormReader {

  private static final int WIDEST = 100_000;

  private final Block source;
  private final Format format;

  TextFormReader(Block source, Format format) {
    this.source = source;
    this.format = format;
  }

  TextForm read() {
    List<String> charsets = new CharsetReader(source).read();
    Optional<Character> delimiter = delimiter();
    Optional<Character> quote = quote();
    Optional<Character> escape = escape();
    differ("delimiter", delimiter, quote);
    differ("escape", escape, escape.equals(quote) ? quote : delimiter);
    return new TextForm(charsets, delimiter, quote, escape, widths());
  }

  private void differ(String key, Optional<Character> one, Optional<Character> other) {
    if (one.isEmpty() || !one.equals(other)) {
      return;
    }
    Text message =
        key.equals("delimiter")
            ? new Text(
                "pemisah dan tanda kutip tidak boleh sama",
                "delimiter and quote may not be the same sign")
            : new Text(
                "escape tidak boleh sama dengan pemisah atau tanda kutip",
                "escape may not be the same sign as delimiter or quote");
    Text fix =
        key.equals("delimiter")
            ? new Text("ganti salah satunya", "change one of them")
            : new Text(
                "hapus: tanda kutip yang ditulis dua kali selalu dimengerti",
                "take it out: a quote that is written twice is always understood");
    source.fault("source." + key, source.where(key), message, fix);
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
        || sign >= '\uFEFF';
  }

  private Optional<Character> quote() {
    Scalar written = source.scalar("quote");
    if (written == null) {
      return TextForm.AUTO.quote();
    }
    if (written.text().equals("none")) {
      return Optional.empty();
    }
    if (isMark(written)) {
      return Optional.of(written.text().charAt(0));
    }
    source.fault(
        "source.quote",
        new Where("quote", written.place()),
        new Text(
            written.shown() + " bukan tanda kutip", written.shown() + " is not a quotation mark"),
        new Text("tulis satu tanda, misalnya '\"'", "write one sign, such as '\"'"));
    return TextForm.AUTO.quote();
  }

  private Optional<Character> escape() {
    Scalar written = source.scalar("escape");
    if (written == null || written.text().equals("none")) {
      return Optional.empty();
    }
    if (isMark(written)) {
      return Optional.of(written.text().charAt(0));
    }
    source.fault(
        "source.escape",
        new Where("escape", written.place()),
        new Text(written.shown() + " bukan satu tanda", written.shown() + " is not one sign"),
        new Text("tulis none atau '\\'", "write none or '\\'"));
    return Optional.empty();
  }

  private static boolean isMark(Scalar written) {
    String text = written.text();
    return text.length() == 1 && !unfit(text.charAt(0)) && !Character.isWhitespace(text.charAt(0));
  }

  /** Widths and a format of fixed fields come together, and take the place of a delimiter. */
  private List<Integer> widths() {
    if (format != Format.FIXED) {
      if (source.has("widths")) {
        source.fault(
            "source.widths",
            source.where("widths"),
            new Text("widths hanya untuk format: fixed", "widths are for format: fixed"),
            new Text(
                "tulis format: fixed, atau hapus widths", "write format: fixed, or take it out"));
      }
      return List.of();
    }
    for (String key : List.of("delimiter", "quote", "escape")) {
      if (source.has(key)) {
        source.fault(
            "source." + key,
            source.where(key),
            new Text(key + " tidak berlaku untuk format: fixed", key + " is not for format: fixed"),
            new Text("hapus", "take it out"));
      }
    }
    if (source.lacks("widths")) {
      source.fault(
          "source.widths",
          source.where("format"),
          new Text(
              "format: fixed memerlukan lebar setiap isian",
              "format: fixed needs the width of every field"),
          new Text("tulis misalnya widths: [3, 18, 4]", "write for example widths: [3, 18, 4]"));
      return List.of();
    }
    List<Integer> widths = writtenWidths();
    asManyFields(widths);
    return widths;
  }

  private List<Integer> writtenWidths() {
    if (!(source.node("widths") instanceof Items)) {
      noWidth(source.where("widths"));
      return List.of();
    }
    List<Integer> widths = new ArrayList<>();
    for (Scalar written : source.scalars("widths")) {
      int width = written.text().matches("\\d{1,6}") ? Integer.parseInt(written.text()) : 0;
      if (width < 1 || width > WIDEST) {
        noWidth(new Where("widths", written.place()));
        return List.of();
      }
      widths.add(width);
    }
    if (widths.isEmpty()) {
      noWidth(source.where("widths"));
    }
    return widths;
  }

  private void noWidth(Where where) {
    source.fault(
        "source.widths",
        where,
        new Text(
            "widths adalah daftar bilangan bulat mulai dari 1",
            "widths are a list of whole numbers from 1 on"),
        new Text("tulis misalnya [3, 18, 4]", "write for example [3, 18, 4]"));
  }

  private void asManyFields(List<Integer> widths) {
    if (widths.isEmpty() || !source.has("fields")) {
      return;
    }
    int fields = source.scalars("fields").size();
    if (fields != widths.size()) {
      source.fault(
          "source.widths",
          source.where("widths"),
          new Text(
              "ada " + widths.size() + " lebar untuk " + fields + " nama di fields",
              "there are " + widths.size() + " widths for " + fields + " names in fields"),
          new Text("samakan jumlahnya", "write as many of one as of the other"));
    }
  }
}
