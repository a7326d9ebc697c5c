package id.pde.run.explain;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.RunReport.SourceFile;
import id.pde.run.check.CheckResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a row. Values that may not be seen are {@link Issue#REDACTED}.
 *
 * @param table without schema
 * @param key the columns of the key with their values; empty: the table has none
 * @param versions the newest first
 */
public record Story(String table, List<KeyPart> key, List<Version> versions) {

  public Story {
    key = List.copyOf(key);
    versions = List.copyOf(versions);
  }

  /** A column of the key, and its value as the table holds it. */
  public record KeyPart(String column, String value) {}

  /**
   * A version of the row.
   *
   * @param row sheet and row, or line, of the delivery
   * @param period null: it speaks of none
   * @param end null: it is the current one
   * @param columns in the order of the table
   * @param reading what came of reading the archived delivery again
   * @param rules the names of those that the mapping has for a record
   * @param issues of the row; without the delivery those that the ledger kept
   * @param checks of the delivery as a whole
   */
  public record Version(
      Made made,
      String row,
      @Nullable String period,
      @Nullable Ended end,
      List<ColumnTrace> columns,
      Reading reading,
      List<String> rules,
      List<Issue> issues,
      List<CheckResult> checks) {
    public Version {
      columns = List.copyOf(columns);
      rules = List.copyOf(rules);
      issues = List.copyOf(issues);
      checks = List.copyOf(checks);
    }
  }

  /**
   * How a version came to be.
   *
   * @param at when the run ended
   * @param mapping its id
   * @param mappingSha256 of its content then
   * @param mappingNumber of that version; null: it has none
   * @param approvedBy who let the run go on; null: nobody had to
   * @param again what put it in force again after it had ended; null: nothing did
   */
  public record Made(
      long run,
      @Nullable Instant at,
      String mapping,
      String mappingSha256,
      @Nullable Integer mappingNumber,
      @Nullable SourceFile delivery,
      @Nullable String approvedBy,
      @Nullable Again again) {}

  /**
   * A run took another one back.
   *
   * @param undone null: the ledger does not say which
   */
  public record Again(long run, @Nullable Long undone) {}

  /**
   * How a version ended.
   *
   * @param undone the run that was taken back by it; null: it did not end so
   */
  public record Ended(long run, @Nullable Instant at, Way way, @Nullable Long undone) {}

  /** Ways to end. */
  public enum Way {
    /** Another version took its place. */
    REPLACED,
    DELETED,
    /** The run that made it was taken back. */
    TAKEN_BACK
  }

  /** What reading the archived delivery again came to. */
  public sealed interface Reading {

    /** The row is there. */
    record Found() implements Reading {}

    /** It could not be read, or the row is not in it. */
    record Missing(Text why) implements Reading {}
  }
}
