/**
 * The console: pages that officers, approvers, analysts and agencies use in a browser. It asks
 * through the ports of {@code run} and renders; it decides nothing. Start at {@link
 * id.pde.web.Console}; all that it needs of the product is {@link id.pde.web.City}. May import
 * {@code model} to {@code run}, {@code schedule}, {@code guess}, Spring and Thymeleaf.
 */
@NullMarked
package id.pde.web;

import org.jspecify.annotations.NullMarked;
