/**
 * The answer to the sender: plain text, JSON, the rejected rows, the workbook to correct; and the
 * workbooks of exports.
 *
 * <p>Start at {@link id.pde.receipt.OutboxAnswers}. May import {@code model}, {@code mapping},
 * {@code codes}, {@code normalise}, {@code run}, {@code source}.
 */
@NullMarked
package id.pde.receipt;

import org.jspecify.annotations.NullMarked;
