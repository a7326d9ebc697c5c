package id.pde.run;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which file below {@code mappings/} is what, by its name; opens none of them. */
final class MappingTree {

  private static final Pattern LIST = Pattern.compile("([a-z][a-z0-9_]{0,62})\\.csv");

  private static final Pattern BESIDE =
      Pattern.compile("([a-z][a-z0-9_]{0,62})\\.([a-z][a-z0-9_]{0,62})\\.csv");

  private final Path root;
  private final String name;

  MappingTree(Path root) {
    this.root = root.toAbsolutePath().normalize();
    Path last = this.root.getFileName();
    this.name = last == null ? "" : last.toString();
  }

  Path root() {
    return root;
  }

  /** A file as faults name it, from the root's own name on. */
  String shown(Path file) {
    String below = root.relativize(file.toAbsolutePath().normalize()).toString();
    return below.isEmpty() ? name : name + "/" + below.replace('\\', '/');
  }

  /** The file that faults name so, where it lies below the root. */
  @Nullable Path fileOf(String shown) {
    if (!shown.startsWith(name + "/") || shown.indexOf('\0') >= 0) {
      return null;
    }
    Path file = root.resolve(shown.substring(name.length() + 1)).normalize();
    return file.startsWith(root) ? file : null;
  }

  @Nullable String idOf(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    if (!whole.startsWith(root) || root.relativize(whole).getNameCount() != 2) {
      return null;
    }
    String below = root.relativize(whole).toString().replace('\\', '/');
    boolean reserved = AgenciesReader.RESERVED.contains(below.substring(0, below.indexOf('/')));
    return !reserved && below.endsWith(".yaml") ? below.substring(0, below.length() - 5) : null;
  }

  /** Files of mappings by id, in order. */
  Map<String, Path> mappings(Faults faults) {
    Map<String, Path> found = new TreeMap<>();
    for (Path entry : list(root, faults)) {
      String entryName = fileName(entry);
      if (isFolder(entry)) {
        if (!AgenciesReader.RESERVED.contains(entryName)) {
          agency(entry, found, faults);
        }
      } else if (Files.isDirectory(entry)) {
        fault("file.irregular", entry, LINKED_FOLDER, faults);
      } else if (looksLikeYaml(entryName) && !entryName.equals("agencies.yaml")) {
        fault("file.place", entry, notHere(entryName), faults);
      }
    }
    return found;
  }

  private void agency(Path folder, Map<String, Path> found, Faults faults) {
    for (Path entry : list(folder, faults)) {
      String entryName = fileName(entry);
      if (Files.isDirectory(entry)) {
        faults.warn("file.place", new FilePlace(shown(entry), 1, 1), DEEPER);
      } else if (entryName.endsWith(".yaml")) {
        String dataset = entryName.substring(0, entryName.length() - 5);
        found.put(fileName(folder) + "/" + dataset, entry);
      } else if (looksLikeYaml(entryName)) {
        fault("file.name", entry, rename(entryName), faults);
      }
    }
  }

  /** Files of code lists by name, in order; {@code <list>.<more>.csv} stands beside a list. */
  Map<String, Path> codeLists(Faults faults) {
    Map<String, Path> found = new TreeMap<>();
    Path codes = root.resolve("codes");
    if (!isFolder(codes)) {
      return found;
    }
    for (Path entry : list(codes, faults)) {
      String entryName = fileName(entry);
      boolean list = entryName.toLowerCase(Locale.ROOT).endsWith(".csv");
      if (LIST.matcher(entryName).matches()) {
        found.put(entryName.substring(0, entryName.length() - 4), entry);
      } else if (list && entryName.indexOf('.') == entryName.length() - 4) {
        fault("codes.name", entry, listName(entryName), faults);
      }
    }
    return found;
  }

  /** Files that stand beside a code list, by what follows its name: {@code bps}. */
  Map<String, Path> beside(String list, Faults faults) {
    Map<String, Path> found = new TreeMap<>();
    Path codes = root.resolve("codes");
    for (Path entry : list(codes, faults)) {
      String entryName = fileName(entry);
      Matcher matcher = BESIDE.matcher(entryName);
      if (matcher.matches() && matcher.group(1).equals(list)) {
        found.put(matcher.group(2), entry);
      }
    }
    return found;
  }

  private List<Path> list(Path folder, Faults faults) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (!fileName(entry).startsWith(".")) {
          entries.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      fault("file.unreadable", folder, UNREADABLE, faults);
    }
    entries.sort(null);
    return entries;
  }

  private void fault(String code, Path file, Advice advice, Faults faults) {
    faults.add(code, new FilePlace(shown(file), 1, 1), advice);
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static String fileName(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  private static boolean looksLikeYaml(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml");
  }

  private static Advice rename(String fileName) {
    String better = fileName.substring(0, fileName.lastIndexOf('.')) + ".yaml";
    String shown = Quoted.of(better);
    return new Advice(
        "",
        new Text("nama pemetaan berakhir dengan .yaml", "the name of a mapping ends in .yaml"),
        new Text("beri nama " + shown, "call it " + shown));
  }

  private static Advice notHere(String fileName) {
    if (fileName.equals("agencies.yml")) {
      return rename(fileName);
    }
    return new Advice(
        "",
        new Text(
            "pemetaan terletak di folder dinasnya", "a mapping lies in the folder of its agency"),
        new Text(
            "pindahkan ke mappings/<dinas>/<data>.yaml",
            "move it to mappings/<agency>/<dataset>.yaml"));
  }

  private static Advice listName(String fileName) {
    String shown = Quoted.of(fileName);
    return new Advice(
        "",
        new Text(shown + " bukan nama daftar kode", shown + " is not a name for a code list"),
        new Text(
            "huruf kecil a-z, angka dan _, lalu .csv",
            "small letters a-z, digits and _, then .csv"));
  }

  private static final Advice LINKED_FOLDER =
      new Advice(
          "",
          new Text("folder tautan tidak dibuka", "a linked folder is not opened"),
          new Text("salin foldernya ke sini", "copy the folder here"));

  private static final Advice DEEPER =
      new Advice(
          "",
          new Text(
              "folder di dalam folder dinas tidak dibaca",
              "folders inside the folder of an agency are not read"),
          new Text("pindahkan pemetaannya satu tingkat ke atas", "move its mappings one level up"));

  private static final Advice UNREADABLE =
      new Advice(
          "",
          new Text("folder ini tidak dapat dibaca", "this folder cannot be read"),
          new Text(
              "periksa apakah folder ada dan boleh dibaca oleh PDE",
              "see whether it is there and PDE may read it"));
}
