@NullMarked
package id.pde.run.total;

import org.jspecify.annotations.NullMarked;
