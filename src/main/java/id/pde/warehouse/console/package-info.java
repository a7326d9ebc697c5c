/**
 * What the console asks of the database: accounts, acts, and lists of runs and rejected rows that
 * stay quick however much the ledger has. Entry types: {@link
 * id.pde.warehouse.console.PostgresAccounts}, {@link id.pde.warehouse.console.PostgresOverview}.
 * May import {@code model}, {@code run}, {@code java.sql}.
 */
@NullMarked
package id.pde.warehouse.console;

import org.jspecify.annotations.NullMarked;
