package id.pde.warehouse.ledger;

import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Period;
import id.pde.run.Delivery;
import id.pde.run.RunReport;
import id.pde.run.resubmit.Resubmission;
import id.pde.warehouse.connection.Questions;
import id.pde.warehouse.connection.Questions.Answer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which submission of its dataset and period a delivery is, in the caller's transaction. The mark
 * of a workbook that PDE gave back says what it corrects. Without a mark it is the delivery before
 * it of the same dataset and period that has the same name, or that it replaces; where no period is
 * known, only one that had rejected rows or was refused.
 */
final class ResubmissionColumns {

  private static final String SAME_BYTES =
      """
      SELECT submission, corrects FROM pde.run
       WHERE sha256 = ? AND mapping = ? AND run < ? AND outcome <> 'duplicate' AND undoes IS NULL
         AND period IS NOT DISTINCT FROM ?
       ORDER BY run DESC LIMIT 1
      """;

  private static final String MARKED =
      """
      SELECT run, coalesce(submission, 1) FROM pde.run
       WHERE run = ANY (?) AND run < ? ORDER BY mapping = ? DESC, run LIMIT 1
      """;

  private static final String OF_PERIOD =
      """
      SELECT run, coalesce(submission, 1) FROM pde.run
       WHERE mapping = ? AND period = ? AND run < ? AND outcome <> 'duplicate' AND undoes IS NULL
         AND (? OR lower(source_name) = lower(?))
       ORDER BY run DESC LIMIT 1
      """;

  /**
   * The newest of its name, if that one left something to correct. Asked from that side: most runs
   * leave nothing, so few are looked at, however many there are.
   */
  private static final String WITHOUT_PERIOD =
      """
      SELECT run, coalesce(submission, 1) FROM pde.run r
       WHERE mapping = ? AND period IS NULL AND run < ? AND undoes IS NULL AND lower(source_name) = lower(?)
         AND outcome IN ('loaded_with_rejects', 'refused', 'waiting', 'failed')
         AND (rejected > 0 OR outcome = 'refused')
         AND NOT EXISTS (
           SELECT FROM pde.run l
            WHERE l.mapping = r.mapping AND l.period IS NULL AND l.run > r.run AND l.run < ? AND l.undoes IS NULL
              AND lower(l.source_name) = lower(r.source_name) AND l.outcome <> 'duplicate')
       ORDER BY run DESC LIMIT 1
      """;

  private static final String HIGHEST =
      "SELECT max(submission) FROM pde.run WHERE corrects = ? AND mapping = ? AND run < ?";

  private static final String SET =
      "UPDATE pde.run SET submission = ?, corrects = ?, sent_as = ?, joined = ? WHERE run = ?";

  private ResubmissionColumns() {}

  /** A run that is corrected, and which submission that one was. */
  private record Base(long run, int submission) {}

  /** The last run of the same bytes: which submission it was, 0 for none, and what it corrected. */
  private record Same(int number, long corrects) {}

  /** Writes it beside a run that stands in the ledger. */
  static void write(Connection connection, RunReport report, @Nullable Mapping mapping)
      throws SQLException {
    if (report.undo().of() != null) {
      return;
    }
    Resubmission told = report.source().resubmission();
    Base found = told == null ? null : marked(connection, report, told);
    int number = found == null ? 0 : number(connection, report, found);
    Questions questions = new Questions();
    Answer<Optional<Same>> asked = same(questions, report);
    Answer<Optional<Base>> before =
        told == null && mapping != null ? before(questions, report, mapping) : null;
    questions.send(connection);
    Same same = asked.get().orElse(null);
    if (same != null && (told == null || same.number() > 0)) {
      // The same bytes again: a replay, or what was held and is approved.
      number = same.number();
      found = number == 0 ? null : new Base(same.corrects(), number - 1);
    } else if (before != null && same == null) {
      found = before.get().orElse(null);
      number = found == null ? 0 : number(connection, report, found);
    }
    if (found != null) {
      write(connection, report, found.run(), number);
    }
  }

