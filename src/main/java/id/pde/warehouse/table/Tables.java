package id.pde.warehouse.table;

import id.pde.model.Issue;
import id.pde.warehouse.connection.Questions;
import id.pde.warehouse.connection.Questions.Answer;
import id.pde.warehouse.table.Widening.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the table of a mapping and brings it to its shape. */
public final class Tables {

  /** Analysts who read for hours must not make everybody behind an ALTER TABLE wait as long. */
  private static final String SHORT_WAIT = "SET LOCAL lock_timeout = '5s'";

  private final TableShape shape;
  private final TableRefusal refusal;

  public Tables(TableShape shape, String mappingFile) {
    this.shape = shape;
    this.refusal = new TableRefusal(shape, mappingFile);
  }

  /**
   * What stands, under the names of the mapping.
   *
   * @param current the table; without columns where it comes to be with this publish
   * @param renames what goes by other names in the database as yet
   */
  public record Look(
      StandingTable current, StandingTable history, Map<String, String> given, Renames renames) {

    /** Columns that both have: an old version keeps these. */
    public List<String> kept() {
      return current.names().stream().filter(history.names()::contains).toList();
    }
  }

  /**
   * Reads the catalogue.
   *
   * @throws id.pde.run.TargetRefused when the table cannot take this mapping
   */
  public Look look(Connection connection) throws SQLException {
    Questions questions = new Questions();
    Asked asked =
        ask(
            questions,
            StandingTable.ask(
                questions, connection, List.of("warehouse", "history"), shape.table()));
    questions.send(connection);
    return look(asked);
  }

  /** What a look rests on. */
  public static final class Asked {
    private final Answer<StandingTable.Namesakes> standing;
    private final Answer<Optional<Ownership>> owner;

    private Asked(Answer<StandingTable.Namesakes> standing, Answer<Optional<Ownership>> owner) {
      this.standing = standing;
      this.owner = owner;
    }
  }

  /**
   * Asks together with other questions.
   *
   * @param standing in the schemas warehouse and history at least
   */
  public Asked ask(Questions questions, Answer<StandingTable.Namesakes> standing) {
    return new Asked(standing, Ownership.ask(questions, shape.table()));
  }

  /**
   * As {@link #look(Connection)}, once the questions were sent.
   *
   * @throws id.pde.run.TargetRefused when the table cannot take this mapping
   */
  public Look look(Asked asked) {
    StandingTable current = asked.standing.get().of("warehouse");
    StandingTable history = asked.standing.get().of("history");
    Optional<Ownership> found = asked.owner.get();
    Renames renames = Renames.of(shape, current, found.orElse(null));
    Optional<Ownership> owner = found.map(known -> renames.in(known, shape));
    refusal.check(renames.in(current), owner);
    refusal.checkFormer(current);
    return new Look(
        renames.in(current),
        renames.in(history),
        owner.map(Ownership::columnTypes).orElse(Map.of()),
        renames);
  }

  /** What might be a renaming, and is told but never done. */
  public List<Issue> proposals(Look look) {
    return refusal.proposals(look.current(), look.given());
  }

  /** Whether a standing table lacks something. */
  public boolean needsWidening(Look look) {
    return look.current().exists() && (!look.renames().isEmpty() || !widening(look).isEmpty());
  }

  /** Lets the changes of this transaction wait for others for a short time only. */
  public static void waitShortly(Connection connection) throws SQLException {
    execute(connection, List.of(SHORT_WAIT));
  }

  /** Whether a column of a standing table gets another type, which no view allows. */
  public boolean changesTypes(Look look) {
    return shape.standing() == TableShape.Standing.OWNER
        && shape.columns().stream()
            .anyMatch(
                wanted -> {
                  StandingTable.Column found = look.current().columns().get(wanted.name());
                  return found != null && !found.type().equals(wanted.type());
                });
  }

  /** Changes a standing table; the transaction holds nothing else. */
  public void widen(Connection connection, Look look) throws SQLException {
    StandingTable history = StandingTable.read(connection, "history", shape.table());
    look.renames().apply(connection, shape, history);
    execute(connection, widening(look));
    if (shape.standing() == TableShape.Standing.OWNER) {
      Ownership.write(connection, shape, look.given());
    }
  }

  /** Makes the table where it does not stand yet, in the transaction that fills it. */
  public void create(Connection connection, Look look) throws SQLException {
    if (look.current().exists()) {
      return;
    }
    List<String> statements = new ArrayList<>(List.of(Creation.current(shape)));
    statements.addAll(Creation.lookups(shape));
    statements.addAll(historyStatements(look));
    execute(connection, statements);
    Ownership.write(connection, shape, Map.of());
  }

  private List<String> widening(Look look) {
    List<String> statements =
        new ArrayList<>(Widening.statements(shape, look.current(), Side.CURRENT));
    statements.addAll(historyStatements(look));
    return statements;
  }

  /** A history may outlive a table that was dropped by hand. */
  private List<String> historyStatements(Look look) {
    return look.history().exists()
        ? Widening.statements(shape, look.history(), Side.HISTORY)
        : Creation.history(shape);
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
