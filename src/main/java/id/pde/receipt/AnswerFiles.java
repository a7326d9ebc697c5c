package id.pde.receipt;

import id.pde.run.FileNames;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one answer.
 *
 * @param name of what was sent
 * @param draft where each is written before it takes its place; the same one every time, so that a
 *     killed answer leaves nothing that the next one does not use up
 */
record AnswerFiles(Path folder, String name, Path text, Path json, Path rejects, Path draft) {

  static AnswerFiles in(Path folder, String name) {
    return new AnswerFiles(
        folder,
        name,
        FileNames.in(folder, FileNames.with(name, ".hasil.txt")),
        FileNames.in(folder, FileNames.with(name, ".hasil.json")),
        FileNames.in(folder, FileNames.with(name, ".tolak.csv")),
        folder.resolve(".draft"));
  }

  boolean hasRejects() {
    return Files.exists(rejects);
  }
}
