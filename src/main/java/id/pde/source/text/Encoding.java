package id.pde.source.text;

import id.pde.model.Issue;
import java.nio.charset.Charset;
import java.util.List;

/**
 * How the bytes of a text file become signs.
 *
 * @param charsets several: each line in the first that fits
 * @param skip bytes of a byte order mark
 * @param ascii whether every byte is known to be plain
 * @param watchNul whether U+0000 may occur
 * @param notes what the sender should know about the choice
 */
record Encoding(
    List<Charset> charsets, int skip, boolean ascii, boolean watchNul, List<Issue> notes) {

  Encoding {
    charsets = List.copyOf(charsets);
    notes = List.copyOf(notes);
  }

  /** One charset of which nothing more is known. */
  static Encoding of(Charset charset, int skip) {
    return new Encoding(List.of(charset), skip, false, true, List.of());
  }

  Charset first() {
    return charsets.get(0);
  }
}
