package id.pde.source.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.run.RowsSpool.Cells;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Blob;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of routes as cells: numbers with their digits, dates and times as moments. */
final class RowValues {

  /** Marks a date or time, so that it does not come back as mere text. */
  static final String MOMENT = "moment";

  private RowValues() {}

  /**
   * Writes a value.
   *
   * @return false where it is bytes, which have no place in a row
   */
  static boolean write(Cells cells, @Nullable Object value) {
    if (value == null) {
      cells.none();
    } else if (value instanceof Boolean flag) {
      cells.flag(flag);
    } else if (value instanceof Number number) {
      number(cells, number);
    } else if (value instanceof byte[] || value instanceof Blob || value instanceof ByteBuffer) {
      return false;
    } else if (value instanceof Map || value instanceof List) {
      cells.words(nested(value));
    } else {
      other(cells, value);
    }
    return true;
  }

  private static void number(Cells cells, Number number) {
    String digits = number.toString();
    if (number instanceof BigDecimal exact) {
      digits = exact.toPlainString();
    } else if (number instanceof Double || number instanceof Float) {
      if (!Double.isFinite(number.doubleValue())) {
        cells.words(digits);
        return;
      }
      // The shortest digits of a float, not those of the double nearest to it.
      digits = new BigDecimal(digits).toPlainString();
      digits = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }
    cells.digits(digits);
  }

  private static void other(Cells cells, Object value) {
    Object moment = moment(value);
    if (moment == null) {
      cells.words(value instanceof Date date ? instant(date).toString() : value.toString());
    } else {
      cells.moment(moment.toString());
    }
  }

  /**
   * What drivers call a date has no zone: the day as the database holds it. A moment keeps its
   * offset.
   */
  private static @Nullable Object moment(Object value) {
    if (value instanceof LocalDate
        || value instanceof LocalTime
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime) {
      return value;
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof java.sql.Time time) {
      return time.toLocalTime();
    }
    return value instanceof java.sql.Timestamp moment ? moment.toLocalDateTime() : null;
  }

  // Only drivers of the old kind still hand it over.
  @SuppressWarnings("JavaUtilDate")
  private static Instant instant(Date date) {
    return Instant.ofEpochMilli(date.getTime());
  }

  private static String nested(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator inner = new JsonFactory().createGenerator(text)) {
      tree(inner, value);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return text.toString();
  }

  private static void tree(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        tree(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object one : list) {
        tree(json, one);
      }
      json.writeEndArray();
    } else if (value == null || value instanceof Boolean || value instanceof Number) {
      write(new JsonCells(json), value);
    } else {
      json.writeString(value.toString());
    }
  }
}
