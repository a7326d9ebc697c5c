/** The console as people use it: in a real browser, and over plain HTTP by those who attack it. */
@NullMarked
package id.pde.web;

import org.jspecify.annotations.NullMarked;
