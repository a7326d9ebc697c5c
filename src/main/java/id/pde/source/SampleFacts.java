package id.pde.source;

import id.pde.model.Location;
import id.pde.run.FileFacts;
import id.pde.run.FileNames;
import id.pde.source.layout.ReadLimits;
import id.pde.source.text.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells what a file is, without reading its rows. */
public final class SampleFacts {

  private SampleFacts() {}

  /**
   * By the first bytes of the file, and of a text by all of it.
   *
   * @throws id.pde.run.LimitExceeded where a limit protects the machine
   */
  public static FileFacts of(Path file) {
    try {
      FileKind kind = FileSniffer.kind(file);
      if (kind != FileKind.TEXT) {
        return new FileFacts(kind.name().toLowerCase(Locale.ROOT), List.of(), "");
      }
      Location whole = new Location.Whole(FileNames.of(file));
      TextFile text = TextFile.open(file, whole, TextFile.Plan.LOOK, ReadLimits.DEFAULT);
      List<String> charsets =
          text.charsets().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      return new FileFacts("csv", charsets, text.delimiter().map(SampleFacts::word).orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(char sign) {
    return sign == '\t' ? "tab" : String.valueOf(sign);
  }
}
