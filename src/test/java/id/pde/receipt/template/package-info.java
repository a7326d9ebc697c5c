@NullMarked
package id.pde.receipt.template;

import org.jspecify.annotations.NullMarked;
