package id.pde.route;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.schedule.Schedule;
import id.pde.schedule.ScheduleWords.Reading;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks {@code pde:inbox} and {@code pde:schedule}, the beginnings that PDE gives a route. */
final class BeginningReader {

  private static final Text BEGINNING = new Text("awal rute", "beginning");
  private static final Pattern SCHEDULE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");

  private final RouteScope scope;
  private final Faults faults;
  private final Inventory inventory;

  BeginningReader(RouteScope scope, Faults faults, Inventory inventory) {
    this.scope = scope;
    this.faults = faults;
    this.inventory = inventory;
  }

  void check(Address address) {
    String path = address.path();
    if (path.equals("inbox")) {
      inbox(address);
    } else if (path.startsWith("schedule/")) {
      schedule(address, path.substring("schedule/".length()));
    } else {
      faults.notAllowed(
          address.place(),
          BEGINNING,
          "pde:" + path,
          java.util.List.of("pde:events", "pde:inbox", "pde:schedule/NAME"));
    }
  }

  private void inbox(Address address) {
    Shape.options(address, Doors.INBOX, faults);
    String agency = Shape.agency(address, scope, faults);
    if (agency != null) {
      inventory.inbox(agency, address.place());
    }
    timing(address, TimedAddress.inbox(address));
  }

  private void schedule(Address address, String name) {
    Shape.options(address, Doors.SCHEDULE, faults);
    if (!SCHEDULE_NAME.matcher(name).matches()) {
      faults.add(
          address.place(),
          "route.schedule-name",
          new Text(
              "nama jadwal \"" + Faults.shown(name) + "\" tidak benar",
              "the schedule name \"" + Faults.shown(name) + "\" is not a plain name"),
          new Text("pakai huruf, angka, titik dan garis", "use letters, digits, dots and dashes"));
      return;
    }
    Schedule schedule = timing(address, TimedAddress.schedule(name, address));
    if (schedule != null) {
      inventory.schedule(schedule, address.place());
    }
  }

  private @Nullable Schedule timing(Address address, TimedAddress.Result result) {
    Schedule read = null;
    for (TimedAddress.Fault fault : result.faults()) {
      FilePlace place = address.placeOf(fault.option());
      faults.add(place, "route.timing", fault.bad().message(), fault.bad().fix());
    }
    if (result.faults().isEmpty() && result.schedule() instanceof Reading.Good<Schedule> good) {
      read = good.value();
    }
    return read;
  }
}
