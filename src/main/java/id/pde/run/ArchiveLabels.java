package id.pde.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import id.pde.run.ArchiveLabel.Way;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Labels beside the bytes of the archive, {@code <sha256>.label}: a line of JSON for every name
 * under which the bytes came, and one for every mapping that they went through. A line is written
 * at once and forced to disk; one that a fault cut off is passed over.
 */
final class ArchiveLabels {

  static final String ENDING = ".label";

  private static final JsonFactory JSON = new JsonFactory();

  private ArchiveLabels() {}

  static Path beside(Path kept) {
    return kept.resolveSibling(kept.getFileName() + ENDING);
  }

  /** Adds an arrival, unless one like it is known. */
  static void arrived(Path kept, ArchiveLabel label) throws IOException {
    if (read(kept).stream().noneMatch(label::isOfSameArrival)) {
      add(kept, label);
    }
  }

  /** Adds the way of an arrival, unless it is known. */
  static void went(Path kept, ArchiveLabel arrival, Way way) throws IOException {
    List<ArchiveLabel> known = read(kept).stream().filter(arrival::isOfSameArrival).toList();
    if (known.stream().noneMatch(label -> way.equals(label.way()))) {
      add(kept, (known.isEmpty() ? arrival : known.get(0)).through(way));
    }
  }

  private static void add(Path kept, ArchiveLabel label) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      for (Map.Entry<String, String> field : label.fields().entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      json.writeEndObject();
    }
    // A line that was cut off before ends here.
    ByteBuffer bytes = ByteBuffer.wrap(("\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(
            beside(kept),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** In the order in which they were written. */
  static List<ArchiveLabel> read(Path kept) throws IOException {
    Path file = beside(kept);
    List<ArchiveLabel> labels = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return labels;
    }
    for (String line : Files.readString(file).split("\n", -1)) {
      ArchiveLabel label = line.isEmpty() ? null : label(line);
      if (label != null) {
        labels.add(label);
      }
    }
    return labels;
  }

  private static @Nullable ArchiveLabel label(String line) throws IOException {
    try {
      return ArchiveLabel.of(fields(line));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException cutOff) {
      return null;
    }
  }

  private static Map<String, String> fields(String line) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, json.getText());
      }
    }
    return fields;
  }
}
