package id.pde.cli;

import id.pde.model.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Writes files below a folder; each comes to be when it is whole. */
final class FolderOut {

  private FolderOut() {}

  /**
   * Writes texts in UTF-8.
   *
   * @param files texts by their names, which may have a folder in front
   */
  static void write(Path folder, Map<String, String> files, Output console) throws IOException {
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Path file = folder.resolve(entry.getKey()).toAbsolutePath();
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
      Files.writeString(unfinished, entry.getValue());
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
    console.say(
        new Text(
            files.size() + " berkas -> " + Printable.name(folder.toString()),
            files.size() + " files -> " + Printable.name(folder.toString())));
  }
}
