package id.pde.app.server;

import id.pde.app.Wiring;
import id.pde.receipt.OutboxAnswers;
import id.pde.route.Doorway;
import id.pde.route.door.DoorSecrets;
import id.pde.route.door.Drafts;
import id.pde.route.door.Fetcher;
import id.pde.route.door.FolderWatch;
import id.pde.route.door.MailWatch;
import id.pde.route.door.Mailer;
import id.pde.route.door.Teller;
import id.pde.route.door.Waiting;
import id.pde.run.Arrivals;
import id.pde.run.Claim;
import id.pde.run.event.Reminders;
import id.pde.schedule.Schedule;
import id.pde.schedule.expect.BoardReminders;
import id.pde.schedule.expect.HolidayFile;
import id.pde.warehouse.PostgresReminderMarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The doors to machines elsewhere, with what they need of this process. */
final class CityDoors implements Drafts, AutoCloseable {

  private final Wiring wiring;
  private final BooleanSupplier ending;
  private final Doorway doorway;
  private @Nullable Arrivals arrivals;

  /**
   * @param ending whether nothing more is to be taken
   */
  CityDoors(Wiring wiring, BooleanSupplier ending) {
    this.wiring = wiring;
    this.ending = ending;
    DoorSecrets secrets = new DoorSecrets(wiring.secrets());
    this.doorway =
        new Doorway(
            secrets,
            new FolderWatch.Needs(secrets, wiring.doorMarks(), wiring.clock(), Waiting.REAL),
            new Fetcher(secrets, wiring.doorMarks(), wiring.clock(), Waiting.REAL),
            this,
            wiring.runEvents(),
            reminders(wiring),
            new Teller(secrets),
            new Mailer(secrets));
  }

  private static Reminders reminders(Wiring wiring) {
    return new BoardReminders(
        new BoardReminders.Ports(
            wiring.mappings(),
            wiring::submissions,
            () -> HolidayFile.read(wiring.settings().mappings()).holidays(),
            new PostgresReminderMarks(wiring::connections)),
        wiring.clock(),
        Schedule.DEFAULT_ZONE);
  }

  /** Whose files come through a door, and what they are loaded with. */
  record Door(String agency, String mapping) {}

  Doorway doorway() {
    return doorway;
  }

  MailWatch.Desk landing(Door door, Consumer<Claim> taker) {
    return new Landing(door, taker);
  }

  private synchronized Arrivals arrivals() throws IOException {
    Arrivals known = arrivals;
    if (known == null) {
      known = new Arrivals(wiring.settings().home(), wiring.claims(), wiring.archive());
      arrivals = known;
    }
    return known;
  }

  @Override
  public Path draft(String name) throws IOException {
    return arrivals().draft(name);
  }

  @Override
  public void drop(Path draft) throws IOException {
    arrivals().drop(draft);
  }

  private final class Landing implements MailWatch.Desk {

    private final Door door;
    private final Consumer<Claim> taker;

    Landing(Door door, Consumer<Claim> taker) {
      this.door = door;
      this.taker = taker;
    }

    @Override
    public boolean isBusy() throws IOException {
      return ending.getAsBoolean() || arrivals().waits(door.agency());
    }

    @Override
    public boolean hasRoom(long bytes) throws IOException {
      return arrivals().hasRoom(bytes);
    }

    @Override
    public Path draft(String name) throws IOException {
      return CityDoors.this.draft(name);
    }

    @Override
    public Runnable take(Path draft) throws IOException {
      Arrivals arrivals = arrivals();
      Claim claim = arrivals.take(draft, door.agency(), door.mapping());
      return () -> taker.accept(claim);
    }

    @Override
    public void drop(Path draft) throws IOException {
      CityDoors.this.drop(draft);
    }

    @Override
    public List<Path> answer(String name) {
      return OutboxAnswers.files(wiring.settings().home(), door.agency(), name);
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (arrivals != null) {
        arrivals.close();
      }
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }
}
