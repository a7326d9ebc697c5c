package id.pde.run.studio;

import id.pde.run.DurableFiles;
import id.pde.run.FileNames;
import id.pde.run.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Samples that lie aside, each with the draft of its mapping, in a folder that only PDE enters.
 * They are thrown away after a day. Safe for use by many threads.
 */
public final class Samples {

  /** How long a sample is kept. */
  public static final Duration LIFE = Duration.ofDays(1);

  private static final String FACTS = "facts";

  private final Path root;
  private final InstantSource clock;

  /**
   * @param root a folder of its own
   */
  public Samples(Path root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
  }

  /** What is said of a sample that comes. */
  public record Coming(String who, String name, String mapping, String base) {}

  /**
   * Keeps a sample.
   *
   * @throws UncheckedIOException when the stream breaks off or the disk is full; nothing is kept
   */
  public Sample keep(Coming coming, InputStream bytes) {
    removeOld();
    UUID id = UUID.randomUUID();
    Path folder = root.resolve(id.toString());
    try {
      DurableFiles.privateFolder(root);
      DurableFiles.privateFolder(folder);
      Path place = Files.createDirectory(folder.resolve("sample"));
      Path file = FileNames.in(place, Uploads.plain(coming.name()));
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      Sample sample =
          new Sample(
              id,
              coming.who(),
              FileNames.of(file),
              Files.size(file),
              clock.instant(),
              coming.mapping(),
              coming.base(),
              file);
      write(sample);
      return sample;
    } catch (IOException broken) {
      drop(folder);
      throw new UncheckedIOException(broken);
    }
  }

  /** The same sample, whose mapping was opened anew. */
  public Sample rebased(Sample sample, String base) {
    Sample other =
        new Sample(
            sample.id(),
            sample.who(),
            sample.name(),
            sample.bytes(),
            sample.at(),
            sample.mapping(),
            base,
            sample.file());
    try {
      write(other);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return other;
  }

  /** Somebody's own sample; what belongs to others is not there. */
  public Optional<Sample> find(String who, UUID id) {
    return read(root.resolve(id.toString())).filter(sample -> sample.who().equals(who));
  }

  /** Somebody's own samples, the newest first. */
  public List<Sample> of(String who) {
    removeOld();
    return all().stream()
        .filter(sample -> sample.who().equals(who))
        .sorted(Comparator.comparing(Sample::at).reversed())
        .toList();
  }

  /** The draft of its mapping; empty: there is none yet. */
  public Optional<String> draft(Sample sample) {
    try {
      Path draft = sample.draft();
      return Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(Files.readString(draft))
          : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Keeps a draft over the one before. */
  public void draft(Sample sample, String yaml) {
    Path draft = sample.draft();
    Path written = draft.resolveSibling("draft-" + UUID.randomUUID());
    try {
      Files.writeString(written, yaml);
      DurableFiles.place(written, draft);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Throws a sample away, with its draft. */
  public void remove(Sample sample) {
    drop(root.resolve(sample.id().toString()));
  }

  /** Throws away what is older than a day. */
  public void removeOld() {
    Instant oldest = clock.instant().minus(LIFE);
    for (Path folder : folders()) {
      boolean old = read(folder).map(Sample::at).orElseGet(() -> touched(folder)).isBefore(oldest);
      if (old) {
        drop(folder);
      }
    }
  }

  /** Of a folder that a killed server left without facts. */
  private Instant touched(Path folder) {
    try {
      return Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (IOException gone) {
      return clock.instant();
    }
  }

  private static void drop(Path folder) {
    try {
      DurableFiles.remove(folder);
    } catch (IOException busy) {
      // The next visit tries again.
    }
  }

  private List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    folders().forEach(folder -> read(folder).ifPresent(all::add));
    return all;
  }

  private List<Path> folders() {
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(one -> Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void write(Sample sample) throws IOException {
    Properties facts = new Properties();
    facts.setProperty("who", sample.who());
    facts.setProperty("name", sample.name());
    facts.setProperty("at", sample.at().toString());
    facts.setProperty("mapping", sample.mapping());
    facts.setProperty("base", sample.base());
    Path place = sample.draft().resolveSibling(FACTS);
    Path written = place.resolveSibling(FACTS + "-" + UUID.randomUUID());
    try (Writer writer = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
      facts.store(writer, null);
    }
    DurableFiles.place(written, place);
  }

  private static Optional<Sample> read(Path folder) {
    Properties facts = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(FACTS), StandardCharsets.UTF_8)) {
      facts.load(reader);
      String name = facts.getProperty("name", "");
      Path file = FileNames.in(folder.resolve("sample"), name);
      return Optional.of(
          new Sample(
              UUID.fromString(String.valueOf(folder.getFileName())),
              facts.getProperty("who", ""),
              name,
              Files.size(file),
              Instant.parse(facts.getProperty("at", "")),
              facts.getProperty("mapping", ""),
              facts.getProperty("base", ""),
              file));
    } catch (IOException | DateTimeException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }
}
