package id.pde.route;

import id.pde.model.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads route files before Camel does and finds everything that is not on the allow-list. Route
 * YAML is code: with Camel's own freedom ten lines of it run any command of the machine.
 */
public final class RoutePolice {

  private static final Text PART = new Text("bagian", "part");

  private final Faults faults = new Faults();
  private final Inventory inventory = new Inventory(faults);
  private final AddressReader addresses;
  private final StepReader steps;

  private RoutePolice(RouteScope scope) {
    addresses = new AddressReader(scope, faults, inventory);
    steps = new StepReader(faults, addresses, inventory);
  }

  /** Checks all route files together. */
  public static RouteReview check(List<RouteFile> files, RouteScope scope) {
    RoutePolice police = new RoutePolice(scope);
    files.forEach(police::file);
    police.inventory.checkGoals();
    OwnAddresses.check(files, police.faults);
    return new RouteReview(
        police.faults.sorted(), police.inventory.schedules(), police.inventory.inboxes());
  }

  private void file(RouteFile file) {
    List<Piece> documents = RouteYaml.documents(file, faults);
    if (documents.size() > 1) {
      faults.add(
          documents.get(1).place(),
          "route.documents",
          new Text(
              "satu berkas hanya boleh berisi satu daftar rute",
              "a file holds one list of routes only"),
          new Text(
              "hapus baris --- atau pindahkan ke berkas lain",
              "remove the line --- or move it to another file"));
    }
    for (Piece document : documents) {
      new Placeholders(faults).check(document);
      if (document instanceof Piece.Items list) {
        list.items().forEach(this::root);
      } else if (!(document instanceof Piece.Scalar nothing && nothing.text().isEmpty())) {
        faults.add(
            document.place(),
            "route.root",
            new Text(
                "berkas rute harus berupa daftar rute", "a route file must be a list of routes"),
            new Text(
                "mulai setiap rute dengan \"- route:\"", "begin each route with \"- route:\""));
      }
    }
  }

  private void root(Piece item) {
    if (!(item instanceof Piece.Block block)) {
      faults.add(
          item.place(),
          "route.root",
          new Text("berkas rute harus berupa daftar rute", "a route file must be a list of routes"),
          new Text("mulai setiap rute dengan \"- route:\"", "begin each route with \"- route:\""));
      return;
    }
    for (Map.Entry<String, Piece.Entry> part : block.entries().entrySet()) {
      Piece.Entry entry = part.getValue();
      switch (part.getKey()) {
        case "from" -> from(entry.value());
        case "route" -> route(entry.value());
        default -> faults.notAllowed(entry.place(), PART, entry.written(), Set.of("route", "from"));
      }
    }
    if (block.entries().size() > 1) {
      faults.add(
          block.place(),
          "route.root",
          new Text("dua bagian dalam satu butir daftar", "two parts in one element of the list"),
          new Text("mulai setiap rute dengan \"- \"", "begin each route with \"- \""));
    }
  }

  private void route(Piece piece) {
    if (!(piece instanceof Piece.Block block)) {
      noFrom(piece);
      return;
    }
    Shape.onlyKeys(block, Set.of("id", "description", "note", "from"), faults);
    if (block.get("id") instanceof Piece.Scalar id) {
      inventory.route(id.text(), id.place());
    }
    Piece from = block.get("from");
    if (from == null) {
      noFrom(block);
    } else {
      from(from);
    }
  }

  private void from(Piece piece) {
    inventory.begin();
    if (!(piece instanceof Piece.Block block)) {
      addresses.from(piece);
      steps.steps(null, piece.place());
      return;
    }
    Address beginning = addresses.from(block);
    StepReader.Goal goal = steps.steps(block.get("steps"), block.place());
    boolean own = beginning != null && Doors.OWN.contains(beginning.scheme());
    if (beginning != null && own && goal == StepReader.Goal.MISSING) {
      faults.add(beginning.place(), "route.no-end", Inventory.NO_END, Inventory.END);
    }
  }

  private void noFrom(Piece piece) {
    faults.add(
        piece.place(),
        "route.no-from",
        new Text("rute tanpa awal (from)", "a route without a beginning (from)"),
        new Text("tulis from: dengan uri dan steps", "write from: with uri and steps"));
  }
}
