package id.pde.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files between the watched folder and the end of their run. A claim is written down before its
 * file is moved, so a kill at any point leaves the file either in the folder or under a claim that
 * says whose it is. Safe for use by several threads and processes.
 */
public final class Claims implements AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String NOTE = "claim.json";

  private final LockedFolders folders;
  private final InstantSource clock;

  public Claims(Home home, InstantSource clock) {
    this.folders = new LockedFolders(home.shared().resolve("claims"), LockedFolders.Lasting.KEPT);
    this.clock = clock;
  }

  /**
   * Takes a file in one step.
   *
   * @throws java.nio.file.AtomicMoveNotSupportedException where the folder lies on another file
   *     system
   */
  Claim take(Path file, String agency, String mapping) throws IOException {
    UUID id = UUID.randomUUID();
    Path folder = folders.create(id.toString());
    try {
      Path name = file.getFileName();
      if (name == null) {
        throw new IOException("a root is no delivery");
      }
      // The name travels as a path, never as a string: it may be no text at all.
      Path taken = Files.createDirectory(folder.resolve("file")).resolve(name);
      Claim claim = new Claim(id, agency, mapping, FileNames.of(file), taken, clock.instant());
      DurableFiles.write(folder.resolve(NOTE), note(claim));
      DurableFiles.forceFolder(folder);
      Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.forceFolder(folder.resolve("file"));
      return claim;
    } catch (IOException e) {
      if (holdsNoFile(folder)) {
        folders.remove(folder);
      }
      throw e;
    }
  }

  /** Claims with a file, oldest first; whether somebody works on one shows when it is adopted. */
  List<Claim> left() throws IOException {
    List<Claim> left = new ArrayList<>();
    for (Path folder : folders.all()) {
      Claim claim = read(folder);
      if (claim != null) {
        left.add(claim);
      }
    }
    left.sort(Comparator.comparing(Claim::taken).thenComparing(Claim::id));
    return left;
  }

  /** Whether a file of this agency was taken and is not at its end yet, whoever works on it. */
  boolean holds(String agency) throws IOException {
    return left().stream().anyMatch(claim -> claim.agency().equals(agency));
  }

  /** The names of the files of an agency that were taken and are not at their end yet. */
  List<String> names(String agency) throws IOException {
    return left().stream().filter(claim -> claim.agency().equals(agency)).map(Claim::name).toList();
  }

  /** Whether a claim belonged to nobody and is ours now. */
  boolean adopt(Claim claim) throws IOException {
    return folders.adopt(folder(claim));
  }

  /** Lets go of a claim; it stays for the next try. */
  void rest(Claim claim) throws IOException {
    folders.release(folder(claim));
  }

  /** The run is answered: the claim and its file go. */
  void finish(Claim claim) throws IOException {
    folders.remove(folder(claim));
  }

  /** Removes claims that were killed before they had their file, or after they let it go. */
  void sweep() throws IOException {
    for (Path folder : folders.all()) {
      if (read(folder) == null && folders.adopt(folder)) {
        if (holdsNoFile(folder)) {
          folders.remove(folder);
        } else {
          folders.release(folder);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      folders.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Claim claim) {
    Path inner = claim.file().getParent();
    Path folder = inner == null ? null : inner.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a claim lies in its folder");
    }
    return folder;
  }

  private static boolean holdsNoFile(Path folder) throws IOException {
    return fileIn(folder) == null;
  }

  private static @Nullable Path fileIn(Path folder) throws IOException {
    Path inner = folder.resolve("file");
    if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try (Stream<Path> files = Files.list(inner)) {
      return files.findFirst().orElse(null);
    }
  }

  private static byte[] note(Claim claim) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("id", claim.id().toString());
      json.writeStringField("agency", claim.agency());
      json.writeStringField("mapping", claim.mapping());
      json.writeStringField("name", claim.name());
      json.writeStringField("taken", claim.taken().toString());
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** The claim of a folder; null where it has no file, or no note that was written to its end. */
  private static @Nullable Claim read(Path folder) throws IOException {
    Path note = folder.resolve(NOTE);
    Path file = fileIn(folder);
    if (file == null || !Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(Files.readAllBytes(note))) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          fields.put(json.currentName(), json.getText());
        }
      }
    }
    return new Claim(
        UUID.fromString(fields.getOrDefault("id", "")),
        fields.getOrDefault("agency", ""),
        fields.getOrDefault("mapping", ""),
        fields.getOrDefault("name", ""),
        file,
        Instant.parse(fields.getOrDefault("taken", "")));
  }
}
