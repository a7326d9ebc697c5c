package id.pde.source.markup;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which charset a web page is written: by its mark, by what the mapping declares, by what the
 * page says of itself. Pages that claim UTF-8 or a Latin charset are often the other one: those are
 * UTF-8 where all their bytes allow it, and windows-1252 else.
 *
 * @param notes what is to know about the choice
 */
record HtmlCharset(Charset charset, int mark, List<Issue> notes) {

  private static final int HEAD = 1 << 14;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final Pattern NAMED =
      Pattern.compile(
          "<meta[^>]{0,500}charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)"
              + "|<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([\\w.:-]+)",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> LATIN =
      List.of("utf-8", "utf8", "iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii");

  static HtmlCharset of(Path file, Location whole, Optional<String> declared) throws IOException {
    byte[] start;
    try (InputStream stream = Files.newInputStream(file)) {
      start = stream.readNBytes(HEAD);
    }
    String latin = new String(start, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("\u00EF\u00BB\u00BF")) {
      return new HtmlCharset(StandardCharsets.UTF_8, 3, List.of());
    }
    if (latin.startsWith("\u00FF\u00FE")) {
      return new HtmlCharset(StandardCharsets.UTF_16LE, 2, List.of());
    }
    if (latin.startsWith("\u00FE\u00FF")) {
      return new HtmlCharset(StandardCharsets.UTF_16BE, 2, List.of());
    }
    if (declared.isPresent()) {
      return new HtmlCharset(Charset.forName(declared.get()), 0, List.of());
    }
    if (latin.startsWith("<\0") || latin.startsWith("\0<")) {
      boolean little = latin.startsWith("<\0");
      return new HtmlCharset(
          little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0, List.of());
    }
    Charset named = named(latin);
    return named == null ? byContent(file, whole) : new HtmlCharset(named, 0, List.of());
  }

  /** What the page names, where that is neither UTF-8 nor Latin nor nonsense. */
  private static @Nullable Charset named(String start) {
    Matcher matcher = NAMED.matcher(start);
    if (!matcher.find()) {
      return null;
    }
    String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    if (LATIN.contains(name.toLowerCase(Locale.ROOT))) {
      return null;
    }
    try {
      Charset found = Charset.isSupported(name) ? Charset.forName(name) : null;
      // What can be read byte by byte up to its name is not written in words of bytes.
      boolean wide = found != null && found.name().matches("(?i).*UTF-(16|32).*");
      return wide ? null : found;
    } catch (IllegalArgumentException noName) {
      return null;
    }
  }

  private static HtmlCharset byContent(Path file, Location whole) throws IOException {
    try (Reader reader = new HtmlCharset(StandardCharsets.UTF_8, 0, List.of()).open(file)) {
      reader.transferTo(Writer.nullWriter());
      return new HtmlCharset(StandardCharsets.UTF_8, 0, List.of());
    } catch (CharacterCodingException otherwise) {
      return new HtmlCharset(WINDOWS, 0, List.of(guessed(whole)));
    }
  }

  private static Issue guessed(Location whole) {
    return Faults.note(
        "charset.windows-1252",
        whole,
        new Text(
            "Berkas bukan UTF-8 yang sah; dibaca sebagai windows-1252.",
            "The file is not valid UTF-8; it is read as windows-1252."),
        new Text(
            "Simpan berkas sebagai UTF-8, atau tulis \"charset\" di pemetaan.",
            "Save the file as UTF-8, or write \"charset\" in the mapping."));
  }

  /** The text of the file; bytes that are none are an error. */
  Reader open(Path file) throws IOException {
    InputStream stream = Files.newInputStream(file);
    stream.skipNBytes(mark);
    return new BufferedReader(
        new InputStreamReader(
            stream,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        1 << 16);
  }
}
