package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A watched folder. Each look compares every file with the look before; a file that did not change
 * is whole and is taken. A tick that finds another one under way waits for its end.
 */
public final class Inbox {

  /** Names of files that programs write beside, or before, the real one. */
  private static final Pattern NOT_YET_A_FILE =
      Pattern.compile(
          "\\..*|~\\$.*|.*\\.(part|tmp|crdownload|filepart)|.*~|thumbs\\.db|desktop\\.ini",
          Pattern.DOTALL);

  private final Spot spot;
  private final Claims claims;
  private final Archive archive;
  private final Settings settings;
  private final InstantSource clock;
  private final Map<Path, Seen> seen = new HashMap<>();
  private final Set<Told> told = new HashSet<>();
  private final Map<Path, Text> why = new HashMap<>();
  private @Nullable Issue unreadable;
  private @Nullable Issue crowded;

  /** Whose folder it is, where it lies, and the mapping of the route that watches it. */
  public record Spot(Home home, String agency, String mapping) {
    Path folder() {
      return home.inbox().resolve(agency);
    }
  }

  /**
   * When a file is whole.
   *
   * @param looks how often it must have been seen unchanged
   * @param age how long it must have been seen unchanged
   */
  public record Settings(int looks, Duration age) {
    public static final Settings DEFAULT = new Settings(2, Duration.ofSeconds(2));
  }

  /** The rooms that a folder hands its files to. */
  public record Next(Claims claims, Archive archive) {}

  /**
   * What a look found.
   *
   * @param taken files that were claimed
   * @param unsettled files that may still be growing: another look is worth while soon
   * @param notes what is left lying and why; each is told once
   * @param waiting what its senders are told of each file that is left lying, by its name
   */
  public record Look(int taken, int unsettled, List<Issue> notes, Map<String, Text> waiting) {
    public Look {
      waiting = Map.copyOf(waiting);
      notes = List.copyOf(notes);
    }
  }

  /** A file as it was; two equal ones mean that nobody wrote in between. */
  private record Shape(long size, FileTime modified, String inode) {
    static Shape of(BasicFileAttributes file) {
      return new Shape(file.size(), file.lastModifiedTime(), String.valueOf(file.fileKey()));
    }
  }

  private record Seen(Shape shape, Instant since, int looks) {}

  private record Found(Path file, BasicFileAttributes attributes) {
    static final Comparator<Found> AGE =
        Comparator.comparing((Found one) -> one.attributes().lastModifiedTime())
            .thenComparing(Found::file);
  }

  private record Told(Path file, String code) {}

