package id.pde.model;

/**
 * What became of the rows of a run; {@code deleted} and {@code warned} stand beside the balance.
 */
public record Counts(
    long read,
    long accepted,
    long rejected,
    long filtered,
    long inserted,
    long updated,
    long unchanged,
    long deleted,
    long warned) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Whether no row got lost or doubled on the way. */
  public boolean balances() {
    return read == accepted + rejected + filtered && accepted == inserted + updated + unchanged;
  }
}
