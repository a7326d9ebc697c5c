package id.pde.route.door;

import id.pde.model.Issue;
import id.pde.route.door.RemoteFolder.RemoteFile;
import id.pde.run.Inbox;
import id.pde.run.SourceUnreadable;
import id.pde.run.door.DoorMarks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Watches a folder elsewhere. A file that did not change between two looks is whole; it is fetched,
 * looked at once more, and handed on if it is still the same. One that was taken is not fetched
 * again, unless it changes there. Used by one thread at a time.
 */
public final class FolderWatch {

  private static final int LONGEST_NAME = 255;

  /** Longer waits are left to the next look. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  /** Servers close connections on which nobody speaks while a file is loaded. */
  private static final Duration IDLE = Duration.ofSeconds(20);

  /** So often the door is told what lies there. */
  private static final Duration RENEWAL = Duration.ofHours(1);

  private final FolderAddress address;
  private final Needs needs;
  private final RemoteFolder.Opening opening;
  private final Map<String, Seen> seen = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private Instant renewed = Instant.MIN;

  /** What a watch needs. */
  public record Needs(DoorSecrets secrets, DoorMarks marks, InstantSource clock, Waiting waiting) {}

  /** Where files go. */
  public interface Landing extends Drafts {

    /** Whether nothing more is to be taken now. */
    boolean isBusy() throws IOException;

    boolean hasRoom(long bytes) throws IOException;

    /** Makes a whole draft PDE's own; what it gives is run once the door remembers the file. */
    Runnable take(Path draft) throws IOException;
  }

  private record Seen(String version, Instant since) {}

  public FolderWatch(FolderAddress address, Needs needs) {
    this(
        address,
        needs,
        place ->
            place.kind() == FolderAddress.Kind.SFTP
                ? SftpFolder.open(place, needs.secrets())
                : FtpsFolder.open(place, needs.secrets()));
  }

  FolderWatch(FolderAddress address, Needs needs, RemoteFolder.Opening opening) {
    this.address = address;
    this.needs = needs;
    this.opening = opening;
  }

  public FolderAddress address() {
    return address;
  }

  /**
   * Looks once.
   *
   * @param notes takes what is left lying and why; each is told once
   * @return how many files were taken
   * @throws SourceUnreadable when the folder cannot be read to its end; what was taken stands
   */
  public int look(Landing landing, Consumer<Issue> notes) {
    Optional<DoorMarks.Turn> turn = needs.marks().enter(address.name());
    if (turn.isEmpty()) {
      return 0;
    }
    DoorMarks.Turn held = turn.get();
    try {
      return lookAlone(landing, notes);
    } catch (RefusedThere refused) {
      throw DoorFaults.noFolder(address.name(), refused);
    } catch (IOException lost) {
      throw DoorFaults.unreachable(address.name(), lost);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return 0;
    } finally {
      held.close();
    }
  }

  private int lookAlone(Landing landing, Consumer<Issue> notes)
      throws IOException, InterruptedException {
    List<RemoteFile> whole;
    try (RemoteFolder folder = opening.open(address)) {
      List<RemoteFile> there = folder.list();
      renew(there);
      whole = whole(there, notes);
      if (!seen.isEmpty() && whole.size() < seen.size() && !isLong(address.settle())) {
        needs.waiting().pause(address.settle());
        whole = whole(folder.list(), notes);
      }
    }
    return take(whole, landing, notes);
  }

  /** What lies there stays known however long it lies. */
  private void renew(List<RemoteFile> there) {
    Instant now = needs.clock().instant();
    if (renewed.equals(Instant.MIN) || renewed.plus(RENEWAL).isBefore(now)) {
      Map<String, String> versions = new HashMap<>();
      there.forEach(file -> versions.put(file.name(), file.version()));
      needs.marks().looked(address.name(), versions);
      renewed = now;
    }
  }

  private static boolean isLong(Duration settle) {
    return settle.compareTo(LONGEST_WAIT) > 0;
  }

  /** The files that did not change for long enough, oldest first. */
  private List<RemoteFile> whole(List<RemoteFile> found, Consumer<Issue> notes) {
    Instant now = needs.clock().instant();
    List<RemoteFile> whole = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (RemoteFile file : found) {
      if (!isPlain(file.name())) {
        tell(DoorFaults.name(address.name(), file.name()), notes);
      } else if (!Inbox.isBeside(file.name())
          && !needs.marks().isTaken(address.name(), file.name(), file.version())) {
        there.add(file.name());
        Seen before = seen.get(file.name());
        if (before == null || !before.version().equals(file.version())) {
          seen.put(file.name(), new Seen(file.version(), now));
        } else if (Duration.between(before.since(), now).compareTo(address.settle()) >= 0) {
          whole.add(file);
        }
      }
    }
    seen.keySet().retainAll(there);
    whole.sort(Comparator.comparingLong(RemoteFile::modified).thenComparing(RemoteFile::name));
    return whole;
  }

  private int take(List<RemoteFile> whole, Landing landing, Consumer<Issue> notes)
      throws IOException {
    int taken = 0;
    RemoteFolder folder = null;
    try {
      Instant spoken = Instant.EPOCH;
      for (RemoteFile file : whole) {
        if (landing.isBusy()) {
          break;
        }
        if (file.size() > address.largest()) {
          tell(DoorFaults.tooLarge(address.name(), file.name(), address.largest() >> 20), notes);
          continue;
        }
        if (!landing.hasRoom(file.size())) {
          tell(DoorFaults.noRoom(address.name(), file.name()), notes);
          break;
        }
        boolean idle = Duration.between(spoken, needs.clock().instant()).compareTo(IDLE) > 0;
        if (folder == null || idle) {
          close(folder);
          folder = opening.open(address);
        }
        Optional<Runnable> next = fetch(folder, file, landing);
        spoken = needs.clock().instant();
        if (next.isPresent()) {
          taken++;
          next.get().run();
        }
      }
    } finally {
      close(folder);
    }
    return taken;
  }

  private Optional<Runnable> fetch(RemoteFolder folder, RemoteFile file, Landing landing)
      throws IOException {
    Path draft = landing.draft(file.name());
    boolean whole = false;
    try {
      folder.fetch(file, draft, address.largest());
      // Replaced while it came, it may be half of each.
      whole = folder.look(file.name()).filter(file::equals).isPresent();
      if (!whole) {
        seen.remove(file.name());
        return Optional.empty();
      }
      Runnable next = landing.take(draft);
      needs.marks().take(address.name(), file.name(), file.version());
      seen.remove(file.name());
      return Optional.of(next);
    } finally {
      if (!whole) {
        landing.drop(draft);
      }
    }
  }

  private static void close(@org.jspecify.annotations.Nullable RemoteFolder folder)
      throws IOException {
    if (folder != null) {
      folder.close();
    }
  }

  /** One segment that a file system here can hold, and that no command there takes apart. */
  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
        && name.codePoints()
            .noneMatch(
                sign ->
                    sign == '/'
                        || sign == '\\'
                        || sign == 0xFFFD
                        || Character.isISOControl(sign)
                        || Character.getType(sign) == Character.SURROGATE);
  }

  private void tell(Issue note, Consumer<Issue> notes) {
    if (told.add(note.code() + " " + note.location().shown())) {
      notes.accept(note);
    }
  }
}
