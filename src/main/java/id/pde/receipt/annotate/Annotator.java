package id.pde.receipt.annotate;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.Archive;
import id.pde.run.Delivery;
import id.pde.run.DurableFiles;
import id.pde.run.FileNames;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import id.pde.run.resubmit.AnswerMark;
import id.pde.source.Readers;
import id.pde.source.SentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the workbook that an agency corrects: its own one, with marks. Used by one thread at a time
 * for one folder.
 */
public final class Annotator implements Workbooks {

  /** A larger file comes back with the rows concerned only. */
  static final long LARGE = 20L << 20;

  /** So does a package that unpacks to more. */
  static final long LARGE_UNPACKED = 512L << 20;

  private final Ports ports;
  private final Path folder;
  private final long large;

  /**
   * What it reads with.
   *
   * @param mappings gives a usable mapping by its id; null: there is none
   */
  public record Ports(
      Readers readers,
      Archive archive,
      Ledger ledger,
      Function<String, @Nullable Mapping> mappings) {}

  /**
   * @param folder for what is not finished; only its owner may enter it
   */
  public Annotator(Ports ports, Path folder) {
    this(ports, folder, LARGE);
  }

  Annotator(Ports ports, Path folder, long large) {
    this.ports = ports;
    this.folder = folder;
    this.large = large;
  }

  @Override
  public @Nullable Made make(List<RunReport> reports, List<String> head, Language language)
      throws IOException {
    FaultList faults = FaultList.of(reports, ports.ledger(), FaultList.MOST);
    RunReport first = reports.get(0);
    if (first.source().form() != Delivery.Form.FILE || !faults.isWorthAWorkbook()) {
      return null;
    }
    DurableFiles.privateFolder(folder);
    Making making = new Making(reports, head, language, faults);
    try {
      Delivery delivery = ports.archive().find(first.source());
      making.read(delivery);
      if (making.result == null) {
        making.ofValues(delivery);
      }
      return Objects.requireNonNull(making.result);
    } catch (UncheckedIOException fault) {
      if (making.isWriting || fault.getCause() instanceof DraftStream.Full) {
        throw fault.getCause();
      }
      return Made.none(cannot());
    } catch (RuntimeException unreadable) {
      // Whatever it is: the run stands, and its sender is to have the rest of the answer.
      return Made.none(cannot());
    } finally {
      making.clear();
    }
  }

  private static Text cannot() {
    return new Text(
        "tidak dibuat, karena berkas kiriman tidak dapat dibuka sebagai tabel",
        "not made, for the file that was sent cannot be opened as a table");
  }

  /** Copies the rows of a workbook that is too large to be given back. */
  private record Copy(ValuesWorkbook made) implements SentFile {
    @Override
    public void workbook(Path plain, Lock lock) {
      throw new IllegalStateException("it is open already");
    }

    @Override
    public Rows sheet(int index, String name, boolean records) {
      return made.sheet(index, name, records);
    }
  }

  /** One workbook in the making. */
  private final class Making implements SentFile {

    private final List<RunReport> reports;
    private final List<String> head;
    private final Language language;
    private final FaultList faults;
    private final Path values = folder.resolve("values.xlsx");
    private final Path marked = folder.resolve("marked.xlsx");
    private final Path locked = folder.resolve("locked.xlsx");
    private @Nullable ValuesWorkbook sheets;
    private @Nullable Made result;
    private @Nullable Delivery delivery;
    private List<MarkedCell> cells = List.of();
    private boolean partial;
    private boolean isWriting;

    Making(List<RunReport> reports, List<String> head, Language language, FaultList faults) {
      this.reports = reports;
      this.head = head;
      this.language = language;
      this.faults = faults;
    }

    void clear() throws IOException {
      if (sheets != null) {
        sheets.close();
      }
      Files.deleteIfExists(values);
    }

    void read(Delivery delivery) {
      this.delivery = delivery;
      partial = bytes(delivery) > large;
      ports.readers().sent(delivery, spec(), this);
    }

    /** All runs of one file read it alike, as far as opening it goes. */
    private SourceSpec spec() {
      for (RunReport report : reports) {
        Mapping mapping = report.unassigned() ? null : ports.mappings().apply(report.mapping());
        if (mapping != null) {
          return mapping.source();
        }
      }
      return SourceSpec.PLAIN;
    }

