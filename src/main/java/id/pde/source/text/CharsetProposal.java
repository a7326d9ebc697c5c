package id.pde.source.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** Proposes a charset by the frequency of signs; a proposal is told, never obeyed. */
final class CharsetProposal {

  private static final int SAMPLE = 1 << 18;

  private CharsetProposal() {}

  /**
   * Another charset than UTF-8 or windows-1252 that fits better.
   *
   * @param from offset of the first byte that is not UTF-8
   */
  static Optional<Charset> of(Path file, long from) throws IOException {
    byte[] sample;
    try (InputStream stream = Files.newInputStream(file)) {
      stream.skipNBytes(from);
      sample = stream.readNBytes(SAMPLE);
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(sample, 0, sample.length);
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    if (name == null || isWestern(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static boolean isWestern(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("UTF") || upper.equals("WINDOWS-1252") || upper.equals("US-ASCII");
  }
}
