package id.pde.run.studio;

import id.pde.mapping.Names;
import id.pde.run.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts mapping files in their place: whole or not at all, and never over what somebody else changed
 * in the meantime. Safe for use by many threads.
 */
public final class MappingShelf {

  private static final Set<String> RESERVED = Set.of("codes", "panels");

  private final Path root;

  /**
   * @param root the folder {@code mappings/}
   */
  public MappingShelf(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** How a mapping got into its place. */
  public sealed interface Saved {

    /**
     * It lies there.
     *
     * @param sha256 of its content
     * @param fresh whether there was none before
     */
    record Placed(String sha256, boolean fresh) implements Saved {}

    /**
     * The file is not the one that was opened.
     *
     * @param content what lies there now; empty: it is gone
     */
    record Changed(String content) implements Saved {}

    /** The folder cannot be written by the server. */
    record ReadOnly() implements Saved {}
  }

  /**
   * The name by which an agency's dataset can have a mapping: no path, no reserved name.
   *
   * @return empty: it cannot be called so
   */
  public static Optional<String> id(String agency, String dataset) {
    boolean fits = Names.fitsId(agency) && Names.fitsId(dataset) && !RESERVED.contains(agency);
    return fits ? Optional.of(agency + "/" + dataset) : Optional.empty();
  }

  /** The mappings that lie there, with faults or without, by id. */
  public List<String> ids() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root, 2)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".yaml") && name.indexOf('/') > 0)
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .filter(
              name ->
                  id(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1))
                      .isPresent())
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What lies in the place of a mapping now. */
  public Optional<String> content(String id) {
    Path file = place(id);
    try {
      return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(Files.readString(file))
          : Optional.empty();
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** SHA-256 of a text as a file has it; of no text "". */
  public static String digest(Optional<String> content) {
    return content.map(MappingShelf::sha256).orElse("");
  }

  /** Whether the server can write there. */
  public boolean isWritable(String id) {
    Path file = place(id);
    Path folder = Objects.requireNonNull(file.getParent());
    Path written = Files.exists(folder) ? folder : root;
    return Files.isDirectory(written)
        && Files.isWritable(written)
        && (!Files.exists(file) || Files.isWritable(file));
  }

  /**
   * Saves a mapping.
   *
   * @param base digest of what was opened; empty: nothing lay there
   */
  public synchronized Saved save(String id, String base, String yaml) {
    Path file = place(id);
    Optional<String> now = content(id);
    if (!digest(now).equals(base)) {
      return new Saved.Changed(now.orElse(""));
    }
    if (!isWritable(id)) {
      return new Saved.ReadOnly();
    }
    Path folder = Objects.requireNonNull(file.getParent());
    Path written = folder.resolve("." + file.getFileName() + "-" + UUID.randomUUID());
    try {
      Files.createDirectories(folder);
      try {
        Files.writeString(written, yaml);
        DurableFiles.place(written, file);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (FileSystemException closed) {
      return new Saved.ReadOnly();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Saved.Placed(sha256(yaml), now.isEmpty());
  }

  private Path place(String id) {
    int cut = id.indexOf('/');
    String fit =
        id(id.substring(0, Math.max(0, cut)), id.substring(cut + 1))
            .orElseThrow(() -> new IllegalArgumentException("no name of a mapping"));
    Path file = root.resolve(fit + ".yaml");
    Path folder = file.getParent();
    if ((folder != null && Files.isSymbolicLink(folder)) || Files.isSymbolicLink(file)) {
      throw new IllegalArgumentException("a mapping is no link");
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException("a mapping is a file");
    }
    return file;
  }

  private static String sha256(String content) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
