package id.pde.mapping.cel;

import id.pde.model.Text;

/**
 * Something wrong with an expression as it is written.
 *
 * @param sign where, as the number of code points before it
 */
public record ExpressionFault(int sign, Text message, Text fix) {}
