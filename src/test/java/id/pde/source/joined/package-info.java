@NullMarked
package id.pde.source.joined;

import org.jspecify.annotations.NullMarked;
