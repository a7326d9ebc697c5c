package id.pde.warehouse.mart;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.warehouse.connection.Questions;
import id.pde.warehouse.connection.Questions.Answer;
import id.pde.warehouse.table.StandingTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Keeps the view, the comments and the grants of a table as its mapping says. */
public final class Presentation {

  /** PostgreSQL: a view cannot be replaced by one that does not begin with its columns. */
  private static final String OTHER_COLUMNS = "42P16";

  private static final String DONE =
      """
      UPDATE pde.owned_table
         SET presented = ?,
             classes = classes || (SELECT coalesce(jsonb_object_agg(n, c), '{}')
                                     FROM unnest(?::text[], ?::text[]) AS x (n, c))
       WHERE table_name = ?
      """;

  private final Mapping mapping;
  private final String table;

  public Presentation(Mapping mapping) {
    this.mapping = mapping;
    this.table = mapping.target().table();
  }

  /** Whether a standing table is presented in another way than its mapping says. */
  public boolean isStale(Connection connection) throws SQLException {
    return isStale(asked(connection));
  }

  /** As {@link #isStale(Connection)}, once the questions were sent. */
  public boolean isStale(Asked asked) {
    TableSide side = side(asked);
    // A guest fills the table; how it is shown is its owner's matter.
    return mapping.target().terms().owner() == null
        && side.current().exists()
        && (!asked.standing.get().of("mart").exists()
            || !asOfStands(asked, side)
            || !digest(side).equals(asked.presented.get().orElse(null)));
  }

  /** How the table is presented. */
  public static final class Asked {
    private final Answer<StandingTable.Namesakes> standing;
    private final Answer<Boolean> role;
    private final Answer<Set<String>> dated;
    private final Answer<Boolean> asOf;
    private final Answer<Optional<String>> presented;

    private Asked(Questions questions, Answer<StandingTable.Namesakes> standing, String table) {
      this.standing = standing;
      this.role = AnalystRole.askExists(questions);
      this.dated =
          questions.ask("SELECT list FROM pde.code_list WHERE dated", List.of(), Asked::names);
      this.asOf = questions.whether(AsOfSide.question(table), List.of());
      this.presented =
          questions.ask(
              "SELECT presented FROM pde.owned_table WHERE table_name = ?",
              List.of(table),
              row -> row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty());
    }

    private static Set<String> names(ResultSet rows) throws SQLException {
      Set<String> names = new HashSet<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  /**
   * Asks together with other questions.
   *
   * @param standing in the schemas warehouse, history and mart
   */
  public Asked ask(Questions questions, Answer<StandingTable.Namesakes> standing) {
    return new Asked(questions, standing, table);
  }

  private Asked asked(Connection connection) throws SQLException {
    Questions questions = new Questions();
    Asked asked = ask(questions, standing(questions, connection, table));
    questions.send(connection);
    return asked;
  }

  /** What bears the name of a table in the schemas that {@link #ask} wants. */
  public static Answer<StandingTable.Namesakes> standing(
      Questions questions, Connection connection, String table) throws SQLException {
    return StandingTable.ask(questions, connection, List.of("warehouse", "history", "mart"), table);
  }

  /**
   * Drops the views, so that types of the table's columns can change. It is made again at once.
   *
   * @throws id.pde.run.TargetRefused when other views depend on it
   */
  public void withdraw(Connection connection) throws SQLException {
    try {
      execute(connection, withdrawal(side(asked(connection))));
    } catch (SQLException failure) {
      throw explained(failure);
    }
  }

  /**
   * Presents a standing table.
   *
   * @throws id.pde.run.TargetRefused when a view of somebody else is in the way
   */
  public void apply(Connection connection) throws SQLException {
    Asked asked = asked(connection);
    TableSide side = side(asked);
    boolean there = asked.standing.get().of("mart").exists();
    String before = asked.presented.get().orElse(null);
    if (there && before == null) {
      throw PresentationRefusal.foreign(mapping);
    }
    // Comments and grants let those who read the view go on; making it anew waits for them.
    if (!there
        || !asOfStands(asked, side)
        || !String.valueOf(before).startsWith(viewDigest(side))) {
      try {
        make(connection, side);
      } catch (SQLException failure) {
        throw explained(failure);
      }
    }
    execute(connection, side.describeAndGrant());
    remember(connection, digest(side));
  }

  private SQLException explained(SQLException failure) {
    if (PresentationRefusal.DEPENDED_ON.equals(failure.getSQLState())) {
      throw PresentationRefusal.dependedOn(mapping, failure);
    }
    return failure;
  }

  private static void make(Connection connection, TableSide side) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      execute(connection, making(side));
    } catch (SQLException failure) {
      if (!OTHER_COLUMNS.equals(failure.getSQLState())) {
        throw failure;
      }
      connection.rollback(before);
      execute(connection, withdrawal(side));
      execute(connection, making(side));
    }
    connection.releaseSavepoint(before);
  }

  private static List<String> making(TableSide side) {
    List<String> statements = new ArrayList<>(List.of(side.makeView()));
    AsOfSide asOf = side.asOf();
    if (asOf != null) {
      statements.add(asOf.makeView());
      statements.addAll(asOf.makeFunctions());
    }
    return statements;
  }

  private static List<String> withdrawal(TableSide side) {
    List<String> statements = new ArrayList<>();
    AsOfSide asOf = side.asOf();
    if (asOf != null) {
      statements.addAll(asOf.drop());
    }
    statements.add("DROP VIEW IF EXISTS " + side.view());
    return statements;
  }

  private TableSide side(Asked asked) {
    StandingTable.Namesakes standing = asked.standing.get();
    return new TableSide(
        mapping,
        standing.of("warehouse"),
        standing.of("history"),
        asked.role.get(),
        asked.dated.get());
  }

  private static boolean asOfStands(Asked asked, TableSide side) {
    return side.asOf() == null || asked.asOf.get();
  }

  private void remember(Connection connection, String digest) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (ColumnSpec column : mapping.columns()) {
      names.add(column.name());
      classes.add(column.dataClass().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    try (PreparedStatement statement = connection.prepareStatement(DONE)) {
      statement.setString(1, digest);
      statement.setArray(2, connection.createArrayOf("text", names.toArray()));
      statement.setArray(3, connection.createArrayOf("text", classes.toArray()));
      statement.setString(4, table);
      statement.executeUpdate();
    }
  }

  /** Of the views, then of the rest. */
  private static String digest(TableSide side) {
    return viewDigest(side) + "." + digest(String.join(";\n", side.describeAndGrant()));
  }

  private static String viewDigest(TableSide side) {
    return digest(String.join(";\n", making(side)));
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
