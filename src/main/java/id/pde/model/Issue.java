package id.pde.model;

import org.jspecify.annotations.Nullable;

/**
 * One fault in a delivery, mapping or route: where, what, which rule, how to fix it.
 *
 * @param code stable, dotted: {@code nik.damaged}
 * @param column the target column, or null where the issue is about a row or the delivery
 * @param value the raw value as delivered, kept and shown only when {@code open}; of a protected
 *     column [REDACTED]
 * @param open whether the value may be seen: class publik or internal, and not protected
 * @param rule the rule that was broken, in words or as a place in the mapping
 */
public record Issue(
    String code,
    Severity severity,
    Location location,
    @Nullable String column,
    @Nullable String value,
    boolean open,
    String rule,
    Text message,
    Text fix) {

  /** Stands where a value may not be seen. */
  public static final String REDACTED = "[REDACTED]";

  /** An issue without a value: about a row, a sheet, the delivery, a mapping. */
  public static Issue of(String code, Severity severity, Location location, Advice advice) {
    return new Issue(
        code, severity, location, null, null, true, advice.rule(), advice.message(), advice.fix());
  }

  /** The words of an issue. */
  public record Advice(String rule, Text message, Text fix) {}

  /** The value as it may be shown to anybody. */
  public @Nullable String shownValue() {
    return value == null || open ? value : REDACTED;
  }
}
