package id.pde.codes;

/**
 * What a person decided about a spelling that the list did not know: a row of {@code
 * mappings/codes/<list>.decisions.csv}.
 *
 * @param value as it was delivered, tidied
 * @param when ISO date or date and time
 * @param why may be empty
 */
public record Decision(String value, String code, String who, String when, String why) {}
