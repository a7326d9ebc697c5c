/** Servers on one database, and which of them has which folder, in PostgreSQL. */
@NullMarked
package id.pde.warehouse.node;

import org.jspecify.annotations.NullMarked;
