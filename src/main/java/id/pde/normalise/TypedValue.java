package id.pde.normalise;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Row;
import id.pde.normalise.protect.Protection;
import id.pde.normalise.protect.Pseudonyms;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value that a person types as a column reads it from a delivery, so that {@code
 * 17/08/2024} and the name of a code find what a table holds.
 */
public final class TypedValue {

  private static final Header NOWHERE = new Header(Header.Origin.TEXT, "", 0, List.of());

  private TypedValue() {}

  /**
   * The value as the table holds it, its protection included; none: the column reads nothing from
   * that text.
   *
   * @param pseudonyms of a deployment with a key, where the column has {@code protect: hmac}
   */
  public static Optional<Object> of(
      Mapping mapping, int column, Reading reading, Pseudonyms pseudonyms) {
    @Nullable Object[] values = read(mapping, column, reading);
    Protection.of(mapping, pseudonyms).apply(values);
    return Optional.ofNullable(values[column]);
  }

  /** The value before it is protected; none: the column reads nothing from that text. */
  public static Optional<Object> plain(Mapping mapping, int column, Reading reading) {
    return Optional.ofNullable(read(mapping, column, reading)[column]);
  }

  private static @Nullable Object[] read(Mapping mapping, int column, Reading reading) {
    @Nullable Object[] values = new @Nullable Object[mapping.columns().size()];
    RowSoFar alone = new RowSoFar();
    alone.start(values);
    Column.Context context =
        new Column.Context(
            mapping,
            mapping.columns().get(column),
            Column.Presence.OPTIONAL,
            NOWHERE.origin(),
            alone);
    Column ready = Column.of(context, -1, reading.codes());
    Findings findings = new Findings(Sight.of(mapping, NOWHERE));
    findings.start(Row.ofTexts(NOWHERE, 1, 1, new @Nullable String[0]));
    findings.at(ready);
    if (!reading.text().isEmpty()) {
      values[column] = ready.reader().text(reading.text(), findings);
    }
    return values;
  }

  /** What was typed, and the code lists that it may name something of. */
  public record Reading(String text, CodeLists codes) {}
}
