package id.pde.warehouse.mart;

import id.pde.run.explain.MartSight;

/**
 * A column of a view.
 *
 * @param source the column of the table that it shows
 * @param sight what it shows of it
 * @param expression over the table, whose alias is {@code t}
 * @param comment Indonesian, then English behind a slash
 */
record ViewColumn(String name, String source, MartSight sight, String expression, String comment) {}
