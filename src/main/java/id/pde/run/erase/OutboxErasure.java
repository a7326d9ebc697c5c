package id.pde.run.erase;

import id.pde.run.Archive;
import id.pde.run.erase.ErasureLedger.FileDone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers to senders, in the outbox: what they hold of a subject. */
final class OutboxErasure {

  private static final String REJECTS = ".tolak.csv";

  private final Path outbox;
  private final @Nullable Pattern named;
  private final List<FileHit> deliveries;

  OutboxErasure(Path outbox, @Nullable Pattern named, List<FileHit> deliveries) {
    this.outbox = outbox;
    this.named = named;
    this.deliveries = List.copyOf(deliveries);
  }

  /** A file, and the lines of it that are rows of the subject. */
  record Hit(Path file, Map<Long, Long> lines, boolean inName) {
    Hit {
      lines = Map.copyOf(lines);
    }
  }

  List<Hit> find() {
    List<Hit> hits = new ArrayList<>();
    if (!Files.isDirectory(outbox)) {
      return hits;
    }
    try (Stream<Path> files = Files.walk(outbox)) {
      for (Path file : files.filter(OutboxErasure::isRegular).toList()) {
        Map<Long, Long> lines = lines(file);
        boolean inName = named != null && named.matcher(name(file)).find();
        boolean inside = named != null && RawSearch.of(file, named) == RawSearch.Result.PRESENT;
        if (inside || inName || !lines.isEmpty()) {
          hits.add(new Hit(file, lines, inName));
        }
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rejected rows begin with their place. */
  private Map<Long, Long> lines(Path file) throws IOException {
    Map<Long, Long> lines = new HashMap<>();
    if (!name(file).endsWith(REJECTS)) {
      return lines;
    }
    Set<String> places = new HashSet<>();
    for (FileHit delivery : deliveries) {
      if (name(file).startsWith(delivery.name())) {
        delivery
            .readings()
            .forEach(reading -> reading.matches().forEach(one -> places.addAll(one.places())));
      }
    }
    Charset charset = places.isEmpty() ? null : TextErasure.charset(file);
    if (charset == null) {
      return lines;
    }
    List<String> all = Files.readAllLines(file, charset);
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i);
      if (places.stream()
          .anyMatch(
              place -> line.startsWith(place + ",") || line.startsWith("\"" + place + "\","))) {
        lines.put(i + 1L, Long.MAX_VALUE);
      }
    }
    return lines;
  }

  /** Cleans a file, or deletes it where it is no text. */
  FileDone clean(Hit hit) {
    try {
      String before = Archive.digest(hit.file());
      Charset charset = TextErasure.charset(hit.file());
      boolean csv = name(hit.file()).endsWith(".csv");
      Path place = hit.file();
      String shown = "outbox";
      if (charset == null || isPacked(hit.file())) {
        Files.delete(place);
        return new FileDone(shown, before, null, 0);
      }
      Path draft = hit.file().resolveSibling("." + UUID.randomUUID());
      TextErasure.Hits hits = csv ? TextErasure.Hits.BLANKED : TextErasure.Hits.REPLACED;
      new TextErasure(hit.lines(), named, hits).write(hit.file(), draft, charset);
      if (hit.inName() && named != null) {
        String renamed = named.matcher(name(hit.file())).replaceAll("DIHAPUS");
        Files.delete(hit.file());
        place = hit.file().resolveSibling(renamed);
      }
      Files.setPosixFilePermissions(
          draft,
          Files.exists(place)
              ? Files.getPosixFilePermissions(place)
              : Files.getPosixFilePermissions(draft));
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new FileDone(shown, before, Archive.digest(place), hit.lines().size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPacked(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      return head.length == 2 && head[0] == 'P' && head[1] == 'K';
    }
  }

  private static boolean isRegular(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
