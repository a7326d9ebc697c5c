package id.pde.route;

import id.pde.model.Location.FilePlace;
import id.pde.route.door.FetchAddress;
import id.pde.route.door.FolderAddress;
import id.pde.route.door.OptionFault;
import id.pde.route.door.ReportAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the addresses of machines elsewhere. */
final class DoorReader {

  /** Steps that fetch from the web. */
  static final Set<String> FETCHING = Set.of("fetch", "open311");

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
    String name = read.address().map(FolderAddress::name).orElse(address.path());
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
