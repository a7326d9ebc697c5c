package id.pde.run;

import id.pde.mapping.yaml.Faults;
import id.pde.model.Issue;
import id.pde.run.CodeListReader.CodeFile;
import id.pde.run.MappingFile.Wanted;
import id.pde.run.MappingMemory.ReadList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a code list and the files that stand beside it. */
final class CodeListFiles {

  private static final int BYTES = 32_000_000;

  private final MappingTree tree;
  private final CodeListReader reader;

  CodeListFiles(MappingTree tree, CodeListReader reader) {
    this.tree = tree;
    this.reader = reader;
  }

  /** The list, unless it has a fault. */
  ReadList read(String name, Path file) {
    Faults here = new Faults();
    CodeFile list = open(name, file, here);
    List<CodeFile> beside = new ArrayList<>();
    if (list != null) {
      tree.beside(name, here)
          .forEach(
              (part, path) -> {
                CodeFile more = open(part, path, here);
                if (more != null) {
                  beside.add(more);
                }
              });
    }
    List<Issue> faults = new ArrayList<>(here.issues());
    if (list == null) {
      return new ReadList(null, faults);
    }
    CodeListReader.Read result = reader.read(list, beside);
    faults.addAll(result.faults());
    return new ReadList(result.list(), faults);
  }

  private @Nullable CodeFile open(String name, Path file, Faults faults) {
    MappingFile read = MappingFile.read(file, new Wanted(tree.shown(file), BYTES), faults);
    return read == null ? null : new CodeFile(name, read.shown(), read.content());
  }
}
