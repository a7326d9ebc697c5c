package id.pde.source.text;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Decides the charset: declared, by its mark, by its zeros, by its validity, else windows-1252. */
final class EncodingFinder {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Path file;
  private final Location whole;
  private final CharsetNotes notes;
  private final byte[] start;
  private final Mark mark;

  EncodingFinder(Path file, Location whole) throws IOException {
    this.file = file;
    this.whole = whole;
    this.notes = new CharsetNotes(file, whole);
    try (InputStream stream = Files.newInputStream(file)) {
      this.start = stream.readNBytes(4096);
    }
    this.mark = Mark.of(start);
  }

  /**
   * The charset of the file.
   *
   * @param declared names; none: by content
   */
  Encoding find(List<String> declared, TextFile.Stance stance) throws IOException {
    if (!declared.isEmpty()) {
      return declared(declared.stream().map(this::named).toList());
    }
    if (mark.charset().isPresent()) {
      return Encoding.of(mark.charset().get(), mark.length());
    }
    Optional<Charset> wide = byZeros(start);
    if (wide.isPresent()) {
      return Encoding.of(wide.get(), 0);
    }
    ByteScan scan = scan();
    if (scan.utf8()) {
      List<Issue> found = scan.twice() > 0 ? List.of(notes.encodedTwice(scan)) : List.of();
      return encoding(List.of(StandardCharsets.UTF_8), scan, found);
    }
    if (!scan.mixed()) {
      return encoding(List.of(WINDOWS), scan, List.of(notes.guessed(scan)));
    }
    return switch (stance) {
      case LOAD -> throw notes.refused(scan);
      case LOOK ->
          encoding(
              List.of(StandardCharsets.UTF_8, WINDOWS), scan, List.of(notes.shownByLine(scan)));
    };
  }

  private Encoding encoding(List<Charset> charsets, ByteScan scan, List<Issue> found) {
    return new Encoding(charsets, mark.length(), scan.ascii(), scan.nul(), found);
  }

  private ByteScan scan() throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return ByteScan.of(stream);
    }
  }

  private Charset named(String name) {
    Charset charset;
    try {
      charset = Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw unreadable(
          "charset.unknown",
          new Text(
              "Pengodean \"" + name + "\" tidak dikenal.",
              "The charset \"" + name + "\" is not known."));
    }
    return charset;
  }

  private Encoding declared(List<Charset> charsets) throws IOException {
    if (charsets.stream().noneMatch(mark::allows)) {
      String named = charsets.get(0).name();
      String marked = mark.name().replace('_', '-');
      throw unreadable(
          "charset.contradicts",
          new Text(
              "Pemetaan menyebut pengodean " + named + ", tetapi berkas bertanda " + marked + ".",
              "The mapping says " + named + ", but the file is marked as " + marked + "."));
    }
    if (charsets.size() > 1) {
      return new Encoding(charsets, mark.length(), false, true, List.of());
    }
    Charset charset = charsets.get(0);
    if (charset.name().equals("UTF-16") || charset.name().equals("UTF-32")) {
      return Encoding.of(ordered(charset), mark.length());
    }
    if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
      return Encoding.of(charset, mark.length());
    }
    return plain(charset);
  }

  /** The order of the bytes by mark or zeros, else big-endian (RFC 2781, 4.3). */
  private Charset ordered(Charset charset) {
    return mark.charset()
        .or(() -> charset.equals(StandardCharsets.UTF_16) ? byZeros(start) : Optional.empty())
        .orElseGet(() -> Charset.forName(charset.name() + "BE"));
  }

  private Encoding plain(Charset charset) throws IOException {
    ByteScan scan = scan();
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    List<Issue> doubts = List.of();
    if (utf8 && scan.twice() > 0) {
      doubts = List.of(notes.encodedTwice(scan));
    } else if (!utf8 && scan.utf8() && !scan.ascii()) {
      doubts = List.of(notes.looksUtf8(charset.name(), scan));
    }
    return new Encoding(List.of(charset), mark.length(), false, true, doubts);
  }

  /** Latin text in UTF-16 has a zero in every second byte; other files have hardly any. */
  private static Optional<Charset> byZeros(byte[] start) {
    int[] zeros = new int[2];
    for (int i = 0; i < start.length; i++) {
      zeros[i & 1] += start[i] == 0 ? 1 : 0;
    }
    int pairs = start.length / 2;
    if (pairs == 0) {
      return Optional.empty();
    }
    if (10 * zeros[1] >= 6 * pairs && 20 * zeros[0] <= pairs) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (10 * zeros[0] >= 6 * pairs && 20 * zeros[1] <= pairs) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private RuntimeException unreadable(String code, Text message) {
    Text fix =
        new Text(
            "Simpan berkas sebagai UTF-8, atau perbaiki \"charset\" di pemetaan.",
            "Save the file as UTF-8, or correct \"charset\" in the mapping.");
    return Faults.unreadable(code, whole, new Advice("source.charset", message, fix), null);
  }
}
