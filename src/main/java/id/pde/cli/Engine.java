package id.pde.cli;

import id.pde.codes.CodeLists;
import id.pde.guess.Guesser;
import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.Analysts.Added;
import id.pde.run.Approving.Person;
import id.pde.run.Audit;
import id.pde.run.CodeDecisions;
import id.pde.run.CodeQueue;
import id.pde.run.Exports;
import id.pde.run.GridSource;
import id.pde.run.Keys;
import id.pde.run.Ledger;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.Logins;
import id.pde.run.MappingFiles;
import id.pde.run.ReadOnlySql;
import id.pde.run.Reconciling.Missing;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.SourceUnreadable;
import id.pde.run.Submissions;
import id.pde.run.Undoing;
import id.pde.run.backup.Backups;
import id.pde.run.catalogue.Holdings;
import id.pde.run.erase.Erasing;
import id.pde.run.erase.ErasureLedger;
import id.pde.run.erase.KeySubject;
import id.pde.run.erase.Retaining;
import id.pde.run.explain.Explaining;
import id.pde.run.explain.Lineage;
import id.pde.run.overview.RowMarks;
import id.pde.run.pull.Sources;
import id.pde.schedule.keep.ScheduleBook;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What commands need of the product; {@code app} builds it. Every part is made when it is first
 * asked for, so that a command which needs no database starts none.
 */
public interface Engine {

  /** All faults of the given mapping and route files or folders; none given: of the deployment. */
  Checked check(List<Path> paths);

  /** The mapping files of the deployment. */
  MappingFiles mappings();

  GridSource grids();

  /**
   * Works on a file, or on the only member of an archive that can be read.
   *
   * @param passwords to try on a locked file
   */
  <T> T only(Path file, List<Secret> passwords, Function<Path, T> work);

  /**
   * Proposes mappings with the code lists and table names of the deployment.
   *
   * @param passwords to try on a locked file; the mapping names the first
   */
  Guesser guesser(List<Secret> passwords);

  /**
   * Writes an empty workbook to be filled.
   *
   * @return why there is none; empty: it is written
   */
  Optional<Text> template(Mapping mapping, CodeLists codes, OutputStream out);

  /** Loads a file through a mapping; a report for each member where it is an archive. */
  List<RunReport> load(Order order, RunListener listener);

  /** Loads a file through the mappings that fit; one report for each, or one that says why none. */
  List<RunReport> loadRecognised(Unnamed order, RunListener listener);

  /** Loads again what the archive has of the delivery of a run. */
  List<RunReport> replay(Replay order, RunListener listener);

  /**
   * Loads what a held run would have loaded, if that still holds.
   *
   * @throws id.pde.run.ApprovalRefused when this person cannot approve it
   */
  List<RunReport> approve(RunReport held, Person person, RunListener listener);

  /**
   * Refuses what a held run would have loaded; its report then.
   *
   * @throws id.pde.run.ApprovalRefused when it does not wait
   */
  RunReport decline(RunReport held, Person person);

  /** The schedules of the deployment: its routes beside the record. */
  ScheduleBook schedules();

  /** What came of periods. */
  Submissions submissions();

  /** The databases of agencies. */
  Sources sources();

  /** The user of the operating system. */
  String user();

  /** What the archive has and the ledger does not know, as it came. */
  List<Missing> missing();

  /** Loads what the ledger does not know, as it came at the time. */
  List<RunReport> replay(Missing missing, RunListener listener);

  /** Whether the archive has the bytes of a delivery. */
  boolean archived(RunReport.SourceFile source);

  /** As {@link #load}, without writing anything. */
  List<RunReport> plan(Order order, RunListener listener);

  /** Loads the rows of a run that wait in quarantine, from the archive. */
  RunReport replayRejects(RunReport run, RunListener listener);

  Ledger ledger();

  /** What is decided over rejected rows that wait. */
  RowMarks rowMarks();

  /** The values that no code list knew. */
  CodeQueue codeQueue();

  CodeDecisions decisions();

  /**
   * The ledger, whose rejected rows have the values that were delivered.
   *
   * @param run whose rows are asked for
   * @throws SourceUnreadable when its delivery cannot be read in the archive
   */
  Ledger originals(RunReport run);

  /**
   * Writes the answer to the delivery of a run once more.
   *
   * @return the names of its files in the folder
   */
  List<String> receipt(RunReport run, Path folder);

  /** Takes runs back. */
  Undoing undoing();

  /** Tells where rows come from. */
  Explaining explaining();

  /** Tells where columns come from. */
  Lineage lineage();

  /** What the warehouse has of datasets. */
  Holdings holdings();

  Keys keys();

  ReadOnlySql sql();

  /** Erases persons and keys. */
  Erasing erasing();

  /** What was erased. */
  ErasureLedger erasures();

  /** Removes what need not be kept. */
  Retaining retaining();

  /** Finds what a table and a key name. */
  KeySubject keySubject();

  /** Who read what. */
  Audit audit();

  /** Whether an erasure deleted the bytes of a delivery. */
  boolean erased(RunReport.SourceFile source);

  /** Whole tables for analysts. */
  Exports exports();

  /** An Excel workbook for one of them; the stream stays open. */
  Exports.Workbook workbook(OutputStream out, String title);

  /** Makes a database login of an analyst. */
  Added addAnalyst(String name);

  /** The logins of people that PDE made. */
  Logins logins();

  /** Saves the home and its database, and brings them back. */
  Backups backups();

  /** Runs the server until it is stopped; the exit code. */
  int up(Optional<Integer> port);

  int down();

  int demo(Stay stay);

  int bench(List<String> arguments);

  List<Finding> doctor();

  /**
   * A file and how to load it.
   *
   * @param found the mapping, free of faults
   */
  record Order(Path file, MappingFiles.Found found, Choices choices) {}

  /**
   * A file whose mappings are to be found.
   *
   * @param agency whose mappings may take it; empty: those of all
   */
  record Unnamed(Path file, String agency, Choices choices) {}

  /**
   * A delivery in the archive.
   *
   * @param earlier its run
   * @param mapping through which it goes now; null: those that fit
   */
  record Replay(RunReport earlier, @Nullable String mapping, Choices choices) {}

  /** What {@code demo} does when all is loaded. */
  enum Stay {
    SERVE,
    LEAVE
  }

  /**
   * What a check saw.
   *
   * @param files how many files were read
   * @param contents of files with faults, by the name that the faults show
   */
  record Checked(int files, List<Issue> faults, Map<String, String> contents) {
    public Checked {
      faults = List.copyOf(faults);
      contents = Map.copyOf(contents);
    }
  }

  /** One thing that {@code doctor} looked at. */
  record Finding(State state, String subject, Text text) {
    /** How it is. */
    public enum State {
      GOOD,
      NOTE,
      BAD
    }
  }
}
