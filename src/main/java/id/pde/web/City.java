package id.pde.web;

import id.pde.run.Approving.Person;
import id.pde.run.Audit;
import id.pde.run.CodeDecisions;
import id.pde.run.CodeQueue;
import id.pde.run.Exports;
import id.pde.run.Ledger;
import id.pde.run.MappingFiles;
import id.pde.run.ReadOnlySql;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.Submissions;
import id.pde.run.Undoing;
import id.pde.run.Uploads;
import id.pde.run.account.Accounts;
import id.pde.run.account.Acts;
import id.pde.run.ask.Asking;
import id.pde.run.ask.SavedQueries;
import id.pde.run.board.Figures;
import id.pde.run.catalogue.Holdings;
import id.pde.run.explain.Explaining;
import id.pde.run.explain.Lineage;
import id.pde.run.overview.Overview;
import id.pde.run.overview.Quarantine;
import id.pde.run.overview.RowMarks;
import id.pde.schedule.keep.ScheduleBook;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** What the console needs of the product; {@code app} builds it. */
public interface City {

  Overview overview();

  /** Rejected rows that wait. */
  Quarantine quarantine();

  /** What is decided over them. */
  RowMarks rowMarks();

  Ledger ledger();

  MappingFiles mappings();

  ScheduleBook schedules();

  Submissions submissions();

  CodeQueue codeQueue();

  CodeDecisions decisions();

  Holdings holdings();

  Lineage lineage();

  Accounts accounts();

  Acts acts();

  Uploads uploads();

  /** Statements with the rights of an analyst. */
  Asking asking();

  /** Statements with the rights to read what is public. */
  Figures figures();

  SavedQueries savedQueries();

  /** Where mappings are made. */
  Workshop workshop();

  /** How the parts of the server are. */
  List<Part> health();

  /** What somebody does; it is kept under their name. */
  Hands as(String who);

  /** How a part of the server is. */
  record Part(String name, State state, id.pde.model.Text text) {
    /** How it is. */
    public enum State {
      GOOD,
      NOTE,
      BAD
    }
  }

  /** The product in the hands of one person. */
  interface Hands {

    /** As {@link id.pde.run.Approving}: loads what a held run would have loaded. */
    List<RunReport> approve(RunReport held, Person person, RunListener listener);

    RunReport decline(RunReport held, Person person);

    Undoing undoing();

    /** Loads again what the archive has of the delivery of a run. */
    List<RunReport> replay(RunReport run, RunListener listener);

    /** Loads the rows of a run that wait in quarantine. */
    RunReport replayRejects(RunReport run, RunListener listener);

    /** Writes the answer to the delivery of a run once more; the names of its files. */
    List<String> receipt(RunReport run, Path folder);

    /** The ledger, whose rejected rows have the values that were delivered; it is noted. */
    Ledger originals(RunReport run);

    Explaining explaining();

    ReadOnlySql sql();

    Exports exports();

    Audit audit();

    /** An Excel workbook for an export; the stream stays open. */
    Exports.Workbook workbook(OutputStream out, String title);
  }
}
