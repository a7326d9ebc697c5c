package id.pde.run.erase;

import id.pde.normalise.protect.HmacKey;
import id.pde.run.Archive;
import id.pde.run.ArchiveContents;
import id.pde.run.ErasedMark;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import id.pde.run.erase.ErasureLedger.FileDone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes or deletes archived deliveries. A rewritten one is read again before it takes its place:
 * it must name the subject nowhere, and have all its other rows. Where it has not, the delivery is
 * deleted.
 */
final class FileErasure {

  private final ArchiveContents archive;
  private final Ledger ledger;
  private final ArchiveSearch search;
  private final long erasure;
  private final Instant at;

  FileErasure(Erasing.Ports ports, HmacKey key, long erasure, Instant at) {
    this.archive = ports.archive().contents();
    this.ledger = ports.ledger();
    this.search = new ArchiveSearch(ports, key);
    this.erasure = erasure;
    this.at = at;
  }

  FileDone erase(FileHit hit, Subject subject) {
    Path kept = archive.place(hit.sha256());
    Path draft = archive.draft(hit.sha256());
    try {
      boolean cleaned = write(hit, kept, draft, subject) && isClean(hit, draft, subject);
      String now = cleaned ? Archive.digest(draft) : null;
      archive.erase(hit.sha256(), new ErasedMark(erasure, at, now), cleaned ? draft : null);
      return new FileDone("archive", hit.sha256(), now, hit.records());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      remove(draft);
    }
  }

  private static boolean write(FileHit hit, Path kept, Path draft, Subject subject)
      throws IOException {
    Pattern pattern = Erasing.pattern(subject);
    switch (hit.form()) {
      case TEXT -> {
        Charset charset = TextErasure.charset(kept);
        if (charset == null) {
          return false;
        }
        TextErasure.Hits hits =
            hit.readings().isEmpty() ? TextErasure.Hits.BLANKED : TextErasure.Hits.REPLACED;
        new TextErasure(hit.lines(), pattern, hits).write(kept, draft, charset);
        return true;
      }
      case ROWS -> {
        RowsErasure.write(kept, draft, hit.lines().keySet(), pattern);
        return true;
      }
      case OTHER -> {
        return false;
      }
    }
    throw new IllegalStateException("every form has a way");
  }

  private boolean isClean(FileHit hit, Path draft, Subject subject) throws IOException {
    Pattern pattern = Erasing.pattern(subject);
    if (pattern != null && RawSearch.of(draft, pattern) != RawSearch.Result.ABSENT) {
      return false;
    }
    for (FileHit.Reading before : hit.readings()) {
      List<RunReport> runs =
          before.runs().stream().map(ledger::run).filter(Objects::nonNull).toList();
      FileHit.@Nullable Reading after = runs.isEmpty() ? null : search.read(draft, runs, subject);
      if (after == null
          || !after.matches().isEmpty()
          || after.rows() != before.rows() - before.matches().size()) {
        return false;
      }
    }
    return true;
  }

  /** Names of files may be names of persons. */
  void relabel(Pattern pattern) {
    for (String sha256 : archive.labelled()) {
      archive.relabel(sha256, text -> pattern.matcher(text).replaceAll(TextErasure.GONE));
    }
  }

  private static void remove(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
