package id.pde.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Which of the formats in an OLE2 container a file is. */
final class Ole2Kind {

  private Ole2Kind() {}

  static FileKind of(Path file) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      Set<String> names =
          container.getRoot().getEntryNames().stream()
              .map(name -> name.toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet());
      if (names.contains("encryptedpackage")) {
        // Rights management keeps its key elsewhere (MS-OFFCRYPTO 2.2).
        return names.contains("encryptioninfo") ? FileKind.LOCKED : FileKind.RIGHTS;
      }
      if (names.contains("workbook") || names.contains("book")) {
        return FileKind.XLS;
      }
      return names.contains("worddocument") ? FileKind.WORD : FileKind.OFFICE;
    }
  }
}
