package id.pde.app;

import id.pde.cli.Engine.Checked;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.run.PanelFiles;
import id.pde.run.PanelFolder;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Checks mapping and route files, of the deployment or wherever they lie. */
final class FileCheck {

  private static final Text GONE = new Text("tidak ada", "is not there");
  private static final Text UNREADABLE = new Text("tidak dapat dibaca", "cannot be read");

  private final Wiring wiring;
  private final Settings settings;
  private final MappingFiles files;
  private final PanelFiles panels;
  private final List<Issue> faults = new ArrayList<>();
  private final Map<String, String> contents = new HashMap<>();
  private int count;

  FileCheck(Wiring wiring) {
    this.wiring = wiring;
    this.settings = wiring.settings();
    this.files = wiring.mappings();
    this.panels = new PanelFiles(settings.mappings());
  }

  Checked check(List<Path> paths) {
    List<Path> wanted = paths.isEmpty() ? List.of(settings.mappings(), settings.routes()) : paths;
    for (Path path : wanted) {
      check(path.toAbsolutePath().normalize());
    }
    return new Checked(count, faults, contents);
  }

  private void check(Path path) {
    if (!Files.exists(path)) {
      faults.add(fault(path, "file.missing", GONE));
    } else if (panels.holds(path)) {
      panels();
    } else if (Files.isDirectory(path)) {
      folder(path);
    } else if (isRoute(path)) {
      routes(path);
    } else {
      mapping(path);
    }
  }

  private void folder(Path folder) {
    if (folder.equals(settings.routes()) || looksLikeRoutes(folder)) {
      routes(folder);
      return;
    }
    boolean deployment = folder.equals(settings.mappings());
    if (deployment || Files.exists(folder.resolve("agencies.yaml"))) {
      MappingFiles read = deployment ? files : new MappingFiles(folder, new CodeListCsv());
      MappingFolder mappings = read.read();
      take(mappings.faults(), read);
      take(PrivacyCheck.warnings(mappings.mappings().values()), read);
      if (deployment) {
        take(KeyCheck.warnings(settings, mappings.mappings().values()), read);
        take(new SourceCheck(settings).warnings(mappings), read);
        faults.addAll(OidcCheck.issues(settings, mappings.agencies().keySet()));
      }
      take(PanelCheck.faults(new PanelFiles(folder).read()), read);
      count += count(folder);
      return;
    }
    yamlFiles(folder).forEach(this::check);
  }

  private void routes(Path path) {
    RouteCheck checked = RouteCheck.of(path, files.read(), settings.widened());
    checked.files().forEach(file -> contents.put(file.name(), file.content()));
    faults.addAll(checked.faults());
    if (path.equals(settings.routes())) {
      faults.addAll(ScheduleCheck.warnings(wiring, checked.review().schedules()));
    }
    count += checked.files().size();
  }

  private void mapping(Path file) {
    count++;
    String id = files.idOf(file);
    if (id != null && files.exists(id)) {
      take(files.find(id).faults(), files);
      return;
    }
    MappingFiles.Loose loose = files.loose(file);
    if (loose.content() != null) {
      contents.put(file.toString(), loose.content());
    }
    faults.addAll(loose.faults());
  }

  private void panels() {
    PanelFolder read = panels.read();
    take(PanelCheck.faults(read), files);
    count += read.panels().size() + read.broken().size();
  }

  private void take(List<Issue> found, MappingFiles from) {
    faults.addAll(found);
    for (Issue fault : found) {
      if (fault.location() instanceof FilePlace place && !contents.containsKey(place.file())) {
        String content = from.content(place.file());
        if (content != null) {
          contents.put(place.file(), content);
        }
      }
    }
  }

  /** A route file is a list at its top, a mapping is not. */
  private boolean isRoute(Path file) {
    if (file.startsWith(settings.mappings())) {
      return false;
    }
    if (file.startsWith(settings.routes())) {
      return true;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("---"))
          .findFirst()
          .map(line -> line.startsWith("-"))
          .orElse(false);
    } catch (IOException | java.io.UncheckedIOException notText) {
      return false;
    }
  }

  private boolean looksLikeRoutes(Path folder) {
    List<Path> inside = yamlFiles(folder);
    return !folder.startsWith(settings.mappings())
        && !inside.isEmpty()
        && inside.stream().allMatch(this::isRoute);
  }

  private List<Path> yamlFiles(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml"))
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      faults.add(fault(folder, "file.unreadable", UNREADABLE));
      return List.of();
    }
  }

  private int count(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return (int)
          walk.filter(Files::isRegularFile)
              .filter(file -> file.toString().matches(".*\\.(ya?ml|csv)"))
              .count();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return 0;
    }
  }

  private static Issue fault(Path path, String code, Text what) {
    return Issue.of(
        code,
        Severity.REFUSE,
        new FilePlace(path.toString(), 1, 1),
        new Advice(
            "",
            new Text("berkas atau folder ini " + what.id(), "this file or folder " + what.en()),
            new Text("periksa nama dan hak bacanya", "check its name and its permissions")));
  }
}
