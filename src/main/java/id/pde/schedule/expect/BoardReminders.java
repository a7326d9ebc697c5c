package id.pde.schedule.expect;

import id.pde.mapping.Described;
import id.pde.mapping.Expectation;
import id.pde.mapping.Mapping;
import id.pde.run.MappingFiles;
import id.pde.run.Submissions;
import id.pde.run.Submissions.Submission;
import id.pde.run.event.Reminder;
import id.pde.run.event.ReminderMarks;
import id.pde.run.event.Reminders;
import id.pde.run.event.RunEvents.Receiver;
import id.pde.schedule.expect.Board.Place;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reminders of what stands on the board of submissions now, less what was told. A receiver that was
 * away for long hears of the state that holds, not of those that passed. Safe for use by several
 * threads.
 */
public final class BoardReminders implements Reminders {

  /** As many periods as the board shows where nobody asks for more. */
  private static final int PERIODS = 4;

  private final Ports ports;
  private final InstantSource clock;
  private final ZoneId zone;

  /** What it reads, asked each time: files and the database may come and go. */
  public record Ports(
      MappingFiles mappings,
      Supplier<Submissions> submissions,
      Supplier<Holidays> holidays,
      ReminderMarks marks) {}

  /**
   * @param zone of the days on which something is due
   */
  public BoardReminders(Ports ports, InstantSource clock, ZoneId zone) {
    this.ports = ports;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public List<Reminder> untold(Receiver receiver, int most) {
    Map<String, Owed> expected = expected(receiver.agency());
    if (expected.isEmpty() || receiver.reminders().isEmpty()) {
      return List.of();
    }
    Map<String, List<Submission>> submitted =
        ports.submissions().get().of(expected.keySet()).stream()
            .collect(Collectors.groupingBy(Submission::mapping));
    Set<String> taken = ports.marks().taken(receiver.name());
    Board board =
        new Board(clock.instant().atZone(zone).toLocalDate(), zone, ports.holidays().get());
    List<Reminder> untold = new ArrayList<>();
    expected.forEach(
        (mapping, owed) -> {
          List<Submission> own = submitted.getOrDefault(mapping, List.of());
          for (Place place : board.of(owed.expected(), own, PERIODS)) {
            state(place)
                .filter(receiver.reminders()::contains)
                .map(state -> reminder(owed.mapping(), place, state))
                .filter(reminder -> !taken.contains(reminder.id()))
                .ifPresent(untold::add);
          }
        });
    return untold.size() > most ? untold.subList(0, most) : untold;
  }

  @Override
  public void told(Receiver receiver, Reminder reminder) {
    ports.marks().take(receiver.name(), reminder);
  }

  /** What an agency owes again and again. */
  private record Owed(Mapping mapping, Expectation expected) {}

  /** By the id of the mapping, in order. */
  private Map<String, Owed> expected(String agency) {
    Map<String, Owed> expected = new TreeMap<>();
    for (Mapping mapping : ports.mappings().read().mappings().values()) {
      if (agency.isEmpty() || mapping.agency().equals(agency)) {
        Expectation.of(Described.of(mapping).expected())
            .filter(Board::shows)
            .ifPresent(wanted -> expected.put(mapping.id(), new Owed(mapping, wanted)));
      }
    }
    return expected;
  }

  private static Optional<Reminder.State> state(Place place) {
    return switch (place.state()) {
      case DUE_SOON -> Optional.of(Reminder.State.DUE);
      case LATE -> Optional.of(Reminder.State.LATE);
      case RETURNED -> Optional.of(Reminder.State.RETURNED);
      case NOT_EXPECTED, PENDING, RECEIVED, ACCEPTED -> Optional.empty();
    };
  }

  private Reminder reminder(Mapping mapping, Place place, Reminder.State state) {
    return new Reminder(
        mapping.id(),
        mapping.agency(),
        place.period().text(),
        state,
        place.due(),
        place.daysLate(),
        clock.instant());
  }
}
