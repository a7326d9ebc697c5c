@NullMarked
package id.pde.normalise.protect;

import org.jspecify.annotations.NullMarked;
