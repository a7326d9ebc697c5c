package id.pde.normalise.period;

import id.pde.mapping.Mapping;
import id.pde.mapping.PeriodSpec;
import id.pde.mapping.PeriodSpec.InColumn;
import id.pde.mapping.PeriodSpec.Source;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.model.Severity;
import id.pde.normalise.period.PeriodSearch.Found;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The period of the rows of one delivery, table by table. Used by one thread.
 *
 * <p>Several sources complete each other; every one of them has to say something, for a sheet whose
 * name gives no month must not pass as a year. Where two contradict each other, the earlier one of
 * the mapping counts, with a note.
 */
public final class DeliveryPeriod {

  private static final int REMEMBERED = 1_000;

  private final @Nullable PeriodSpec spec;
  private final Sender sender;
  private final PeriodFaults faults;
  private final Mapping mapping;
  private final Map<List<Object>, Verdict> byValues = new HashMap<>();
  private List<SpokenPeriod> spoken = List.of();

  /**
   * Who sent what.
   *
   * @param name of the delivery
   * @param folder that it was dropped into; may be empty
   * @param given the period that the sender or the officer gave; null: none
   */
  public record Sender(String name, String folder, @Nullable Period given) {}

  /** The period of a table or row. */
  public sealed interface Verdict {

    /** Settled; null: nobody says any, and nobody asks for one. */
    record Known(@Nullable Period period, List<Issue> notes) implements Verdict {
      public Known {
        notes = List.copyOf(notes);
      }
    }

    /** Each row says its own. */
    record ByRow() implements Verdict {}

    /** It cannot be told. */
    record Unknown(Issue fault) implements Verdict {}
  }

  public DeliveryPeriod(Mapping mapping, Sender sender) {
    this.mapping = mapping;
    this.spec = mapping.period();
    this.sender = sender;
    this.faults = new PeriodFaults(mapping);
  }

  /** A table begins. */
  public Verdict table(Header header) {
    byValues.clear();
    PeriodSpec asked = spec;
    if (asked == null) {
      return new Verdict.Known(sender.given(), List.of());
    }
    spoken =
        asked.sources().stream().map(source -> SpokenPeriod.of(source, sender, header)).toList();
    return asked.byRow() ? byRow(asked) : verdict(spoken, Severity.REFUSE);
  }

  /** What is said beside the rows has to be there before the first of them. */
  private Verdict byRow(PeriodSpec asked) {
    for (int i = 0; i < spoken.size() && sender.given() == null; i++) {
      boolean said = spoken.get(i).found() instanceof Found.One;
      if (!said && !(asked.sources().get(i) instanceof InColumn)) {
        return new Verdict.Unknown(faults.unknown(spoken.get(i), Severity.REFUSE));
      }
    }
    return new Verdict.ByRow();
  }

  /** A note about a table whose period an earlier one had. */
  public Issue repeated(Header header, Period period) {
    return faults.repeated(header.location(0, -1), period);
  }

  /** A row of a table whose rows say their own. */
  public Verdict row(Record record) {
    PeriodSpec asked = spec;
    if (asked == null) {
      throw new IllegalStateException("no row is asked where the mapping names no column");
    }
    List<Object> values = values(asked, record);
    Verdict known = byValues.get(values);
    if (known == null) {
      known = fresh(asked, values, record.row().location(-1));
      if (byValues.size() < REMEMBERED && isPlain(known)) {
        byValues.put(values, known);
      }
    }
    return known;
  }

  /** Anything else names the place of its row. */
  private static boolean isPlain(Verdict verdict) {
    return verdict instanceof Verdict.Known known && known.notes().isEmpty();
  }

  private Verdict fresh(PeriodSpec asked, List<Object> values, Location place) {
    List<SpokenPeriod> all = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < spoken.size(); i++) {
      Source source = asked.sources().get(i);
      if (source instanceof InColumn column) {
        String text = String.valueOf(values.get(next++));
        Found found = PeriodSearch.in(List.of(text), column.wanted());
        all.add(new SpokenPeriod(found, place, SpokenPeriod.name(column)));
      } else {
        all.add(spoken.get(i));
      }
    }
    return verdict(all, Severity.REJECT);
  }

  private List<Object> values(PeriodSpec asked, Record record) {
    List<Object> values = new ArrayList<>(2);
    for (Source source : asked.sources()) {
      if (source instanceof InColumn column) {
        Object value = record.value(mapping.column(column.column()));
        values.add(value == null ? "" : plain(value));
      }
    }
    return values;
  }

  private static Object plain(Object value) {
    if (value instanceof OffsetDateTime moment) {
      return moment.toLocalDate();
    }
    return value instanceof LocalDateTime moment ? moment.toLocalDate() : value;
  }

  private Verdict verdict(List<SpokenPeriod> all, Severity severity) {
    Period given = sender.given();
    PeriodParts parts = PeriodParts.NONE;
    List<Issue> notes = new ArrayList<>();
    for (SpokenPeriod one : all) {
      if (one.found() instanceof Found.One said) {
        var both = parts.and(said.parts());
        if (both.isEmpty()) {
          notes.add(faults.disagrees(one, said.parts(), parts));
        }
        parts = both.orElse(parts.withYearOf(said.parts()));
      } else if (given == null) {
        return new Verdict.Unknown(faults.unknown(one, severity));
      } else if (one.found() instanceof Found.Several several && !several.allows(given)) {
        return new Verdict.Unknown(faults.differs(one, several.readings(), given));
      }
    }
    Period found = parts.period().orElse(null);
    if (given != null) {
      boolean same = parts.isNone() || given.equals(found) || (found == null && fits(parts, given));
      return same
          ? new Verdict.Known(given, notes)
          : new Verdict.Unknown(faults.differs(all.get(0), List.of(parts), given));
    }
    return found == null
        ? new Verdict.Unknown(faults.incomplete(all.get(0), parts, severity))
        : new Verdict.Known(found, notes);
  }

  private static boolean fits(PeriodParts parts, Period given) {
    PeriodParts whole = PeriodParts.of(given);
    return parts.and(whole).filter(whole::equals).isPresent();
  }
}
