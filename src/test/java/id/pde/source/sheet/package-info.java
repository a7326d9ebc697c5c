/** Tests of the readers of workbooks. */
@NullMarked
package id.pde.source.sheet;

import org.jspecify.annotations.NullMarked;
