package id.pde.warehouse.mart;

/**
 * A column of a view.
 *
 * @param expression over the table, whose alias is {@code t}
 * @param comment Indonesian, then English behind a slash
 */
record ViewColumn(String name, String expression, String comment) {}
