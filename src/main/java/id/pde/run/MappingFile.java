package id.pde.run;

import id.pde.mapping.yaml.Faults;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The text of one file below {@code mappings/}.
 *
 * @param shown the name that faults show
 */
record MappingFile(String shown, String content, String sha256) {

  /** Reads a regular file of strict UTF-8; anything else is a fault and null. */
  static @Nullable MappingFile read(Path file, Wanted wanted, Faults faults) {
    FilePlace start = new FilePlace(wanted.shown(), 1, 1);
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        faults.add("file.irregular", start, IRREGULAR);
        return null;
      }
      if (attributes.size() > wanted.limit()) {
        faults.add("file.size", start, tooLarge(attributes.size(), wanted.limit()));
        return null;
      }
      byte[] bytes = bytes(file, wanted.limit());
      if (bytes.length > wanted.limit()) {
        faults.add("file.size", start, tooLarge(bytes.length, wanted.limit()));
        return null;
      }
      String content = decode(bytes, wanted.shown(), faults);
      return content == null ? null : new MappingFile(wanted.shown(), content, sha256(bytes));
    } catch (IOException unreadable) {
      faults.add("file.unreadable", start, UNREADABLE);
      return null;
    }
  }

  /**
   * What to read.
   *
   * @param shown the name that faults show
   * @param limit in bytes
   */
  record Wanted(String shown, int limit) {}

  private static byte[] bytes(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(limit + 1);
    }
  }

  private static @Nullable String decode(byte[] bytes, String shown, Faults faults) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    String content = out.toString();
    if (result.isUnderflow()) {
      return content.startsWith("\uFEFF") ? content.substring(1) : content;
    }
    String before = content.substring(content.lastIndexOf('\n') + 1);
    int line = (int) content.chars().filter(sign -> sign == '\n').count() + 1;
    int column = before.codePointCount(0, before.length()) + 1;
    faults.add("file.charset", new FilePlace(shown, line, column), NOT_UTF8);
    return null;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static Advice tooLarge(long bytes, long limit) {
    return new Advice(
        "",
        new Text(
            "berkas ini " + bytes + " byte; batasnya " + limit,
            "this file has " + bytes + " bytes; the limit is " + limit),
        new Text("bagi menjadi beberapa berkas", "split it into several files"));
  }

  private static final Advice IRREGULAR =
      new Advice(
          "",
          new Text(
              "bukan berkas biasa (tautan, folder atau perangkat); tidak dibuka",
              "not a regular file (a link, folder or device); it is not opened"),
          new Text("salin isinya ke berkas biasa", "copy its content to a regular file"));

  private static final Advice UNREADABLE =
      new Advice(
          "",
          new Text("berkas ini tidak dapat dibaca", "this file cannot be read"),
          new Text(
              "periksa apakah berkas ada dan boleh dibaca oleh PDE",
              "see whether it is there and PDE may read it"));

  private static final Advice NOT_UTF8 =
      new Advice(
          "",
          new Text("berkas ini bukan UTF-8 mulai dari sini", "from here on this is not UTF-8"),
          new Text("simpan ulang sebagai UTF-8", "save it again as UTF-8"));
}
