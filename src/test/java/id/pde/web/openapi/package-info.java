@NullMarked
package id.pde.web.openapi;

import org.jspecify.annotations.NullMarked;
