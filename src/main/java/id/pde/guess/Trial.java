package id.pde.guess;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.normalise.Binding;
import id.pde.normalise.Normaliser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the values of one field as one type would and keeps count. Used by one thread. */
final class Trial {

  private static final int SHOWN = 3;

  /** A type that has failed this often, and for a fifth of all values, is none of the field's. */
  private static final int PATIENCE = 30;

  private final Mapping mapping;
  private final @Nullable Mapping usual;
  private final CodeLists codes;
  private final Map<String, Long> remarks = new TreeMap<>();
  private final Map<String, Long> refusals = new TreeMap<>();
  private final List<Location> refusedAt = new ArrayList<>();
  private @Nullable Normaliser normaliser;
  private @Nullable Normaliser quick;
  private long read;
  private long clean;
  private long refused;

  /**
   * @param base what the value belongs to; only its column counts
   */
  Trial(Mapping base, ColumnSpec column, CodeLists codes) {
    this(base, column, null, codes);
  }

  /**
   * A trial that is quick with most values.
   *
   * @param narrow takes some of the values that the column takes, and reads them alike; null: none
   */
  Trial(Mapping base, ColumnSpec column, @Nullable ColumnSpec narrow, CodeLists codes) {
    this.codes = codes;
    this.mapping = with(base, column);
    this.usual = narrow == null ? null : with(base, narrow);
  }

  private static Mapping with(Mapping base, ColumnSpec column) {
    return new Mapping(
        base.id(),
        base.agency(),
        base.title(),
        base.description(),
        base.zone(),
        base.source(),
        base.target(),
        List.of(column),
        base.tolerance(),
        base.drift(),
        base.text());
  }

  /** Takes the next table of the delivery. */
  void table(Header header) {
    normaliser = normaliser(mapping, header);
    quick = usual == null ? null : normaliser(usual, header);
  }

  private @Nullable Normaliser normaliser(Mapping read, Header header) {
    return Binding.bind(read, header) instanceof Binding.Bound.Fits fits
        ? new Normaliser(read, codes, fits.binding())
        : null;
  }

  /** Whether it is worth to go on. */
  boolean alive() {
    return refused < PATIENCE || 5 * refused < read + refused;
  }

  /** Reads a row whose field holds a value; null where the type cannot. */
  @Nullable Object see(Row row) {
    if (normaliser == null) {
      refused++;
      return null;
    }
    Outcome outcome = quick == null ? normaliser.apply(row) : quick.apply(row);
    if (quick != null && !(outcome instanceof Outcome.Accepted)) {
      outcome = normaliser.apply(row);
    }
    if (outcome instanceof Outcome.Accepted accepted) {
      read++;
      clean += accepted.issues().isEmpty() ? 1 : 0;
      accepted.issues().forEach(issue -> remarks.merge(issue.code(), 1L, Long::sum));
      return accepted.record().value(0);
    }
    refused++;
    if (outcome instanceof Outcome.Rejected rejected) {
      rejected.issues().forEach(this::refuse);
    }
    return null;
  }

  private void refuse(Issue issue) {
    refusals.merge(issue.code(), 1L, Long::sum);
    if (refusedAt.size() < SHOWN) {
      refusedAt.add(issue.location());
    }
  }

  long read() {
    return read;
  }

  /** How many values were read without a remark. */
  long clean() {
    return clean;
  }

  long refused() {
    return refused;
  }

  /** How many values were read with a remark of that code. */
  long remarks(String code) {
    return remarks.getOrDefault(code, 0L);
  }

  /** How many values were refused with that code. */
  long refusals(String code) {
    return refusals.getOrDefault(code, 0L);
  }

  /** The places of the first values that the type cannot read. */
  List<Location> refusedAt() {
    return List.copyOf(refusedAt);
  }
}