  private static void write(Connection connection, RunReport report, long base, int number)
      throws SQLException {
    Resubmission told = report.source().resubmission();
    try (PreparedStatement statement = connection.prepareStatement(SET)) {
      statement.setInt(1, number);
      statement.setLong(2, base);
      statement.setString(3, told == null ? null : Storable.textOrNull(told.sent()));
      statement.setArray(4, told == null || !told.isPart() ? null : joined(connection, told));
      statement.setLong(5, report.run());
      statement.executeUpdate();
    }
  }

  private static @Nullable Base marked(Connection connection, RunReport report, Resubmission told)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARKED)) {
      statement.setArray(1, connection.createArrayOf("bigint", told.corrects().toArray()));
      statement.setLong(2, report.run());
      statement.setString(3, report.mapping());
      try (ResultSet row = statement.executeQuery()) {
        return base(row).orElse(null);
      }
    }
  }

  private static Answer<Optional<Same>> same(Questions questions, RunReport report) {
    return questions.ask(
        SAME_BYTES,
        Arrays.asList(report.source().sha256(), report.mapping(), report.run(), period(report)),
        row ->
            row.next() ? Optional.of(new Same(row.getInt(1), row.getLong(2))) : Optional.empty());
  }

  private static Answer<Optional<Base>> before(
      Questions questions, RunReport report, Mapping mapping) {
    String period = period(report);
    String name = Storable.textOrNull(report.source().name());
    if (period == null) {
      return questions.ask(
          WITHOUT_PERIOD,
          Arrays.asList(report.mapping(), report.run(), name, report.run()),
          ResubmissionColumns::base);
    }
    boolean replaces = mapping.target().load() == LoadMode.REPLACE;
    return questions.ask(
        OF_PERIOD,
        Arrays.asList(report.mapping(), period, report.run(), replaces, name),
        ResubmissionColumns::base);
  }

  private static Optional<Base> base(ResultSet row) throws SQLException {
    return row.next() ? Optional.of(new Base(row.getLong(1), row.getInt(2))) : Optional.empty();
  }

  /** One more than the run that it corrects, and than any other that corrects that one. */
  private static int number(Connection connection, RunReport report, Base base)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HIGHEST)) {
      statement.setLong(1, base.run());
      statement.setString(2, report.mapping());
      statement.setLong(3, report.run());
      try (ResultSet row = statement.executeQuery()) {
        int highest = row.next() ? row.getInt(1) : 0;
        return 1 + Math.max(highest, base.submission());
      }
    }
  }

  private static @Nullable String period(RunReport report) {
    Period period = report.period();
    return period == null ? null : period.text();
  }

  private static Array joined(Connection connection, Resubmission told) throws SQLException {
    Object[] parts =
        told.joined().stream()
            .map(
                part ->
                    part.sha256()
                        + ":"
                        + part.bytes()
                        + ":"
                        + part.form().name().toLowerCase(Locale.ROOT))
            .toArray();
    return connection.createArrayOf("text", parts);
  }

  static @Nullable Resubmission read(ResultSet row) throws SQLException {
    int number = row.getInt("submission");
    if (row.wasNull()) {
      return null;
    }
    String sent = row.getString("sent_as");
    return new Resubmission(
        number,
        List.of(row.getLong("corrects")),
        sent == null ? row.getString("source_name") : sent,
        joined(row.getArray("joined")));
  }

  private static List<Resubmission.Joined> joined(@Nullable Array stored) throws SQLException {
    List<Resubmission.Joined> joined = new ArrayList<>();
    if (stored != null) {
      for (Object one : (Object[]) stored.getArray()) {
        String[] parts = one.toString().split(":", -1);
        joined.add(
            new Resubmission.Joined(
                parts[0],
                Long.parseLong(parts[1]),
                Delivery.Form.valueOf(parts[2].toUpperCase(Locale.ROOT))));
      }
    }
    return joined;
  }
}
