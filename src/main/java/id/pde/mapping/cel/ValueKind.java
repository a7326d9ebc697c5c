package id.pde.mapping.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import id.pde.model.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a value of a record is to rules and derivations. */
public enum ValueKind {
  TEXT(SimpleType.STRING, String.class, new Text("teks", "a text")),
  INTEGER(SimpleType.INT, Long.class, new Text("bilangan bulat", "a whole number")),
  DECIMAL(OpaqueType.create("decimal"), Exact.class, new Text("angka desimal", "a decimal")),
  DATE(OpaqueType.create("date"), LocalDate.class, new Text("tanggal", "a date")),
  TIMESTAMP(SimpleType.TIMESTAMP, Instant.class, new Text("waktu", "a timestamp")),
  BOOLEAN(SimpleType.BOOL, Boolean.class, new Text("ya/tidak", "yes or no"));

  // Types of CEL never change; the checker cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final CelType type;

  private final Class<?> held;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Text shown;

  ValueKind(CelType type, Class<?> held, Text shown) {
    this.type = type;
    this.held = held;
    this.shown = shown;
  }

  /** As messages name it. */
  public Text shown() {
    return shown;
  }

  CelType type() {
    return type;
  }

  /** The type of something that may be missing; opaque types always may. */
  CelType orNull() {
    return switch (this) {
      case TEXT, INTEGER, BOOLEAN -> NullableType.create(type);
      case DECIMAL, DATE, TIMESTAMP -> type;
    };
  }

  /** The class of its values while an expression is evaluated. */
  Class<?> held() {
    return held;
  }

  /** The kind of a type, whether or not it may be missing. */
  static Optional<ValueKind> of(CelType type) {
    for (ValueKind kind : values()) {
      if (kind.type.equals(type) || kind.orNull().equals(type)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
