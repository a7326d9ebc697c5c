package id.pde.codes;

/**
 * A code that may be meant.
 *
 * @param score from 0 to 1; 1: equal on letters
 */
public record Suggestion(Code code, double score) {}
