package id.pde.mapping;

import id.pde.mapping.cel.Formula;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping calculates from the values of a record.
 *
 * @param derivations each after those that it depends on
 * @param deletion which records delete the row of their key; null: none
 */
public record RecordRules(
    List<Derivation> derivations, List<Rule> rules, @Nullable Deletion deletion) {

  public static final RecordRules NONE = new RecordRules(List.of(), List.of(), null);

  public RecordRules {
    derivations = List.copyOf(derivations);
    rules = List.copyOf(rules);
  }

  /**
   * A column whose value is calculated.
   *
   * @param when no value where it does not hold; null: always one
   * @param place of the formula
   */
  public record Derivation(String column, Formula value, @Nullable Formula when, FilePlace place) {}

  /**
   * {@code delete-when} of the target.
   *
   * @param place of the condition
   */
  public record Deletion(Formula when, FilePlace place) {}

  /**
   * What has to hold for every record.
   *
   * @param when the records that it is about; null: all
   * @param message what is wrong where it does not hold; null: the check says it
   * @param place of the check
   */
  public record Rule(
      String name,
      Formula check,
      @Nullable Formula when,
      Severity severity,
      @Nullable Text message,
      FilePlace place) {}

  /** Whether the value of a column is calculated. */
  public boolean derives(String column) {
    return derivations.stream().anyMatch(one -> one.column().equals(column));
  }
}
