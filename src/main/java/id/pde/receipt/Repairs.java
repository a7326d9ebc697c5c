package id.pde.receipt;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.receipt.annotate.Workbooks;
import id.pde.receipt.annotate.Workbooks.Made;
import id.pde.run.DurableFiles;
import id.pde.run.FileNames;
import id.pde.run.Packed;
import id.pde.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The workbooks to correct of one answer: one beside the answer or, for the members of a bundle,
 * one for each in a folder of its own.
 */
final class Repairs {

  private static final String ENDING = ".perbaikan";

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Made> made = new LinkedHashMap<>();
  private final Map<String, Text> lacking = new HashMap<>();

  /** Makes those of a delivery, in place of older ones under the same names. */
  static Repairs write(
      List<RunReport> reports,
      AnswerFiles files,
      Workbooks workbooks,
      Function<List<RunReport>, Words> words)
      throws IOException {
    Repairs repairs = new Repairs();
    remove(files);
    Map<String, List<RunReport>> byFile = new LinkedHashMap<>();
    reports.forEach(
        report -> byFile.computeIfAbsent(key(report), any -> new ArrayList<>()).add(report));
    for (Map.Entry<String, List<RunReport>> one : byFile.entrySet()) {
      Words said = words.apply(one.getValue());
      Made made = workbooks.make(one.getValue(), said.head(), said.language());
      if (made != null && made.file() == null) {
        repairs.lacking.put(one.getKey(), made.why());
      } else if (made != null) {
        String name = place(one.getValue().get(0), made, files);
        repairs.names.put(one.getKey(), name);
        repairs.made.put(name, made);
      }
    }
    return repairs;
  }

  /** What a workbook says at its top. */
  record Words(List<String> head, Language language) {
    Words {
      head = List.copyOf(head);
    }
  }

  private static String key(RunReport report) {
    Packed packed = report.source().packed();
    return packed == null ? "" : packed.member();
  }

  private static String place(RunReport report, Made made, AnswerFiles files) throws IOException {
    Packed packed = report.source().packed();
    Path folder = files.folder();
    String name = report.source().name();
    if (packed != null) {
      folder = folder(files);
      name = packed.member();
      Files.createDirectories(folder);
    }
    Path target = FileNames.in(folder, FileNames.with(name, ENDING + made.ending()));
    for (int i = 2; exists(target); i++) {
      // a/b.xlsx and a_b.xlsx would have one name.
      target = FileNames.in(folder, FileNames.with(name, "." + i + ENDING + made.ending()));
    }
    Path file = made.file();
    if (file != null) {
      // The outbox may be on another file system: what takes its place there was copied before.
      Files.copy(file, files.draft(), StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(file);
      DurableFiles.place(files.draft(), target);
    }
    String shown = FileNames.of(target);
    return packed == null ? shown : FileNames.of(folder) + "/" + shown;
  }

  private static Path folder(AnswerFiles files) {
    return FileNames.in(files.folder(), FileNames.with(files.name(), ENDING));
  }

  private static List<Path> all(AnswerFiles files) {
    return List.of(
        folder(files),
        FileNames.in(files.folder(), FileNames.with(files.name(), ENDING + ".xlsx")),
        FileNames.in(files.folder(), FileNames.with(files.name(), ENDING + ".xlsm")));
  }

  /** The workbooks that are there. */
  static List<Path> of(AnswerFiles files) {
    return all(files).stream().filter(Files::isRegularFile).toList();
  }

  /** Takes them away. */
  static void remove(AnswerFiles files) throws IOException {
    for (Path old : all(files)) {
      DurableFiles.remove(old);
    }
  }

  /** Moves those of an answer. */
  static void move(AnswerFiles from, AnswerFiles to) throws IOException {
    remove(to);
    List<Path> targets = all(to);
    List<Path> sources = all(from);
    for (int i = 0; i < sources.size(); i++) {
      if (exists(sources.get(i))) {
        Files.move(sources.get(i), targets.get(i), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** The name of the one that a run is in; null: none. */
  @Nullable String name(RunReport report) {
    return names.get(key(report));
  }

  /** Why there is none although there are issues; null: there is one, or there are none. */
  @Nullable Text lacking(RunReport report) {
    return lacking.get(key(report));
  }

  /** What each of them shows, by its name. */
  Map<String, Made> shown() {
    return Collections.unmodifiableMap(made);
  }

  List<String> names() {
    return List.copyOf(names.values());
  }
}
