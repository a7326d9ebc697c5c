@NullMarked
package id.pde.source;

import org.jspecify.annotations.NullMarked;
