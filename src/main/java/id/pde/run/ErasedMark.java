package id.pde.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Beside the bytes of a delivery, {@code <sha256>.erased}: an erasure changed or deleted them, so
 * they are not what their name says.
 *
 * @param erasure its number in {@code pde.erasure}
 * @param now SHA-256 of what is there by now; null: nothing
 */
public record ErasedMark(long erasure, Instant at, @Nullable String now) {

  private static final String ENDING = ".erased";
  private static final JsonFactory JSON = new JsonFactory();

  private static Path file(Path kept) {
    return kept.resolveSibling(kept.getFileName() + ENDING);
  }

  /** The mark of kept bytes, also of those that are gone. */
  static Optional<ErasedMark> beside(Path kept) {
    Path file = file(kept);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (JsonParser json = JSON.createParser(Files.readString(file))) {
      Map<String, String> fields = new HashMap<>();
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, json.getText());
      }
      return Optional.of(
          new ErasedMark(
              Long.parseLong(fields.getOrDefault("erasure", "0")),
              Instant.parse(fields.getOrDefault("at", "")),
              fields.get("now")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it; readers see the old one or the whole new one. */
  void write(Path kept) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("erasure", Long.toString(erasure));
      json.writeStringField("at", at.toString());
      if (now != null) {
        json.writeStringField("now", now);
      }
      json.writeEndObject();
    }
    Path draft = kept.resolveSibling("." + kept.getFileName() + "." + UUID.randomUUID());
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(draft, (line + "\n").getBytes(StandardCharsets.UTF_8));
    DurableFiles.place(draft, file(kept));
  }
}
