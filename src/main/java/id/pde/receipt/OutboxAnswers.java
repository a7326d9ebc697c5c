package id.pde.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import id.pde.model.Language;
import id.pde.receipt.annotate.Workbooks;
import id.pde.run.Answers;
import id.pde.run.DurableFiles;
import id.pde.run.FileNames;
import id.pde.run.FileTurn;
import id.pde.run.Home;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import id.pde.run.resubmit.Repairing;
import id.pde.run.resubmit.Resubmission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Answers in {@code outbox/<agency>/}: the rejected rows, the JSON, and last the text, whose
 * presence means that the answer is whole. An older answer of the same name moves to {@code
 * lama/<run>/} first. Safe for use by several threads and processes.
 */
// A turn is held, not used.
@SuppressWarnings("try")
public final class OutboxAnswers implements Answers {

  private static final JsonFactory JSON = new JsonFactory();

  /** An answer whose run cannot be told any more. */
  private static final long UNKNOWN = 0;

  private final Home home;
  private final Function<String, Language> languages;
  private final ZoneId zone;
  private final Workbooks workbooks;

  /**
   * @param languages of an agency, by its id
   * @param zone of the times in the text
   * @param workbooks makes those that are to be corrected
   */
  public OutboxAnswers(
      Home home, Function<String, Language> languages, ZoneId zone, Workbooks workbooks) {
    this.home = home;
    this.languages = languages;
    this.zone = zone;
    this.workbooks = workbooks;
  }

