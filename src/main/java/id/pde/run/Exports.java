package id.pde.run;

import id.pde.model.Issue;
import id.pde.run.ReadOnlySql.ResultVisitor;

/** Whole tables for analysts: streamed, never cut, and kept in {@code pde.access}. */
public interface Exports {

  /**
   * Gives all rows of a table or view.
   *
   * @throws TargetUnavailable when the database is away
   */
  Given give(Order order, ResultVisitor visitor);

  /** A workbook that is written as rows come. */
  interface Workbook extends ResultVisitor, AutoCloseable {

    /** How many sheets there are. */
    int sheets();

    /** Writes it out; all rows have come. */
    void finish();

    @Override
    void close();
  }

  /**
   * What is asked for.
   *
   * @param name {@code asn} is {@code mart.asn}; {@code warehouse.}, {@code history.} and {@code
   *     mart.} are taken as they are
   * @param form of the file: csv, xlsx
   */
  record Order(String name, String form) {}

  /** What came of it. */
  sealed interface Given {
    /** All rows were given. */
    record All(String relation, long rows) implements Given {}

    /** There is nothing of that name that may be exported. */
    record Unknown(Issue issue) implements Given {}

    /** The database would not. */
    record Refused(Issue issue) implements Given {}
  }
}
