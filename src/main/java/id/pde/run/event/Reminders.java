package id.pde.run.event;

import id.pde.run.event.RunEvents.Receiver;
import java.util.List;

/** What agencies owe, as receivers have not been told yet: each state of a period once. */
public interface Reminders {

  /** Nobody is reminded. */
  Reminders NONE =
      new Reminders() {
        @Override
        public List<Reminder> untold(Receiver receiver, int most) {
          return List.of();
        }

        @Override
        public void told(Receiver receiver, Reminder reminder) {}
      };

  /** What a receiver has not taken yet, of the states that hold now. */
  List<Reminder> untold(Receiver receiver, int most);

  /** A receiver took a reminder. */
  void told(Receiver receiver, Reminder reminder);
}
