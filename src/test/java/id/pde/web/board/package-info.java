@NullMarked
package id.pde.web.board;

import org.jspecify.annotations.NullMarked;
