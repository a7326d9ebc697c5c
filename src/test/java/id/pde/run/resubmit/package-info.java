@NullMarked
package id.pde.run.resubmit;

import org.jspecify.annotations.NullMarked;
