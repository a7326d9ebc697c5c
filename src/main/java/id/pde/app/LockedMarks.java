package id.pde.app;

import id.pde.mapping.Secret;
import id.pde.run.MappingFiles;
import id.pde.run.resubmit.AnswerMark;
import id.pde.run.resubmit.AnswerMarks;
import id.pde.run.resubmit.TemplateMark;
import id.pde.source.Readers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks for marks with every password that a mapping knows: which one takes a file comes later. */
final class LockedMarks implements AnswerMarks {

  private final Readers readers;
  private final MappingFiles mappings;

  LockedMarks(Readers readers, MappingFiles mappings) {
    this.readers = readers;
    this.mappings = mappings;
  }

  @Override
  public Optional<AnswerMark> of(Path file) {
    return unlocking().of(file);
  }

  @Override
  public Optional<TemplateMark> template(Path file) {
    return unlocking().template(file);
  }

  private Readers unlocking() {
    List<Secret> passwords =
        mappings.readLately().mappings().values().stream()
            .flatMap(mapping -> mapping.source().password().stream())
            .distinct()
            .toList();
    return passwords.isEmpty() ? readers : readers.with(passwords);
  }
}
