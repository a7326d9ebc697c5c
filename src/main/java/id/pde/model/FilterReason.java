package id.pde.model;

/** Why a row is not part of the data. */
public enum FilterReason {
  /** A subtotal or another row that the mapping's {@code skip} names. */
  SKIP,
  /** Hidden in the workbook, and the mapping says to leave such rows out. */
  HIDDEN,
  /** Sums up the rows below it, by the mapping's {@code outline}, or has no place in it. */
  GROUP,
  /** An unpivoted cell without a value. */
  EMPTY,
  /** The mapping's {@code where} says no. */
  WHERE,
  /** Equal in all mapped columns to a row that counts. */
  REPEATED,
  /** Says that the row of its key is to be deleted. */
  DELETION,
  /** The table has the row of its key from a later period. */
  LATE,
  /** Of a person, or of a key, that was erased. */
  ERASED
}
