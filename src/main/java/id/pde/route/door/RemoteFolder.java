package id.pde.route.door;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An open connection to a folder elsewhere; used by one thread. */
interface RemoteFolder extends Closeable {

  /** Files, not folders or links; names are as the server gives them. */
  List<RemoteFile> list() throws IOException;

  /** The file as it is now; empty: it is gone. */
  Optional<RemoteFile> look(String name) throws IOException;

  /**
   * Copies a whole file.
   *
   * @param limit bytes after which it breaks off
   * @throws IOException also where the connection breaks off before the end
   */
  void fetch(RemoteFile file, Path target, long limit) throws IOException;

  /**
   * A file as it was seen.
   *
   * @param modified in milliseconds since 1970, as the server tells it
   */
  record RemoteFile(String name, long size, long modified) {
    /** Two equal ones mean that nobody wrote in between, as far as the server tells. */
    String version() {
      return size + "@" + modified;
    }
  }

  /** Makes connections. */
  interface Opening {
    /**
     * Connects and logs in.
     *
     * @throws id.pde.run.SourceUnreadable when that cannot be done
     */
    RemoteFolder open(FolderAddress address);
  }
}
