package id.pde.source.database;

import id.pde.run.RowsSpool.Cells;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How the values of a column are taken: exactly as the database holds them, or not at all. */
enum CellKind {
  WORDS {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      words(row.getString(column), cells);
    }
  },
  NUMBER {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      number(row.getString(column), cells);
    }
  },
  FLAG {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      boolean value = row.getBoolean(column);
      if (row.wasNull()) {
        cells.none();
      } else {
        cells.flag(value);
      }
    }
  },
  /** A bit string as the number that it is. */
  BITS {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      byte[] bits = row.getBytes(column);
      if (bits == null) {
        cells.none();
      } else {
        cells.digits(new BigInteger(1, bits).toString());
      }
    }
  },
  DATE {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      String text = row.getString(column);
      moment(text == null ? null : MomentText.date(text), text, cells);
    }
  },
  LOCAL {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      String text = row.getString(column);
      moment(text == null ? null : MomentText.local(text), text, cells);
    }
  },
  ZONED {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      String text = row.getString(column);
      moment(text == null ? null : MomentText.zoned(text), text, cells);
    }
  },
  /** A moment that comes as the day and time of the session, whose zone PDE sets. */
  OF_SESSION {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      String text = row.getString(column);
      moment(text == null ? null : MomentText.at(text, SESSION), text, cells);
    }
  },
  TIME {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      String text = row.getString(column);
      moment(text == null ? null : MomentText.time(text), text, cells);
    }
  },
  /** For drivers whose text of a moment is not ISO. */
  LOCAL_OBJECT {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      LocalDateTime moment = row.getObject(column, LocalDateTime.class);
      moment(moment == null ? null : moment.toString(), null, cells);
    }
  },
  /** The same with an offset. */
  ZONED_OBJECT {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
      moment(moment == null ? null : moment.toString(), null, cells);
    }
  },
  /** A database whose values have types of their own, whatever their column says. */
  BY_VALUE {
    @Override
    void give(ResultSet row, int column, Cells cells) throws SQLException {
      Object value = row.getObject(column);
      if (value instanceof byte[]) {
        throw new BytesInside();
      }
      if (value instanceof Number number) {
        String digits = number.toString();
        number(digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits, cells);
      } else {
        words(value == null ? null : value.toString(), cells);
      }
    }
  },
  /** Bytes have no place in a row. */
  LEFT_OUT {
    @Override
    void give(ResultSet row, int column, Cells cells) {
      throw new IllegalStateException("a column that is left out gives nothing");
    }
  };

  /** As {@link Dialect#MARIADB} is told. */
  private static final String SESSION = "+07:00";

  /** A value that has no place in a row, in a column that did not say so. */
  static final class BytesInside extends SQLException {
    private static final long serialVersionUID = 1L;

    BytesInside() {
      super("bytes", "22000");
    }
  }

  /** Gives the value of a column of the present row. */
  abstract void give(ResultSet row, int column, Cells cells) throws SQLException;

  private static void words(@Nullable String text, Cells cells) {
    if (text == null) {
      cells.none();
    } else {
      cells.words(text);
    }
  }

  private static void moment(@Nullable String iso, @Nullable String text, Cells cells) {
    if (iso != null) {
      cells.moment(iso);
    } else {
      words(text, cells);
    }
  }

  private static void number(@Nullable String text, Cells cells) {
    if (text == null) {
      cells.none();
    } else if (isPlain(text)) {
      cells.digits(text);
    } else {
      other(text, cells);
    }
  }

  /** Powers of ten are written out; money signs, NaN and the like stay text. */
  private static void other(String text, Cells cells) {
    try {
      BigDecimal exact = new BigDecimal(text);
      if (Math.abs((long) exact.scale()) > 1000) {
        cells.words(text);
      } else {
        cells.digits(exact.toPlainString());
      }
    } catch (NumberFormatException noNumber) {
      cells.words(text);
    }
  }

  /** Digits as JSON allows them: no zero in front, no point at an end. */
  private static boolean isPlain(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    if (whole == start || point == text.length() - 1) {
      return false;
    }
    if (text.charAt(start) == '0' && whole > start + 1) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (i != point && (sign < '0' || sign > '9')) {
        return false;
      }
    }
    return true;
  }
}
