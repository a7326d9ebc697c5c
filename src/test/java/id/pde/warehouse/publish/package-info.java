@NullMarked
package id.pde.warehouse.publish;

import org.jspecify.annotations.NullMarked;
