package id.pde.route;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The route files that one folder, or one path, holds.
 *
 * @param files in the order of their names
 * @param faults files that could not be read
 */
public record RouteFolder(List<RouteFile> files, List<Issue> faults) {

  private static final long LARGEST = 1_000_000;

  public RouteFolder {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
  }

  /** Reads every route file of a folder, or the one file; a folder that is not there is empty. */
  public static RouteFolder read(Path path) {
    List<Issue> faults = new ArrayList<>();
    List<RouteFile> files = new ArrayList<>();
    for (Path file : paths(path, faults)) {
      String name = name(file);
      try {
        if (Files.size(file) > LARGEST) {
          faults.add(
              unreadable(
                  name,
                  new Text("berkas rute lebih dari 1 MB", "the route file is larger than 1 MB")));
          continue;
        }
        files.add(new RouteFile(name, Files.readString(file)));
      } catch (CharacterCodingException notText) {
        faults.add(
            unreadable(
                name,
                new Text("berkas rute bukan teks UTF-8", "the route file is not UTF-8 text")));
      } catch (IOException unreadable) {
        faults.add(
            unreadable(
                name, new Text("berkas rute tidak dapat dibaca", "the route file cannot be read")));
      }
    }
    return new RouteFolder(files, faults);
  }

  private static List<Path> paths(Path path, List<Issue> faults) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(path)) {
      return listed.filter(RouteFolder::isRouteFile).sorted().toList();
    } catch (IOException unreadable) {
      faults.add(
          unreadable(
              name(path),
              new Text("folder rute tidak dapat dibaca", "the route folder cannot be read")));
      return List.of();
    }
  }

  private static boolean isRouteFile(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !file.getFileName().toString().startsWith(".");
  }

  private static String name(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    Path above = folder == null ? null : folder.getFileName();
    return above == null ? file.getFileName().toString() : above + "/" + file.getFileName();
  }

  private static Issue unreadable(String name, Text message) {
    return Faults.issue(
        new Location.FilePlace(name, 1, 1),
        "route.unreadable",
        message,
        new Text("periksa berkas dan hak bacanya", "check the file and its permissions"));
  }
}
