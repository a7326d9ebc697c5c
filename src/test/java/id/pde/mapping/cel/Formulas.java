package id.pde.mapping.cel;

import id.pde.mapping.cel.FormulaCompiler.Compiled;
import id.pde.model.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record of ten columns for expressions; {@code kosong...} are the empty ones. */
final class Formulas {

  static final Map<String, ValueKind> COLUMNS = columns();

  static final Scope SCOPE =
      new Scope(
          COLUMNS,
          Set.of(),
          new Scope.Setting(Set.of("wilayah", "agama"), ZoneId.of("Asia/Jakarta")));

  private static final CodeSource CODES =
      new CodeSource() {
        @Override
        public @Nullable String name(String list, String code) {
          return code.equals("35.74") ? "KOTA PROBOLINGGO" : null;
        }

        @Override
        public @Nullable String parent(String list, String code) {
          return code.equals("35.74") ? "35" : null;
        }

        @Override
        public boolean contains(String list, String code) {
          return code.equals("35.74");
        }
      };

  private Formulas() {}

  private static Map<String, ValueKind> columns() {
    Map<String, ValueKind> columns = new LinkedHashMap<>();
    columns.put("l", ValueKind.INTEGER);
    columns.put("total", ValueKind.INTEGER);
    columns.put("pagu", ValueKind.DECIMAL);
    columns.put("lahir", ValueKind.DATE);
    columns.put("mulai", ValueKind.TIMESTAMP);
    columns.put("nama", ValueKind.TEXT);
    columns.put("jam", ValueKind.TEXT);
    columns.put("aktif", ValueKind.BOOLEAN);
    columns.put("kosong", ValueKind.INTEGER);
    columns.put("kosong_desimal", ValueKind.DECIMAL);
    columns.put("kosong_tanggal", ValueKind.DATE);
    columns.put("kosong_teks", ValueKind.TEXT);
    return columns;
  }

  private static @Nullable Object[] values() {
    return new @Nullable Object[] {
      3L,
      10L,
      new BigDecimal("1250000.50"),
      LocalDate.of(2000, 2, 29),
      OffsetDateTime.parse("2024-01-31T20:00:00Z"),
      "Ani Wijaya",
      LocalTime.of(7, 30),
      true,
      null,
      null,
      null,
      null
    };
  }

  static Formula good(String text) {
    Compiled compiled = FormulaCompiler.compile(text, SCOPE);
    Formula formula = compiled.formula();
    if (formula == null) {
      throw new AssertionError(text + ": " + compiled.faults());
    }
    return formula;
  }

  /** What comes of it in 2024: the value, or why there is none. */
  static String evaluate(String text) {
    FormulaRow row = new FormulaRow();
    row.start(values(), Period.parse("2024").orElseThrow());
    return shown(good(text).ready(Formulas::position, CODES).evaluate(row));
  }

  static String withoutPeriod(String text) {
    FormulaRow row = new FormulaRow();
    row.start(values(), null);
    return shown(good(text).ready(Formulas::position, CODES).evaluate(row));
  }

  static int position(String column) {
    return new ArrayList<>(COLUMNS.keySet()).indexOf(column);
  }

  private static String shown(Answer answer) {
    if (answer instanceof Answer.Failed failed) {
      return "! " + failed.message().en();
    }
    Object value = ((Answer.Value) answer).value();
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
  }

  /** Sign, message | fix. */
  static List<String> faults(String text) {
    return FormulaCompiler.compile(text, SCOPE).faults().stream()
        .map(fault -> fault.sign() + ": " + fault.message().en() + " | " + fault.fix().en())
        .toList();
  }
}
