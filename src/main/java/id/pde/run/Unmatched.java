package id.pde.run;

import org.jspecify.annotations.Nullable;

/**
 * A value that a code list did not know, in one run.
 *
 * @param column of the mapping
 * @param list the code list
 * @param value tidied; [REDACTED] where it may be an identifier in a column of personal data
 * @param rows how many hold it
 * @param waits whether these rows wait in quarantine; else they were loaded without a code
 * @param example the place of the first
 */
public record Unmatched(
    String column, String list, String value, long rows, boolean waits, String example) {

  /** What a person has to decide, over all runs: {@code Unmatched} values of one column. */
  public record Waiting(long run, String agency, String mapping, Unmatched unmatched) {}

  /** Which list a column takes its codes from; null: none, or nobody is asked about its values. */
  interface Lists {
    @Nullable String of(String column);
  }
}
