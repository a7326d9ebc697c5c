package id.pde.warehouse.publish;

/**
 * Where the rows of a settled publication are: what follows SELECT in a query, with {@code s} for
 * the delivery's row and {@code t} for the one of the table.
 *
 * @param added of s; empty: none
 * @param changed of s and t; empty: none
 * @param deleted of t; empty: none
 */
record ChangedRows(String added, String changed, String deleted) {}
