@NullMarked
package id.pde.run.backup;

import org.jspecify.annotations.NullMarked;
