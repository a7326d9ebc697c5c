package id.pde.route;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.route.door.FetchAddress;
import id.pde.route.door.FolderAddress;
import id.pde.route.door.MailAddress;
import id.pde.route.door.MailboxAddress;
import id.pde.route.door.OptionFault;
import id.pde.route.door.ReportAddress;
import id.pde.route.door.TellAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the addresses of machines elsewhere. */
final class DoorReader {

  /** Steps that fetch from the web. */
  static final Set<String> FETCHING = Set.of("fetch", "open311");

  /** Steps that tell of runs. */
  static final Set<String> TELLING = Set.of("webhook", "telegram", "mail");

  private final RouteScope scope;
  private final Faults faults;
  private final Inventory inventory;

  DoorReader(RouteScope scope, Faults faults, Inventory inventory) {
    this.scope = scope;
    this.faults = faults;
    this.inventory = inventory;
  }

  /** A watched folder elsewhere. */
  void folder(Address address) {
    FolderAddress.Kind kind =
        FolderAddress.Kind.valueOf(address.scheme().toUpperCase(java.util.Locale.ROOT));
    FolderAddress.Result read = FolderAddress.read(kind, address.path(), values(address));
    tell(address, read.faults());
    String agency = Shape.agency(address, scope, faults);
    place(address, read.address().map(FolderAddress::name).orElse(address.path()), agency);
  }

  /** A mailbox. */
  void mailbox(Address address) {
    MailboxAddress.Result read = MailboxAddress.read(address.path(), values(address));
    tell(address, read.faults());
    String agency = Shape.agency(address, scope, faults);
    place(address, read.address().map(MailboxAddress::name).orElse(address.path()), agency);
  }

  private void place(Address address, String name, @Nullable String agency) {
    for (TimedAddress.Fault fault : TimedAddress.door(name, values(address)).faults()) {
      FilePlace place = address.placeOf(fault.option());
      faults.add(place, "route.timing", fault.bad().message(), fault.bad().fix());
    }
    if (agency != null) {
      inventory.inbox(name, address.place());
    }
  }

  /** A step that fetches from the web. */
  void fetch(Address address) {
    tell(
        address,
        address.path().equals("fetch")
            ? FetchAddress.read(values(address)).faults()
            : ReportAddress.read(values(address)).faults());
  }

  static boolean isFetch(Address address) {
    return address.scheme().equals("pde") && FETCHING.contains(address.path());
  }

  /** A step that tells of runs. */
  void told(Address address) {
    if (!inventory.inEvents()) {
      faults.add(
          address.place(),
          "route.only-events",
          new Text(
              "pde:" + address.path() + " hanya untuk rute yang dimulai dengan pde:events",
              "pde:" + address.path() + " is for routes that begin with pde:events only"),
          new Text(
              "mulai rute dengan from: pde:events?name=NAMA",
              "begin the route with from: pde:events?name=NAME"));
    }
    Map<String, String> options = values(address);
    tell(
        address,
        switch (address.path()) {
          case "webhook" -> TellAddress.webhook(options).faults();
          case "telegram" -> TellAddress.telegram(options).faults();
          default -> MailAddress.read(options).faults();
        });
  }

  static boolean isTelling(Address address) {
    return address.scheme().equals("pde") && TELLING.contains(address.path());
  }

  /** A beginning that hears of runs. */
  void events(Address address) {
    Shape.options(address, Doors.EVENTS, faults);
    Map<String, String> options = values(address);
    String name = options.getOrDefault("name", "");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}")) {
      faults.add(
          address.placeOf("name"),
          "route.events-name",
          new Text(
              "pde:events perlu name, nama biasa yang tidak berubah",
              "pde:events needs name, a plain name that does not change"),
          new Text(
              "tulis pde:events?name=telegram-ditolak&outcome=refused",
              "write pde:events?name=telegram-refused&outcome=refused"));
    } else {
      inventory.receiver(name, address.place());
    }
    known(
        address,
        new Named("outcome", new Text("hasil", "outcome")),
        EventsAddress.outcomes(options),
        EventsAddress.OUTCOMES);
    known(
        address,
        new Named("submission", new Text("keadaan kiriman", "state of a submission")),
        EventsAddress.submissions(options),
        EventsAddress.SUBMISSIONS);
    if (options.containsKey("agency")) {
      Shape.agency(address, scope, faults);
    }
    for (TimedAddress.Fault fault : TimedAddress.events(options).faults()) {
      FilePlace place = address.placeOf(fault.option());
      faults.add(place, "route.timing", fault.bad().message(), fault.bad().fix());
    }
  }

  /** An option and what it holds. */
  private record Named(String option, Text what) {}

  private void known(Address address, Named named, Set<String> given, Set<String> known) {
    for (String word : given) {
      if (!known.contains(word)) {
        faults.notAllowed(address.placeOf(named.option()), named.what(), word, known);
      }
    }
  }

  private void tell(Address address, List<OptionFault> found) {
    for (OptionFault fault : found) {
      faults.add(address.placeOf(fault.option()), fault.code(), fault.message(), fault.fix());
    }
  }

  static Map<String, String> values(Address address) {
    return address.options().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, option -> option.getValue().value()));
  }
}
