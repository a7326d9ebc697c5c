package id.pde.source.sheet;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.ByteText;
import id.pde.source.layout.Faults;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The charset of the texts in a workbook of Excel 2 to 95: as declared, else UTF-8 where all texts
 * are (web applications write it, which Excel never did), else the code page that the file names,
 * else windows-1252. Used by one thread.
 */
final class BiffCharset {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final @Nullable Charset declared;
  private final ByteText utf8 = new ByteText(StandardCharsets.UTF_8);
  private @Nullable Charset page;
  private boolean beyondAscii;
  private boolean unicode = true;
  private @Nullable ByteText text;

  BiffCharset(Optional<String> declared) {
    this.declared = declared.map(Charset::forName).orElse(null);
  }

  /** What the file names; some numbers are of the Macintosh, or not known. */
  void page(int number) {
    String name =
        switch (number) {
          case 10000, 32768 -> "x-MacRoman";
          case 32769 -> "windows-1252";
          case 874 -> "x-windows-874";
          case 932 -> "windows-31j";
          case 936 -> "GBK";
          case 949, 950 -> "x-windows-" + number;
          default -> number >= 1250 && number <= 1258 ? "windows-" + number : "IBM" + number;
        };
    page = Charset.isSupported(name) ? Charset.forName(name) : null;
  }

  void see(byte[] bytes) {
    for (byte one : bytes) {
      if (one < 0) {
        beyondAscii = true;
        unicode = unicode && utf8.fits(bytes, 0, bytes.length);
        return;
      }
    }
  }

  /** The signs of a text; asked when all texts are seen. */
  String text(byte[] bytes) {
    ByteText known = text;
    if (known == null) {
      known = new ByteText(charset());
      text = known;
    }
    return known.decode(bytes, 0, bytes.length);
  }

  private Charset charset() {
    if (declared != null) {
      return declared;
    }
    if (beyondAscii && unicode) {
      return StandardCharsets.UTF_8;
    }
    return page == null ? WESTERN : page;
  }

  /** What a sender should know: that the charset is concluded and not said. */
  List<Issue> notes(Location whole) {
    if (declared != null || !beyondAscii || (page != null && !unicode)) {
      return List.of();
    }
    String name = charset().name();
    Text why =
        unicode
            ? new Text("karena semua isinya cocok", "since all of it fits")
            : new Text("karena tidak ada petunjuk lain", "since nothing says otherwise");
    return List.of(
        Faults.note(
            "charset.assumed",
            whole,
            new Text(
                "Teks buku kerja ini dibaca sebagai " + name + " " + why.id() + ".",
                "The texts of this workbook are read as " + name + " " + why.en() + "."),
            new Text(
                "Bila hurufnya salah, tulis pengodean yang benar di pemetaan: charset.",
                "If letters are wrong, declare the true charset in the mapping: charset.")));
  }
}
