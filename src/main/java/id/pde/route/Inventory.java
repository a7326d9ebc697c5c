package id.pde.route;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.schedule.RoutedSchedule;
import id.pde.schedule.Schedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What all route files hold together: names that must be unique, and names that must be there. */
final class Inventory {

  private static final String EVENTS = "events:";
  private static final String INBOX = "inbox:";
  private static final String DIRECT = "direct:";
  private static final String SCHEDULE = "schedule:";

  static final Text NO_END =
      new Text(
          "rute ini tidak memuat apa pun ke gudang", "this route loads nothing into the warehouse");
  static final Text END =
      new Text(
          "akhiri dengan to: pde:<perangkat daerah>/<dataset>",
          "end it with to: pde:<agency>/<dataset>");

  private final Faults faults;
  private final Map<String, FilePlace> routes = new LinkedHashMap<>();
  private final Map<String, FilePlace> schedules = new LinkedHashMap<>();
  private final Map<String, FilePlace> inboxes = new LinkedHashMap<>();
  private final Map<String, FilePlace> receivers = new LinkedHashMap<>();
  private final Map<String, FilePlace> directs = new LinkedHashMap<>();
  private final List<Address> goals = new ArrayList<>();
  private final Map<String, List<Address>> goalsByBeginning = new LinkedHashMap<>();
  private final Map<String, List<FilePlace>> fetches = new LinkedHashMap<>();
  private String beginning = "";
  private boolean marked;
  private final Map<Schedule, FilePlace> found = new LinkedHashMap<>();

  Inventory(Faults faults) {
    this.faults = faults;
  }

  void route(String id, FilePlace place) {
    once(routes, id, place, new Text("id rute", "route id"));
  }

  void schedule(Schedule schedule, FilePlace place) {
    beginning = SCHEDULE + schedule.name();
    if (once(schedules, schedule.name(), place, new Text("jadwal", "schedule"))) {
      found.put(schedule, place);
    }
  }

  /** A route begins; what follows belongs to it. */
  void begin() {
    beginning = "";
    marked = false;
  }

  /** A step of this route takes the bounds of a pull. */
  void mark() {
    marked = true;
  }

  /** Whether such a step came before, or may have in another route that leads here. */
  boolean isMarked() {
    return marked || beginning.startsWith(DIRECT);
  }

  /** Whether the steps that follow are those of a watched folder. */
  boolean inInbox() {
    return beginning.startsWith(INBOX);
  }

  void inbox(String agency, FilePlace place) {
    beginning = INBOX + agency;
    once(inboxes, agency, place, new Text("kotak masuk", "inbox"));
  }

  /** Whether the steps that follow are told of runs, and carry no data. */
  boolean inEvents() {
    return beginning.startsWith(EVENTS);
  }

  /** A route that hears of runs. */
  void receiver(String name, FilePlace place) {
    beginning = EVENTS + name;
    once(receivers, name, place, new Text("penerima", "receiver"));
  }

  void directFrom(Address address) {
    beginning = DIRECT + address.path();
    once(directs, address.path(), address.place(), new Text("awal direct", "direct beginning"));
  }

  void directTo(Address address) {
    goals.add(address);
    goal(address);
  }

  /** A step loads, or hands over to another route. */
  void goal(Address address) {
    goalsByBeginning.computeIfAbsent(beginning, key -> new ArrayList<>()).add(address);
  }

  /** A step fetches from the web; where nothing is new the road of its message ends. */
  void fetch(FilePlace place) {
    fetches.computeIfAbsent(beginning, key -> new ArrayList<>()).add(place);
  }

  private void checkFetches() {
    for (String start : Set.copyOf(goalsByBeginning.keySet())) {
      List<FilePlace> places = fetched(start, new HashSet<>());
      if (places.size() > 1 && !start.startsWith(DIRECT)) {
        faults.add(
            places.get(1),
            "route.fetch-twice",
            new Text(
                "satu rute mengambil dari dua alamat: bila yang pertama tidak berubah atau gagal, yang"
                    + " kedua tidak diambil",
                "one route fetches from two addresses: where the first did not change or fails, the"
                    + " second is not fetched"),
            new Text(
                "buat rute sendiri, dengan jadwal sendiri, untuk masing-masing",
                "write a route, with a schedule of its own, for each"));
      }
    }
  }

  private List<FilePlace> fetched(String start, Set<String> visited) {
    List<FilePlace> places = new ArrayList<>(fetches.getOrDefault(start, List.of()));
    if (visited.add(start)) {
      for (Address goal : goalsByBeginning.getOrDefault(start, List.of())) {
        if (goal.scheme().equals("direct") && !visited.contains(DIRECT + goal.path())) {
          places.addAll(fetched(DIRECT + goal.path(), visited));
        }
      }
    }
    return places;
  }

  /** Called once all files were read. */
  void checkGoals() {
    checkFetches();
    for (Map.Entry<String, FilePlace> inbox : inboxes.entrySet()) {
      if (!goalsByBeginning.getOrDefault(INBOX + inbox.getKey(), List.of()).isEmpty()
          && firstMapping(INBOX + inbox.getKey(), new HashSet<>()) == null) {
        faults.add(inbox.getValue(), "route.no-end", NO_END, END);
      }
    }
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

  /** The schedules, each with the mappings that its route loads. */
  List<RoutedSchedule> schedules() {
    List<RoutedSchedule> schedules = new ArrayList<>();
    found.forEach(
        (schedule, place) -> {
          Set<String> mappings = new TreeSet<>();
          mappings(SCHEDULE + schedule.name(), new HashSet<>(), mappings);
          schedules.add(new RoutedSchedule(schedule, place, List.copyOf(mappings)));
        });
    return schedules;
  }

  private void mappings(String start, Set<String> visited, Set<String> into) {
    if (!visited.add(start)) {
      return;
    }
    for (Address goal : goalsByBeginning.getOrDefault(start, List.of())) {
      if (goal.scheme().equals("direct")) {
        mappings(DIRECT + goal.path(), visited, into);
      } else if (!goal.path().equals(PdeEndpoint.RECOGNISE)) {
        into.add(goal.path());
      }
    }
  }

  /** The watched folders, each with the mapping that its files go through. */
  Map<String, String> inboxes() {
    Map<String, String> mappings = new LinkedHashMap<>();
    for (Map.Entry<String, FilePlace> inbox : inboxes.entrySet()) {
      String mapping = firstMapping(INBOX + inbox.getKey(), new HashSet<>());
      if (mapping != null) {
        mappings.put(inbox.getKey(), mapping);
      }
    }
    return mappings;
  }

  private @Nullable String firstMapping(String start, Set<String> visited) {
    if (!visited.add(start)) {
      return null;
    }
    for (Address goal : goalsByBeginning.getOrDefault(start, List.of())) {
      String mapping =
          goal.scheme().equals("direct")
              ? firstMapping(DIRECT + goal.path(), visited)
              : PdeEndpoint.mapping(goal.path(), goal.option("agency"));
      if (mapping != null) {
        return mapping;
      }
    }
    return null;
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
