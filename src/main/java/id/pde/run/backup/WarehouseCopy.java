package id.pde.run.backup;

import id.pde.model.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The database as a backup sees it: one that is saved, or one that takes what was saved. */
public interface WarehouseCopy {

  /**
   * The database as it is at this moment; loads go on beside it.
   *
   * @throws id.pde.run.TargetUnavailable when the database is away
   */
  Snapshot snapshot();

  /**
   * The database for what was saved.
   *
   * @throws id.pde.run.TargetUnavailable when the database is away
   */
  Target target();

  /** One moment of a database. The caller closes it. */
  interface Snapshot extends AutoCloseable {

    String server();

    int major();

    /** The names of the deliveries that the ledger knows, by their SHA-256. */
    Map<String, String> deliveries();

    /** Writes tables, rows, views, functions, grants and logins. */
    Contents write(ZipOutputStream out) throws IOException;

    @Override
    void close();
  }

  /**
   * What was written.
   *
   * @param unsaved what the database has and a backup does not keep, by name
   * @param logins of analysts
   * @param passwords how many of them could be saved with their passwords
   */
  record Contents(List<SavedTable> tables, List<String> unsaved, int logins, int passwords) {
    public Contents {
      tables = List.copyOf(tables);
      unsaved = List.copyOf(unsaved);
    }
  }

  /** A database that takes what was saved, in one transaction. Closing it ends without a trace. */
  interface Target extends AutoCloseable {

    String place();

    int major();

    /** What it holds of PDE that would be lost; empty: nothing. */
    List<String> holds();

    /** Makes everything and fills it; what is worth a note. */
    List<Text> read(ZipInputStream in) throws IOException;

    /** The tables as they are now, in no order. */
    List<SavedTable> tables();

    void commit();

    @Override
    void close();
  }
}
