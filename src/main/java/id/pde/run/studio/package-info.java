/**
 * What a mapping is made with before it is used: samples that are never loaded, drafts, what a
 * draft makes of a sample, and the way of a mapping into its folder. Entry types: {@link
 * id.pde.run.studio.Samples}, {@link id.pde.run.studio.MappingShelf}.
 */
@NullMarked
package id.pde.run.studio;

import org.jspecify.annotations.NullMarked;
