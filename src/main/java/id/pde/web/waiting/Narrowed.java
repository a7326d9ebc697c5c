package id.pde.web.waiting;

import id.pde.run.account.Account;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.Quarantine.Share;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader narrows the waiting rows to; empty: not.
 *
 * @param column that the issue of the code is in
 */
public record Narrowed(String agency, String dataset, String code, String column) {

  /** Without what the reader may not see. */
  public Facets facets(Account me) {
    return new Facets(
        agencies(me), orNull(dataset), orNull(code), orNull(column), null, Long.MAX_VALUE);
  }

  /**
   * The same of some runs, and of nothing that came later.
   *
   * @param runs empty: of all
   */
  public Facets facets(Account me, Set<Long> runs, long upTo) {
    return new Facets(
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
