/**
 * Documents that are made of the product itself, and tests that fail when one is out of date;
 * {@code -Dgolden.update=true} writes them.
 */
@NullMarked
package id.pde.docs;

import org.jspecify.annotations.NullMarked;
