package id.pde.route.door;

import id.pde.model.Text;

/**
 * What is wrong with an option of an address.
 *
 * @param option its name; one that is missing has no place of its own
 * @param code stable, as in {@code route.secret}
 */
public record OptionFault(String option, String code, Text message, Text fix) {}