  public Inbox(Spot spot, Next next, Settings settings, InstantSource clock) {
    this.spot = spot;
    this.claims = next.claims();
    this.archive = next.archive();
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether a file of that name is written beside, or before, the real one. */
  public static boolean isBeside(String name) {
    return NOT_YET_A_FILE.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** Why this folder cannot be watched at all; empty: it can. Asked when watching starts. */
  public List<Issue> obstacles() {
    String name = "inbox/" + spot.agency();
    try {
      Files.createDirectories(spot.folder());
      Files.createDirectories(spot.home().shared());
      boolean same =
          Files.getFileStore(spot.folder()).equals(Files.getFileStore(spot.home().shared()));
      return same ? List.of() : List.of(DeliveryFaults.otherFileSystem(name));
    } catch (IOException e) {
      return List.of(DeliveryFaults.folderMissing(name));
    }
  }

  /**
   * Looks once. Every whole file is claimed, oldest first, and given to the work before the next
   * one is claimed, so that a database that is away keeps at most one. As long as an earlier file
   * of the agency is not at its end, no later one is taken: older data never overwrite newer.
   */
  public Look look(Consumer<Claim> work) {
    return look(work, () -> true);
  }

  /**
   * As {@link #look(Consumer)}.
   *
   * @param goesOn asked before each file is claimed
   */
  public synchronized Look look(Consumer<Claim> work, BooleanSupplier goesOn) {
    List<Issue> notes = new ArrayList<>();
    why.clear();
    crowded = null;
    List<Found> found = list(notes);
    Set<Path> left = found.stream().map(Found::file).collect(Collectors.toSet());
    Set<Path> there = found.stream().map(Found::file).collect(Collectors.toSet());
    seen.keySet().retainAll(there);
    told.removeIf(note -> !there.contains(note.file()) && !note.file().equals(spot.folder()));
    List<Found> whole = found.stream().filter(one -> whole(one, notes)).sorted(Found.AGE).toList();
    int taken = 0;
    for (Found one : whole) {
      if (!goesOn.getAsBoolean() || waitsForEarlier(notes)) {
        break;
      }
      Claim claim = claim(one, notes);
      if (claim != null) {
        seen.remove(one.file());
        left.remove(one.file());
        taken++;
        work.accept(claim);
      }
    }
    Set<Path> settled = whole.stream().map(Found::file).collect(Collectors.toSet());
    Map<String, Text> waiting = new HashMap<>();
    for (Path file : left) {
      Text state = settled.contains(file) ? WaitingWords.EARLIER : WaitingWords.GROWING;
      waiting.put(FileNames.of(file), why.getOrDefault(file, state));
    }
    return new Look(taken, seen.size(), notes, waiting);
  }

  /** Why the last look could not be taken, or could take nothing; null: it could. */
  public synchronized @Nullable Issue obstacle() {
    return unreadable == null ? crowded : unreadable;
  }

  /** The names of the files that lie there; for when nothing can be taken. */
  public synchronized Set<String> lying() {
    Set<String> names = new HashSet<>();
    list(new ArrayList<>()).forEach(found -> names.add(FileNames.of(found.file())));
    try {
      names.addAll(claims.names(spot.agency()));
    } catch (IOException e) {
      // What was taken is told of once it can be seen.
    }
    return names;
  }

  private boolean waitsForEarlier(List<Issue> notes) {
    try {
      return claims.holds(spot.agency());
    } catch (IOException e) {
      tell(spot.folder(), DeliveryFaults.notKept("inbox/" + spot.agency()), notes);
      return true;
    }
  }

  private List<Found> list(List<Issue> notes) {
    List<Found> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(spot.folder())) {
      for (Path file : files) {
        if (!isBeside(FileNames.of(file))) {
          add(file, found);
        }
      }
      told.removeIf(note -> note.file().equals(spot.folder()));
      unreadable = null;
    } catch (IOException | DirectoryIteratorException e) {
      unreadable = DeliveryFaults.folderMissing("inbox/" + spot.agency());
      tell(spot.folder(), unreadable, notes);
    }
    return found;
  }

  private static void add(Path file, List<Found> found) throws IOException {
    try {
      found.add(new Found(file, attributes(file)));
    } catch (NoSuchFileException e) {
      // Taken back by its sender between listing and looking: as if it had never been there.
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private boolean whole(Found found, List<Issue> notes) {
    Path file = found.file();
    BasicFileAttributes attributes = found.attributes();
    if (!attributes.isRegularFile()) {
      tell(file, DeliveryFaults.notRegular(FileNames.of(file)), notes);
      return false;
    }
    Shape shape = Shape.of(attributes);
    Instant now = clock.instant();
    Seen before = seen.get(file);
    Seen current =
        before == null || !before.shape().equals(shape)
            ? new Seen(shape, now, 1)
            : new Seen(shape, before.since(), before.looks() + 1);
    seen.put(file, current);
    return current.looks() >= settings.looks()
        && Duration.between(current.since(), now).compareTo(settings.age()) >= 0;
  }

  private @Nullable Claim claim(Found found, List<Issue> notes) {
    Path file = found.file();
    String name = FileNames.of(file);
    if (!archive.hasRoom(found.attributes().size())) {
      crowded = DeliveryFaults.noRoom(name);
      tell(file, crowded, notes);
      return null;
    }
    if (!Files.isReadable(file)) {
      boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      tell(file, there ? DeliveryFaults.notPermitted(name) : DeliveryFaults.vanished(name), notes);
      return null;
    }
    try {
      // While earlier files of this look were loaded, it may have been replaced, and be growing.
      if (!Shape.of(attributes(file)).equals(Shape.of(found.attributes()))) {
        why.put(file, WaitingWords.GROWING);
        return null;
      }
      return claims.take(file, spot.agency(), spot.mapping());
    } catch (NoSuchFileException e) {
      tell(file, DeliveryFaults.vanished(name), notes);
    } catch (AccessDeniedException e) {
      tell(file, DeliveryFaults.notPermitted(name), notes);
    } catch (AtomicMoveNotSupportedException e) {
      tell(file, DeliveryFaults.otherFileSystem("inbox/" + spot.agency()), notes);
    } catch (IOException e) {
      tell(file, DeliveryFaults.notKept(name), notes);
    }
    return null;
  }

  /** A file that lies there for weeks is told of once, not at every look. */
  private void tell(Path file, Issue note, List<Issue> notes) {
    why.put(file, note.message());
    if (told.add(new Told(file, note.code()))) {
      notes.add(note);
    }
  }
}
