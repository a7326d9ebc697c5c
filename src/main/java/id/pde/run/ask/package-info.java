/**
 * Questions of analysts from a surface that many use at once: asked with the rights of an analyst,
 * limited in rows and time, stopped by who asked. Entry types: {@link id.pde.run.ask.Asking},
 * {@link id.pde.run.ask.SavedQueries}. Imports {@code model} and {@code run}.
 */
@NullMarked
package id.pde.run.ask;

import org.jspecify.annotations.NullMarked;
