package id.pde.warehouse;

import id.pde.run.erase.RetentionLedger.Marks;

/** Which marks are needed no more; conditions over one parameter, the instant before which. */
final class OldMarks {

  /**
   * A receiver never looks for runs that ended before its {@code since}, which only goes forward.
   */
  private static final String EVENTS =
      """
      t.told < ? AND EXISTS (SELECT FROM pde.event_receiver e JOIN pde.run r ON r.run = t.run
                              WHERE e.receiver = t.receiver AND r.finished < e.since)
      """;

  /**
   * A folder that was looked at since without renewing the mark has the file no more. A mailbox is
   * never looked through again below its next number; by what tells a mail in every numbering, it
   * is known as long as the ledger knows its runs.
   */
  private static final String DOORS =
      """
      t.taken < ?
        AND (EXISTS (SELECT FROM pde.door_state s
                      WHERE s.door = t.door AND s.name = 'looked' AND t.taken < s.kept - interval '2 days')
          OR CASE WHEN t.name ~ '^[0-9]{1,18}[.][0-9]{1,18}$' THEN
               EXISTS (SELECT FROM pde.door_state n JOIN pde.door_state x ON x.door = n.door AND x.name = 'next'
                        WHERE n.door = t.door AND n.name = 'numbering'
                          AND (split_part(t.name, '.', 1) <> n.value
                            OR split_part(t.name, '.', 2)::bigint < x.value::bigint))
             ELSE false END)
      """;

  private OldMarks() {}

  static String count(Marks marks) {
    return "SELECT count(*), min(t." + time(marks) + ") FROM " + table(marks) + where(marks);
  }

  static String remove(Marks marks) {
    return "DELETE FROM " + table(marks) + where(marks);
  }

  private static String table(Marks marks) {
    return switch (marks) {
      case EVENTS -> "pde.event_told t";
      case DOORS -> "pde.door_file t";
    };
  }

  private static String time(Marks marks) {
    return switch (marks) {
      case EVENTS -> "told";
      case DOORS -> "taken";
    };
  }

  private static String where(Marks marks) {
    return " WHERE "
        + switch (marks) {
          case EVENTS -> EVENTS;
          case DOORS -> DOORS;
        };
  }
}
