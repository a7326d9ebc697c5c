package id.pde.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a form or a program gives to change a rule, with the names that the command line has. */
public final class RuleChanges {

  /** The options, in the order in which they are told. */
  public static final List<String> OPTIONS =
      List.of("at", "days", "monthly", "nth-working", "cron", "zone", "on-holiday", "missed");

  private RuleChanges() {}

  /**
   * The options that were filled in, tidied; what is blank stays as it is in the rule.
   *
   * @param given options and whatever else came along
   */
  public static Map<String, String> of(Map<String, String> given) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (String option : OPTIONS) {
      String value = given.get(option);
      if (value != null && !value.isBlank()) {
        changes.put(option, value.strip());
      }
    }
    return changes;
  }
}
