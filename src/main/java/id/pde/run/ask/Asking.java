package id.pde.run.ask;

import id.pde.model.Issue;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that run with the rights of an analyst, and nothing more, whoever asks. */
public interface Asking {

  /**
   * Runs one statement in a read-only transaction.
   *
   * @return null when all rows that were asked for were given; else why not
   * @throws id.pde.run.TargetUnavailable when the database is away
   */
  @Nullable Refusal ask(Question question, Stop stop, ResultVisitor visitor);

  /** What an analyst may read, by schema and name. */
  List<Relation> relations();

  /**
   * A statement.
   *
   * @param limit of each fetch of rows
   * @param rows at most so many are given
   */
  record Question(String statement, Duration limit, long rows) {}

  /**
   * Why there is no answer.
   *
   * @param position of the sign of the statement that it is about, from 1; 0: of none
   */
  record Refusal(Issue issue, int position) {}

  /** A table or view with the columns that may be read. */
  record Relation(String schema, String name, List<Column> columns) {
    public Relation {
      columns = List.copyOf(columns);
    }

    /** As statements write it. */
    public String shown() {
      return schema + "." + name;
    }
  }

  /** A column, with its type as the database calls it. */
  record Column(String name, String type) {}
}
