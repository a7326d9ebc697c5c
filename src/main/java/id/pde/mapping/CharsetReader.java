package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the charsets of a text file: none is declared, one, or several to try line by line. */
final class CharsetReader {

  /** Proposed where a name is not known; whatever Java knows is taken. */
  private static final List<String> CHARSETS =
      List.of(
          "auto",
          "utf-8",
          "utf-16",
          "utf-16le",
          "utf-16be",
          "utf-32",
          "windows-1252",
          "windows-1250",
          "windows-1251",
          "iso-8859-1",
          "iso-8859-15",
          "us-ascii",
          "ibm437",
          "ibm850",
          "gb18030",
          "shift_jis",
          "big5");

  private final Block source;

  CharsetReader(Block source) {
    this.source = source;
  }

  List<String> read() {
    List<Scalar> written = source.scalars("charset");
    if (written.isEmpty()) {
      if (source.has("charset")) {
        fault(
            source.where("charset"),
            new Text("daftar pengodean huruf kosong", "the list of charsets is empty"),
            new Text("tulis auto atau satu nama", "write auto or one name"));
      }
      return List.of();
    }
    if (written.size() == 1 && written.get(0).text().equals("auto")) {
      return List.of();
    }
    List<Scalar> known = written.stream().filter(this::isKnown).toList();
    if (known.size() == written.size() && known.size() > 1) {
      tryable(known);
    }
    return known.stream().map(Scalar::text).toList();
  }

  private boolean isKnown(Scalar name) {
    try {
      if (Charset.isSupported(name.text())) {
        return true;
      }
    } catch (IllegalCharsetNameException notAName) {
      // Said below.
    }
    Text fix =
        Suggestion.of(name.text(), CHARSETS).isPresent()
            ? Suggestion.fix(name.text(), CHARSETS)
            : new Text(
                "yang lazim: auto, utf-8, windows-1252, utf-16",
                "usual are: auto, utf-8, windows-1252, utf-16");
    fault(
        new Where("charset", name.place()),
        new Text(name.shown() + " bukan nama pengodean huruf", name.shown() + " is not a charset"),
        fix);
    return false;
  }

  /** Line breaks have to be the same byte in all, and every one must get its turn. */
  private void tryable(List<Scalar> names) {
    Set<Charset> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      Scalar name = names.get(i);
      Charset charset = Charset.forName(name.text());
      Where where = new Where("charset", name.place());
      if (!plainBreaks(charset)) {
        fault(
            where,
            new Text(
                name.shown() + " tidak dapat bergantian dengan pengodean lain",
                name.shown() + " cannot take turns with other charsets"),
            new Text("tulis sebagai satu-satunya pengodean", "write it as the only charset"));
      } else if (!seen.add(charset)) {
        fault(
            where,
            new Text(name.shown() + " ada dua kali", name.shown() + " is there twice"),
            new Text("hapus salah satunya", "take one of them out"));
      } else if (i < names.size() - 1 && fitsEveryLine(charset)) {
        fault(
            where,
            new Text(
                name.shown()
                    + " cocok untuk hampir setiap baris: yang di belakangnya tidak dipakai",
                name.shown() + " fits nearly every line: what follows is never used"),
            new Text(
                "tulis utf-8 di depan: [utf-8, windows-1252]",
                "write utf-8 first: [utf-8, windows-1252]"));
      }
    }
  }

  private static boolean plainBreaks(Charset charset) {
    return "\r\n,".equals(new String(new byte[] {13, 10, 44}, charset));
  }

  private static boolean fitsEveryLine(Charset charset) {
    return !charset.equals(StandardCharsets.US_ASCII)
        && charset.canEncode()
        && charset.newEncoder().maxBytesPerChar() == 1.0f;
  }

  private void fault(Where where, Text message, Text fix) {
    source.fault("source.charset", where, message, fix);
  }
}
