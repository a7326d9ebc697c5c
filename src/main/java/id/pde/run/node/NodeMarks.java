package id.pde.run.node;

import id.pde.run.DurableFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * Empty files by which nodes know that a folder is the same for all of them.
 *
 * @param folder where they are
 */
record NodeMarks(Path folder) {

  void leave(String node) throws IOException {
    DurableFiles.privateFolder(folder);
    Path mark = folder.resolve(node);
    if (!has(node)) {
      Files.createFile(mark);
    }
  }

  boolean has(String node) {
    return Files.exists(folder.resolve(node), LinkOption.NOFOLLOW_LINKS);
  }

  void remove(String node) throws IOException {
    Files.deleteIfExists(folder.resolve(node));
  }

  /** Those of nodes that nobody knows any more go. */
  void keepOnly(Set<String> nodes) throws IOException {
    try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder)) {
      for (Path mark : marks) {
        if (!nodes.contains(String.valueOf(mark.getFileName()))) {
          Files.deleteIfExists(mark);
        }
      }
    }
  }
}
