package id.pde.web.waiting;

import id.pde.run.account.Account;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.Quarantine.Share;
import id.pde.run.overview.RowState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader narrows the waiting rows to; empty: not.
 *
 * @param column that the issue of the code is in
 * @param state {@code ignored}: rows that were set aside; empty: those that are open
 */
public record Narrowed(String agency, String dataset, String code, String column, String state) {

  /** Of rows that were set aside. */
  public static final String IGNORED = "ignored";

  /** The state of the rows. */
  public RowState rows() {
    return state.equals(IGNORED) ? RowState.IGNORED : RowState.OPEN;
  }

  /** The same of rows of a state. */
  public Narrowed in(RowState wanted) {
    return new Narrowed(agency, dataset, code, column, wanted == RowState.IGNORED ? IGNORED : "");
  }

  /** The same of open rows: only these are read again. */
  public Narrowed open() {
    return new Narrowed(agency, dataset, code, column, "");
  }

  /** The same of all kinds of issues. */
  public Narrowed wide() {
    return new Narrowed(agency, dataset, "", "", state);
  }

  /** Without what the reader may not see. */
  public Facets facets(Account me) {
    return new Facets(
        rows(), agencies(me), orNull(dataset), orNull(code), orNull(column), null, Long.MAX_VALUE);
  }

  /**
   * The same of some runs, and of nothing that came later.
   *
   * @param runs empty: of all
   */
  public Facets facets(Account me, Set<Long> runs, long upTo) {
    return new Facets(
        rows(),
        agencies(me),
        orNull(dataset),
        orNull(code),
        orNull(column),
        runs.isEmpty() ? null : runs,
        upTo);
  }

  /** One sentence for the audit: how much, of whom, and how it was narrowed. */
  public String told(List<Share> shares) {
    long rows = shares.stream().mapToLong(Share::rows).sum();
    long runs = shares.stream().mapToLong(Share::runs).sum();
    Set<String> of = new TreeSet<>(shares.stream().map(Share::agency).toList());
    String narrowed =
        List.of(dataset, code, column).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return rows
        + " rows, "
        + runs
        + " runs, "
        + String.join(" ", of)
        + (narrowed.isEmpty() ? "" : "; " + narrowed);
  }

  private @Nullable Set<String> agencies(Account me) {
    if (!agency.isEmpty()) {
      return me.sees(agency) ? Set.of(agency) : Set.of();
    }
    return me.seesAll() ? null : Set.copyOf(me.agencies());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
