package id.pde.source;

import id.pde.mapping.Mapping;
import id.pde.model.Cell;
import id.pde.model.Issue;
import id.pde.run.Delivery;
import id.pde.run.RunStopped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A text file that a test reads in one way or the other. */
record TextDelivery(Path file) {

  static TextDelivery of(Path folder, byte[] content) {
    try {
      return new TextDelivery(Files.write(folder.resolve("data.csv"), content));
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  static TextDelivery of(Path folder, String content) {
    return of(folder, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Each part in its own charset: bytes as they come to be in a joined file. */
  static byte[] bytes(String first, Charset charset, String second, Charset other) {
    byte[] one = first.getBytes(charset);
    byte[] two = second.getBytes(other);
    byte[] both = new byte[one.length + two.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  Seen seen(Mapping mapping) {
    Seen seen = new Seen();
    new Readers()
        .read(
            new Delivery("data.csv", file, "0", file.toFile().length(), Delivery.Form.FILE, null),
            mapping,
            seen);
    return seen;
  }

  List<String> lines(Mapping mapping) {
    return seen(mapping).lines;
  }

  Issue refusal(Mapping mapping) {
    try {
      seen(mapping);
    } catch (RunStopped stopped) {
      return stopped.issue();
    }
    throw new AssertionError("nothing was refused");
  }

  /** An issue as people read it, in both languages. */
  static List<String> words(Issue issue) {
    return List.of(
        issue.code() + " " + issue.location().shown(),
        issue.message().id(),
        issue.message().en(),
        issue.fix().id(),
        issue.fix().en());
  }

  /** The bare grid, a line of texts per record. */
  List<String> raw() {
    List<String> rows = new ArrayList<>();
    new Readers()
        .raw(
            file,
            0,
            (number, cells) -> {
              StringJoiner row = new StringJoiner("|", number + " ", "");
              for (Cell cell : cells) {
                row.add(cell.text());
              }
              rows.add(row.toString());
            });
    return rows;
  }
}
