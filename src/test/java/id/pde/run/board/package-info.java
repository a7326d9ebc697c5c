@NullMarked
package id.pde.run.board;

import org.jspecify.annotations.NullMarked;
