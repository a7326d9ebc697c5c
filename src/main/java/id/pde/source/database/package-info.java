/**
 * The databases of agencies: drivers, logins, and rows one by one, as the database holds them.
 *
 * <p>Start at {@link id.pde.source.database.DatabasePull}. May import {@code model}, {@code run};
 * uses JDBC. Camel's own JDBC producer is not used for three reasons: it commits before the rows
 * are read, so that only one constellation of pool and options streams; it takes values as drivers
 * guess them, in the time zone of this machine; and an empty result loses its headings.
 */
@NullMarked
package id.pde.source.database;

import org.jspecify.annotations.NullMarked;
