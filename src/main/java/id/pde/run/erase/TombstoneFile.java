package id.pde.run.erase;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import id.pde.run.DurableFiles;
import id.pde.run.erase.Tombstone.Event;
import id.pde.run.erase.Tombstone.State;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tombstones as the archive remembers them, {@code archive/tombstones}: a database that is
 * restored from a backup of before an erasure does not know of it, the archive does. A line of JSON
 * for every one that was laid or lifted; a line that a fault cut off is passed over.
 *
 * @param file which need not be there
 */
record TombstoneFile(Path file) {

  private static final JsonFactory JSON = new JsonFactory();

  static TombstoneFile of(Path archive) {
    return new TombstoneFile(archive.resolve("tombstones"));
  }

  void add(Event event) {
    StringWriter line = new StringWriter();
    try {
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        json.writeStringField("at", event.at().toString());
        json.writeStringField("kind", event.tombstone().kind());
        json.writeStringField("hash", event.tombstone().hash());
        json.writeStringField("state", event.state().name());
        json.writeEndObject();
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        DurableFiles.privateFolder(folder);
      }
      ByteBuffer bytes = ByteBuffer.wrap(("\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
      try (FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Event> events() {
    List<Event> events = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return events;
    }
    try {
      for (String line : Files.readString(file).split("\n", -1)) {
        if (!line.isEmpty()) {
          read(line, events);
        }
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(String line, List<Event> events) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, json.getText());
      }
      events.add(
          new Event(
              new Tombstone(fields.getOrDefault("kind", ""), fields.getOrDefault("hash", "")),
              State.valueOf(fields.getOrDefault("state", "")),
              Instant.parse(fields.getOrDefault("at", ""))));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException cutOff) {
      // Its erasure did not come to its end, and is repeated.
      return;
    }
  }
}
