package id.pde.run.event;

import id.pde.model.Text;
import java.time.Instant;
import java.util.Map;

/** What receivers are told of: codes, counts and days, never a value of the data. */
public sealed interface Told permits RunEvent, Reminder {

  /** The same event always has the same: receivers tell by it what they had before. */
  String id();

  /** Whose data it is about. */
  String agency();

  /** Of which dataset. */
  String mapping();

  /** What became of it, or is to become of it, in one word. */
  String outcome();

  /** One sentence, and where to look. */
  Text sentence();

  /** When it happened. */
  Instant at();

  /** What programs read, in their order. */
  Map<String, Object> fields();
}