  @Override
  public void answer(List<RunReport> reports, Ledger ledger) {
    Path outbox = FileNames.in(home.outbox(), agency(reports));
    try {
      Files.createDirectories(home.shared());
      Files.createDirectories(outbox);
      try (FileTurn turn = FileTurn.take(home.shared().resolve("answers.turn"))) {
        answer(reports, ledger, outbox);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the answer to the delivery of a run into another folder, over an older one there.
   *
   * @return the names of its files, the text first
   * @throws UncheckedIOException when the folder cannot be written
   */
  public List<String> again(RunReport report, Ledger ledger, Path folder) {
    UUID claim = report.source().claim();
    List<RunReport> ofClaim = claim == null ? List.of() : ledger.runsOfClaim(claim);
    List<RunReport> reports =
        ofClaim.stream()
            .filter(run -> run.agency().equals(report.agency()) || run.agency().isEmpty())
            .toList();
    List<RunReport> all = reports.isEmpty() ? List.of(report) : reports;
    AnswerFiles files = AnswerFiles.in(folder, report.source().sent());
    try {
      Files.createDirectories(home.shared());
      try (FileTurn turn = FileTurn.take(home.shared().resolve("answers.turn"))) {
        Repairs repairs = write(all, ledger, files);
        List<String> names = new ArrayList<>();
        names.add(FileNames.of(files.text()));
        names.add(FileNames.of(files.json()));
        if (files.hasRejects()) {
          names.add(FileNames.of(files.rejects()));
        }
        names.addAll(repairs.names());
        return names;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of the answer that lies there, for their sender; none: there is none. */
  public static List<Path> files(Home home, String agency, String name) {
    AnswerFiles files = AnswerFiles.in(FileNames.in(home.outbox(), agency), name);
    if (!exists(files.text())) {
      return List.of();
    }
    List<Path> all = new ArrayList<>(List.of(files.text()));
    if (files.hasRejects()) {
      all.add(files.rejects());
    }
    all.addAll(Repairs.of(files));
    return all;
  }

  /** Parts that no mapping took may have none of their own. */
  private static String agency(List<RunReport> reports) {
    return reports.stream()
        .map(RunReport::agency)
        .filter(agency -> !agency.isEmpty())
        .findFirst()
        .orElse("");
  }

  private void answer(List<RunReport> reports, Ledger ledger, Path outbox) throws IOException {
    String name = reports.get(0).source().sent();
    long run = AnswerJson.lead(reports);
    AnswerFiles current = AnswerFiles.in(outbox, name);
    long there = run(current);
    // What a person refused afterwards gets another answer under the same number.
    boolean other = reports.stream().anyMatch(RunReport::declined);
    if (there == run && exists(current.text()) && !other) {
      return;
    }
    if (there > run) {
      // A later delivery of the same name has its answer: this one comes late and is old already.
      write(reports, ledger, old(outbox, run, name));
      return;
    }
    if (there != run) {
      moveAway(current, old(outbox, there, name));
    }
    write(reports, ledger, current);
  }

  private static AnswerFiles old(Path outbox, long run, String name) throws IOException {
    Path folder = outbox.resolve("lama").resolve(Long.toString(run));
    return AnswerFiles.in(folder, name);
  }

  /**
   * The text goes first, for it says that the rest is there; the JSON last, for it names the run.
   */
  private static void moveAway(AnswerFiles from, AnswerFiles to) throws IOException {
    if (!exists(from.json()) && !exists(from.text())) {
      // At most rejected rows of an answer that was killed before it was one.
      Files.deleteIfExists(from.rejects());
      Repairs.remove(from);
      return;
    }
    Files.createDirectories(to.folder());
    move(from.text(), to.text());
    move(from.rejects(), to.rejects());
    Repairs.move(from, to);
    move(from.json(), to.json());
  }

  private static void move(Path from, Path to) throws IOException {
    if (exists(from)) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Repairs write(List<RunReport> stored, Ledger ledger, AnswerFiles files)
      throws IOException {
    List<RunReport> reports =
        stored.stream().map(report -> Repairing.told(report, ledger)).toList();
    Files.createDirectories(files.folder());
    Language language = languages.apply(agency(reports));
    if (reports.stream().anyMatch(report -> report.counts().rejected() > 0)) {
      RejectedRows rows = new RejectedRows(reports, ledger, language);
      rows.write(files.draft());
      DurableFiles.place(files.draft(), files.rejects());
    } else {
      Files.deleteIfExists(files.rejects());
    }
    Repairs repairs =
        Repairs.write(reports, files, workbooks, ofFile -> words(ofFile, files, language));
    write(AnswerJson.text(reports, files, repairs, language), files.draft());
    DurableFiles.placeBefore(files.draft(), files.json());
    write(text(reports, files, repairs, language), files.draft());
    DurableFiles.place(files.draft(), files.text());
    endStates(reports, files);
    return repairs;
  }

  /** There is a result now; a corrected workbook came under a name of its own. */
  private static void endStates(List<RunReport> reports, AnswerFiles files) throws IOException {
    Files.deleteIfExists(OutboxStates.file(files.folder(), files.name()));
    for (RunReport report : reports) {
      Resubmission what = report.source().resubmission();
      if (what != null) {
        Files.deleteIfExists(OutboxStates.file(files.folder(), what.sent()));
      }
    }
  }

  private Repairs.Words words(List<RunReport> reports, AnswerFiles files, Language language) {
    List<String> head = new ArrayList<>();
    for (RunReport report : reports) {
      head.addAll(new AnswerText(report, files, language, zone).head());
    }
    return new Repairs.Words(head, language);
  }

  private String text(
      List<RunReport> reports, AnswerFiles files, Repairs repairs, Language language) {
    List<AnswerText> texts =
        reports.stream()
            .map(report -> new AnswerText(report, files, language, zone).with(repairs))
            .toList();
    boolean alone = texts.size() == 1 && reports.get(0).source().packed() == null;
    return alone ? texts.get(0).text() : AnswerText.together(texts);
  }

  private static void write(String text, Path draft) throws IOException {
    // Half a surrogate pair from a broken file becomes "?"; writeString would refuse it for ever.
    Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The run of the answer that lies there. */
  private static long run(AnswerFiles files) throws IOException {
    if (!exists(files.json())) {
      return UNKNOWN;
    }
    try (JsonParser json = JSON.createParser(Files.readAllBytes(files.json()))) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && "run".equals(json.currentName())) {
          return json.getLongValue();
        }
      }
    } catch (JsonProcessingException e) {
      return UNKNOWN;
    }
    return UNKNOWN;
  }

  private static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }
}
