package id.pde.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Files that somebody sends through the console. Each becomes a claim as from a watched folder, so
 * that a kill loses nothing and the sender gets the same answer. Safe for use by many threads.
 */
public final class Uploads {

  private static final int NAME_BYTES = 200;

  private final Home home;
  private final Claims claims;
  private final Supplier<Receiving> receiving;
  private final Goals goals;

  /**
   * @param receiving made anew for every file, for the database may have moved
   */
  public Uploads(Home home, Claims claims, Supplier<Receiving> receiving, Goals goals) {
    this.home = home;
    this.claims = claims;
    this.receiving = receiving;
    this.goals = goals;
  }

  /** Where files go. */
  public interface Goals {

    /**
     * By what a claim says of its mapping.
     *
     * @param who sends it
     * @return empty: it cannot be used now
     */
    Optional<Destination> of(String goal, String who);
  }

  /**
   * Keeps what is sent, whole and forced to disk, under the name that the sender gave it.
   *
   * @param name any text; folders in it are left out
   * @param mapping an id, or what {@link Claim#toAnyOf} gives
   * @throws UncheckedIOException when the stream breaks off or the disk is full; nothing is kept
   */
  public Claim keep(String name, InputStream bytes, String agency, String mapping) {
    try {
      Path folder = home.shared().resolve("uploads").resolve(UUID.randomUUID().toString());
      Files.createDirectories(folder);
      Path file = folder.resolve(plain(name));
      try {
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.forceFile(file);
        return claims.take(file, agency, mapping);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Brings a kept file to its end.
   *
   * @param who sent it
   * @throws TargetUnavailable when the database is away; recovery tries again
   */
  public Receiving.Received receive(Claim claim, String who, RunListener listener) {
    Optional<Destination> destination = goals.of(claim.mapping(), who);
    if (destination.isEmpty()) {
      throw new SourceUnreadable(
          DeliveryFaults.mappingMissing(claim.name(), claim.mapping()), null);
    }
    return receiving.get().receive(claim, destination.get(), listener);
  }

  /** The last part of a name in any system's notation, as a file can bear it. */
  public static String plain(String name) {
    int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    StringBuilder plain = new StringBuilder();
    int bytes = 0;
    for (int point : name.substring(cut + 1).codePoints().toArray()) {
      boolean control =
          Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
      String one = control ? "_" : Character.toString(point);
      int more = one.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
      if (bytes + more > NAME_BYTES) {
        break;
      }
      bytes += more;
      plain.append(one);
    }
    String text = plain.toString().strip();
    return text.isEmpty() || text.equals(".") || text.equals("..") ? "kiriman" : text;
  }
}
