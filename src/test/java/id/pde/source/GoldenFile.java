package id.pde.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A delivery of a golden case, made of what stands in its folder: a file as it is, a folder of
 * parts that are packed, or a description in YAML ({@code .xlsx.yaml} and {@code .xls.yaml}: {@link
 * GoldenBook}; {@code .dbf.yaml} and {@code .mdb.yaml}: {@link GoldenTable}).
 *
 * @param name as the agency named it
 */
record GoldenFile(Path path, String name) {

  private static final String YAML = ".yaml";

  static GoldenFile of(Path source, Path temporary) throws IOException {
    String given = String.valueOf(source.getFileName());
    if (Files.isDirectory(source)) {
      return written(temporary, given, packed(source));
    }
    if (!given.endsWith(YAML)) {
      return new GoldenFile(source, given);
    }
    Object described =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(source, UTF_8));
    String name = given.substring(0, given.length() - YAML.length());
    Map<?, ?> description = (Map<?, ?>) Objects.requireNonNull(described);
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".xlsx", ".xls" -> written(temporary, name, GoldenBook.bytes(name, description));
      case ".dbf" -> written(temporary, name, GoldenTable.dbf(description));
      case ".mdb" -> {
        Files.createDirectories(temporary);
        yield new GoldenFile(GoldenTable.mdb(temporary.resolve(name), description), name);
      }
      default -> throw new IllegalArgumentException(given);
    };
  }

  private static GoldenFile written(Path folder, String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    return new GoldenFile(Files.write(folder.resolve(name), bytes), name);
  }

  private static byte[] packed(Path folder) throws IOException {
    List<Path> parts;
    try (Stream<Path> all = Files.walk(folder)) {
      parts = all.filter(Files::isRegularFile).sorted().toList();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path part : parts) {
        zip.putNextEntry(new ZipEntry(folder.relativize(part).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(part));
      }
    }
    return bytes.toByteArray();
  }
}
