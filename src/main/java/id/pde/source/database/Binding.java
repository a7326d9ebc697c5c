package id.pde.source.database;

import id.pde.run.pull.Pull;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, as each database compares them. */
record Binding(Dialect dialect, Pull pull, List<String> names) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final DateTimeFormatter FINE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final int MILLISECOND = 1_000_000;
  private static final String LOWEST = "\u0001";

  /** The first parameter that nobody gave a value; empty: all have one. */
  Optional<String> missing() {
    return names.stream().filter(name -> pull.parameters().get(name) == null).findFirst();
  }

  void set(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < names.size(); i++) {
      set(statement, i + 1, pull.parameters().get(names.get(i)));
    }
  }

  private static boolean isWhole(LocalDateTime moment) {
    return moment.equals(moment.truncatedTo(ChronoUnit.SECONDS));
  }

  private void set(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    if (value instanceof Long whole) {
      statement.setLong(at, whole);
    } else if (value instanceof BigDecimal exact) {
      statement.setBigDecimal(at, exact);
    } else if (value instanceof OffsetDateTime moment && !takesOffsets()) {
      set(statement, at, moment.atZoneSameInstant(ZoneId.of(Dialect.ZONE)).toLocalDateTime());
    } else if (value instanceof LocalDateTime moment && !takesMoments()) {
      statement.setString(at, (isWhole(moment) ? MOMENT : FINE).format(moment));
    } else if (value instanceof LocalDate day && !takesMoments()) {
      statement.setString(at, day.toString());
    } else if (value instanceof LocalDateTime moment && dialect == Dialect.SQLSERVER) {
      statement.setObject(at, sameTick(moment));
    } else if (value instanceof String text && text.isEmpty() && dialect == Dialect.ORACLE) {
      // Empty text is NULL there, and nothing is higher than NULL.
      statement.setString(at, LOWEST);
    } else if (value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime) {
      statement.setObject(at, value);
    } else {
      statement.setString(at, String.valueOf(value));
    }
  }

  /**
   * A {@code datetime} holds thirds of a hundredth of a second, 12:00:00.007 being
   * 12:00:00.0066667: compared with all digits, rows of that very moment would be lower than what
   * was read of them. A thousandth less still is the same third for who casts it, and no row is
   * lost to who does not.
   */
  private static LocalDateTime sameTick(LocalDateTime moment) {
    long fraction = moment.getLong(ChronoField.NANO_OF_SECOND);
    boolean thousandths = fraction % MILLISECOND == 0 && fraction != 0;
    return thousandths ? moment.minusNanos(MILLISECOND) : moment;
  }

  /** MariaDB compares a moment with the day and time of its session, whose zone PDE sets. */
  private boolean takesOffsets() {
    return dialect != Dialect.MARIADB && dialect != Dialect.SQLITE;
  }

  /** SQLite compares texts; MariaDB turns them into what the column is. */
  private boolean takesMoments() {
    return dialect != Dialect.SQLITE && dialect != Dialect.MARIADB;
  }
}
