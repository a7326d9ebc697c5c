package id.pde.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Files that PDE fetched itself, on their way to the road of a watched folder. What a killed
 * process left half-fetched is removed. Safe for use by several threads and processes.
 */
public final class Arrivals implements AutoCloseable {

  private final LockedFolders drafts;
  private final Claims claims;
  private final Archive archive;

  public Arrivals(Home home, Claims claims, Archive archive) throws IOException {
    this.drafts = new LockedFolders(home.work().resolve("fetched"), LockedFolders.Lasting.PASSING);
    this.claims = claims;
    this.archive = archive;
    drafts.sweep();
  }

  /** Whether an earlier file of the agency is not at its end: older data never overwrite newer. */
  public boolean waits(String agency) throws IOException {
    return claims.holds(agency);
  }

  /** Whether there is room for a delivery of that many bytes. */
  public boolean hasRoom(long bytes) {
    return archive.hasRoom(bytes);
  }

  /** Where a file of that name can be written; whatever the name is, it is one segment. */
  public Path draft(String name) throws IOException {
    return FileNames.in(drafts.create(UUID.randomUUID().toString()), name);
  }

  /** Takes a whole draft as if it had lain in the watched folder of an agency. */
  public Claim take(Path draft, String agency, String mapping) throws IOException {
    DurableFiles.forceFile(draft);
    Claim claim = claims.take(draft, agency, mapping);
    drop(draft);
    return claim;
  }

  /** Removes a draft, whole or not. */
  public void drop(Path draft) throws IOException {
    Path folder = draft.getParent();
    if (folder != null) {
      drafts.remove(folder);
    }
  }

  @Override
  public void close() throws IOException {
    drafts.close();
  }
}
