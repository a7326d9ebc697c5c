/** Tests of the package of the same name. */
@NullMarked
package id.pde.run.account;

import org.jspecify.annotations.NullMarked;
