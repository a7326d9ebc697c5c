package id.pde.run.board;

import id.pde.mapping.Mapping;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.run.ask.Asking.Question;
import id.pde.run.ask.Asking.Refusal;
import id.pde.run.ask.Stop;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions of panels. They hang on a wall, so they are asked with the rights to read
 * the columns of {@code mart} whose class is {@code publik}, and nothing else.
 */
public interface Figures {

  /**
   * Runs one statement in a read-only transaction.
   *
   * @param mappings all that are in force; they say what is public
   * @throws id.pde.run.TargetUnavailable when the database is away
   */
  Answer ask(Question question, Collection<Mapping> mappings, Stop stop, ResultVisitor visitor);

  /**
   * What came of it.
   *
   * @param refusal null: all rows that were asked for were given
   * @param tables of the warehouse that the statement reads, whatever stands between
   */
  record Answer(@Nullable Refusal refusal, Set<String> tables) {
    public Answer {
      tables = Set.copyOf(tables);
    }
  }
}
