package id.pde.route;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all route files hold together: names that must be unique, and names that must be there. */
final class Inventory {

  private final Faults faults;
  private final Map<String, FilePlace> routes = new LinkedHashMap<>();
  private final Map<String, FilePlace> schedules = new LinkedHashMap<>();
  private final Map<String, FilePlace> inboxes = new LinkedHashMap<>();
  private final Map<String, FilePlace> directs = new LinkedHashMap<>();
  private final List<Address> goals = new ArrayList<>();
  private final List<Schedule> found = new ArrayList<>();

  Inventory(Faults faults) {
    this.faults = faults;
  }

  void route(String id, FilePlace place) {
    once(routes, id, place, new Text("id rute", "route id"));
  }

  void schedule(Schedule schedule, FilePlace place) {
    if (once(schedules, schedule.name(), place, new Text("jadwal", "schedule"))) {
      found.add(schedule);
    }
  }

  void inbox(String agency, FilePlace place) {
    once(inboxes, agency, place, new Text("kotak masuk", "inbox"));
  }

  void directFrom(Address address) {
    once(directs, address.path(), address.place(), new Text("awal direct", "direct beginning"));
  }

  void directTo(Address address) {
    goals.add(address);
  }

  /** Called once all files were read. */
  void checkGoals() {
    for (Address goal : goals) {
      if (!directs.containsKey(goal.path())) {
        faults.add(
            goal.place(),
            "route.no-direct",
            new Text(
                "tidak ada rute yang dimulai dengan direct:" + goal.path(),
                "no route begins with direct:" + goal.path()),
            Nearest.to(goal.path(), directs.keySet())
                .map(
                    near ->
                        new Text(
                            "mungkin maksudnya direct:" + near + "?",
                            "did you mean direct:" + near + "?"))
                .orElseGet(
                    () ->
                        new Text(
                            "tambahkan rute dengan from: direct:" + goal.path(),
                            "add a route with from: direct:" + goal.path())));
      }
    }
  }

  List<Schedule> schedules() {
    return List.copyOf(found);
  }

  List<String> inboxes() {
    return List.copyOf(inboxes.keySet());
  }

  private boolean once(Map<String, FilePlace> known, String name, FilePlace place, Text what) {
    FilePlace first = known.putIfAbsent(name, place);
    if (first == null) {
      return true;
    }
    faults.add(
        place,
        "route.twice",
        new Text(
            what.id() + " \"" + name + "\" sudah ada di " + first.shown(),
            "the " + what.en() + " \"" + name + "\" is already at " + first.shown()),
        new Text(
            "beri nama lain, atau hapus salah satu",
            "give it another name, or remove one of them"));
    return false;
  }
}
