@NullMarked
package id.pde.run.overview;

import org.jspecify.annotations.NullMarked;