    @Override
    public void workbook(Path plain, Lock lock) throws IOException {
      try (OfficePackage parts = new OfficePackage(plain)) {
        boolean laid = !required(delivery).over().isEmpty();
        if (partial || laid || parts.unpacked() > LARGE_UNPACKED) {
          partial = true;
          rowsConcerned(plain, lock);
          return;
        }
        mark(parts, null);
        String ending = Annotation.hasMacros(parts) ? ".xlsm" : ".xlsx";
        finish(lock, ending);
      }
    }

    private void rowsConcerned(Path plain, Lock lock) throws IOException {
      try (ValuesWorkbook made = new ValuesWorkbook(concerned())) {
        ports.readers().copied(required(delivery), spec(), plain, new Copy(made));
        finishValues(made, lock);
      }
    }

    /** Of what is given back: where a part is laid over something, of that. */
    private static long bytes(Delivery delivery) {
      Delivery.Corrected corrected = delivery.corrected();
      return corrected == null || !corrected.what().isPart()
          ? delivery.bytes()
          : corrected.what().joined().get(0).bytes();
    }

    private static Delivery required(@Nullable Delivery delivery) {
      return Objects.requireNonNull(delivery, "read first");
    }

    private Map<String, Set<Integer>> concerned() {
      Map<String, Set<Integer>> rows = new HashMap<>();
      for (Issue issue : faults.issues()) {
        Location place = issue.location();
        if (place instanceof Location.SheetCell cell) {
          rows.computeIfAbsent(cell.sheet(), any -> new HashSet<>()).add((int) cell.row());
        } else if (place instanceof Location.Line line) {
          rows.computeIfAbsent("", any -> new HashSet<>()).add((int) line.line());
        } else if (place instanceof Location.QueryRow row) {
          rows.computeIfAbsent(row.query(), any -> new HashSet<>()).add((int) row.row() + 1);
        }
      }
      return rows;
    }

    @Override
    public Rows sheet(int index, String name, boolean records) {
      ValuesWorkbook made = sheets;
      if (made == null) {
        made = new ValuesWorkbook(partial ? concerned() : null);
        sheets = made;
      }
      return made.sheet(index, name, records);
    }

    /** The rest of it, once all values are there. */
    void ofValues(Delivery delivery) throws IOException {
      ValuesWorkbook made = sheets;
      if (made == null) {
        throw new IllegalStateException("no sheet in " + delivery.sha256());
      }
      finishValues(made, Lock.NONE);
    }

    private void finishValues(ValuesWorkbook made, Lock lock) throws IOException {
      if (made.isEmpty()) {
        throw new IllegalStateException("no rows");
      }
      isWriting = true;
      made.write(values);
      try (OfficePackage parts = new OfficePackage(values)) {
        mark(parts, made);
      }
      finish(lock, ".xlsx");
    }

    private void mark(OfficePackage parts, @Nullable ValuesWorkbook made) throws IOException {
      Places places = new Places(sheetsOf(parts), made);
      List<Fault> placed = places.faults(faults.issues());
      RunReport first = reports.get(0);
      AnswerMark mark =
          new AnswerMark(
              made == null ? AnswerMark.Form.OWN : AnswerMark.Form.ROWS,
              reports.stream().map(RunReport::run).toList(),
              first.source().sha256(),
              made == null ? 0 : made.markedSheets());
      Summary summary =
          new Summary(Summary.title(language), lines(made != null), placed, language, mark.text());
      cells = cells(placed);
      new Annotation(parts, Places.marks(placed, language), summary).write(marked);
    }

    private Set<String> sheetsOf(OfficePackage parts) throws IOException {
      return new Annotation(
              parts,
              Map.of(),
              new Summary(Summary.title(language), List.of(), List.of(), language, ""))
          .sheets();
    }

    private void finish(Lock lock, String ending) throws IOException {
      boolean open = lock == Lock.NONE;
      isWriting = true;
      if (!open) {
        lock.lock(marked, locked);
        Files.deleteIfExists(marked);
      }
      long left = faults.left().stream().mapToLong(FaultList.Left::count).sum();
      result = new Made(open ? marked : locked, ending, Text.same(""), cells, left);
    }

    private List<MarkedCell> cells(List<Fault> placed) {
      return placed.stream()
          .filter(fault -> !fault.sheet().isEmpty())
          .map(fault -> fault.cell(language))
          .toList();
    }

    private List<String> lines(boolean converted) {
      SummaryWords words = new SummaryWords(head, language, faults.left());
      RunReport first = reports.get(0);
      SummaryWords.Content content =
          partial
              ? SummaryWords.Content.CONCERNED
              : converted ? SummaryWords.Content.COPIED : SummaryWords.Content.OWN;
      return words.lines(FileNames.shown(first.source().name()), content);
    }
  }
}
