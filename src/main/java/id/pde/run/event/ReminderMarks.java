package id.pde.run.event;

import java.util.Set;

/** Which reminders a receiver took; kept in the database, so a restart repeats none. */
public interface ReminderMarks {

  /** The {@link Reminder#id ids} of those that it took. */
  Set<String> taken(String receiver);

  /** It took one. */
  void take(String receiver, Reminder reminder);
}
