/**
 * What the pages of the mapping studio show and do: columns of a draft, differences of texts, and
 * what is worked out in the background. Entry types: {@link id.pde.web.studio.SampleAnswers},
 * {@link id.pde.web.studio.DraftColumns}.
 */
@NullMarked
package id.pde.web.studio;

import org.jspecify.annotations.NullMarked;
