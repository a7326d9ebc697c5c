/** Tests of what the console keeps in the database. */
@NullMarked
package id.pde.warehouse.console;

import org.jspecify.annotations.NullMarked;
