package id.pde.run.erase;

import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.ArchiveContents;
import id.pde.run.ArchivedRows;
import id.pde.run.Delivery;
import id.pde.run.Ledger;
import id.pde.run.LimitExceeded;
import id.pde.run.MappingFiles;
import id.pde.run.RunReport;
import id.pde.run.SourceUnreadable;
import id.pde.run.explain.RowPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the deliveries that hold something of a subject: by their bytes, whatever they are, and by
 * reading them again with the mappings of today, which also tells the rows.
 */
final class ArchiveSearch {

  private final ArchiveContents archive;
  private final Ledger ledger;
  private final MappingFiles mappings;
  private final ArchivedRows reader;
  private final Pseudonyms pseudonyms;
  private final List<String> unsure = new ArrayList<>();

  ArchiveSearch(Erasing.Ports ports, Pseudonyms pseudonyms) {
    this.archive = ports.archive().contents();
    this.ledger = ports.ledger();
    this.mappings = ports.mappings();
    this.reader = new ArchivedRows(ports.source(), archive::place);
    this.pseudonyms = pseudonyms;
  }

  /** Deliveries of which a part could not be unpacked, by their SHA-256. */
  List<String> unsure() {
    return List.copyOf(unsure);
  }

  List<FileHit> find(Subject subject) {
    Map<String, List<RunReport>> runs =
        ledger.runs(new Ledger.Filter(null, null, Integer.MAX_VALUE)).stream()
            .filter(run -> run.undo().of() == null)
            .collect(Collectors.groupingBy(run -> run.source().sha256()));
    List<FileHit> hits = new ArrayList<>();
    for (ArchiveContents.Kept kept : archive.all()) {
      FileHit hit = look(kept, runs.getOrDefault(kept.sha256(), List.of()), subject);
      if (hit != null) {
        hits.add(hit);
      }
    }
    return hits;
  }

  private @Nullable FileHit look(ArchiveContents.Kept kept, List<RunReport> runs, Subject subject) {
    Path file = archive.place(kept.sha256());
    boolean named = isNamed(kept, subject);
    boolean wanted =
        subject instanceof Subject.OfKey key
            ? runs.stream().anyMatch(run -> run.table().equals(key.table()))
            : named || !isSearchable(file);
    List<FileHit.Reading> readings = wanted ? readings(file, runs, subject) : List.of();
    boolean rows = readings.stream().anyMatch(reading -> !reading.matches().isEmpty());
    if (!named && !rows) {
      return null;
    }
    String name = kept.labels().isEmpty() ? "" : kept.labels().get(0).name();
    return new FileHit(kept.sha256(), name, readings, form(file, runs, readings));
  }

  private boolean isNamed(ArchiveContents.Kept kept, Subject subject) {
    Pattern pattern = Erasing.pattern(subject);
    if (pattern == null) {
      return false;
    }
    try {
      RawSearch.Result result = RawSearch.of(archive.place(kept.sha256()), pattern);
      if (result == RawSearch.Result.UNSURE) {
        unsure.add(kept.sha256());
      }
      return result == RawSearch.Result.PRESENT;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether digits stand in the bytes as digits: not in the workbooks of old and in Access. */
  private static boolean isSearchable(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      boolean compound = head.length == 4 && (head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf;
      boolean access = head.length == 4 && head[0] == 0 && head[1] == 1 && head[2] == 0;
      return !compound && !access;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<FileHit.Reading> readings(Path file, List<RunReport> runs, Subject subject) {
    Map<List<@Nullable Object>, List<RunReport>> alike = new LinkedHashMap<>();
    for (RunReport run : runs) {
      if (!run.unassigned()) {
        List<@Nullable Object> way = new ArrayList<>();
        way.add(run.mapping());
        way.add(run.period());
        way.add(run.source().name());
        alike.computeIfAbsent(way, key -> new ArrayList<>()).add(run);
      }
    }
    List<FileHit.Reading> readings = new ArrayList<>();
    for (List<RunReport> same : alike.values()) {
      FileHit.Reading reading = read(file, same, subject);
      if (reading != null) {
        readings.add(reading);
      }
    }
    return readings;
  }

  /** Null: it cannot be read with its mapping by now. */
  FileHit.@Nullable Reading read(Path file, List<RunReport> same, Subject subject) {
    String id = same.get(0).mapping();
    MappingFiles.Found found = mappings.find(id);
    Mapping mapping = mappings.exists(id) ? found.mapping() : null;
    if (mapping == null) {
      return null;
    }
    Matching matching = new Matching(subject, pseudonyms);
    try {
      reader.read(
          same.get(0),
          file,
          new ArchivedRows.Reader(mapping, found.codes(), pseudonyms, ErasedRows.looking(subject)),
          matching);
    } catch (SourceUnreadable | LimitExceeded unreadable) {
      // As far as it could be read; what its bytes hold is looked at apart from that.
    }
    return new FileHit.Reading(
        same.stream().map(RunReport::run).toList(),
        mapping.target().table(),
        matching.matches(),
        matching.rows,
        matching.linewise);
  }

  private static FileHit.Form form(
      Path file, List<RunReport> runs, List<FileHit.Reading> readings) {
    if (runs.stream().anyMatch(run -> run.source().form() == Delivery.Form.ROWS)) {
      return FileHit.Form.ROWS;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      boolean packed = head.length == 2 && ((head[0] == 'P' && head[1] == 'K') || head[0] == 0x1f);
      boolean lines = readings.stream().allMatch(FileHit.Reading::linewise);
      return !packed && lines && TextErasure.charset(file) != null
          ? FileHit.Form.TEXT
          : FileHit.Form.OTHER;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the rows that are the subject's. */
  private static final class Matching implements ArchivedRows.Taker {
    private final Subject subject;
    private final Pseudonyms pseudonyms;
    private final List<FileHit.Match> matches = new ArrayList<>();
    private @Nullable Row open;
    private @Nullable RowJudge judge;
    private long rows;
    private boolean linewise = true;

    Matching(Subject subject, Pseudonyms pseudonyms) {
      this.subject = subject;
      this.pseudonyms = pseudonyms;
    }

    @Override
    public void table(Mapping layout, Header header) {
      close(Long.MAX_VALUE);
      linewise &=
          header.origin() == Header.Origin.TEXT || header.origin() == Header.Origin.JSON_LINES;
      judge = ErasedRows.looking(subject).judge(layout, pseudonyms);
    }

    @Override
    public void row(Row row, @Nullable Outcome outcome) {
      rows++;
      Row before = open;
      if (before != null && row.line() > before.line()) {
        close(row.line());
      }
      boolean own =
          outcome == null
              ? judge != null
                  && judge.judge(row, new @Nullable Object[0]) == RowJudge.Verdict.ITS_OWN
              : outcome instanceof Outcome.Filtered filtered
                  && filtered.reason() == FilterReason.ERASED;
      if (own) {
        close(row.line() + 1);
        open = row;
      }
    }

    private void close(long next) {
      Row row = open;
      if (row != null) {
        matches.add(
            new FileHit.Match(
                row.ordinal(), row.line(), next, row.reference(), RowPlace.shown(row)));
        open = null;
      }
    }

    List<FileHit.Match> matches() {
      close(Long.MAX_VALUE);
      return List.copyOf(matches);
    }
  }
}
