package id.pde.route;

import id.pde.model.Location.FilePlace;
import id.pde.model.Period;
import id.pde.model.Text;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the addresses where a route begins and where it goes. */
final class AddressReader {

  private static final Text ADDRESS = new Text("alamat", "address");
  private static final Text OPTION = new Text("opsi", "option");
  private static final Pattern DIRECT_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  /** Component names that look like a SQL statement but read one from somewhere. */
  private static final Pattern RESOURCE =
      Pattern.compile(
          "\\s*(classpath|file|http|https|ref|bean|resource)\\s*:.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private final RouteScope scope;
  private final Faults faults;
  private final BeginningReader beginnings;
  private final DoorReader doors;
  private final Inventory inventory;

  AddressReader(RouteScope scope, Faults faults, Inventory inventory) {
    this.scope = scope;
    this.faults = faults;
    this.inventory = inventory;
    this.beginnings = new BeginningReader(scope, faults, inventory);
    this.doors = new DoorReader(scope, faults, inventory);
  }

  /** Checks where a route begins; null where it is not allowed to. */
  @Nullable Address from(Piece piece) {
    Address address =
        address(piece, Set.of("uri", "parameters", "steps", "id", "description", "note"));
    if (address == null || !scheme(address, Doors.FROM, Set.of())) {
      return null;
    }
    switch (address.scheme()) {
      case "pde" -> {
        if (address.path().equals("events")) {
          doors.events(address);
        } else {
          beginnings.check(address);
        }
      }
      case "sftp", "ftps" -> doors.folder(address);
      case "imaps" -> doors.mailbox(address);
      case "direct" -> {
        if (direct(address)) {
          inventory.directFrom(address);
        }
      }
      default -> widened(address);
    }
    return address;
  }

  /** Checks where a step goes; null where it is not allowed to. */
  @Nullable Address to(Piece piece) {
    Address address = address(piece, Set.of("uri", "parameters", "id", "description", "note"));
    if (address == null || !scheme(address, Doors.TO, Doors.LATER_TO)) {
      return null;
    }
    switch (address.scheme()) {
      case "pde" -> load(address);
      case "direct" -> {
        if (direct(address)) {
          inventory.directTo(address);
        }
      }
      case "jdbc" -> {
        options(address, Doors.JDBC);
        database(address.place(), address.path());
      }
      case "sql" -> sql(address);
      default -> widened(address);
    }
    return address;
  }

  private @Nullable Address address(Piece piece, Set<String> keys) {
    Piece uri = piece;
    Piece parameters = null;
    if (piece instanceof Piece.Block block) {
      Shape.onlyKeys(block, keys, faults);
      uri = block.get("uri");
      parameters = block.get("parameters");
    }
    if (!(uri instanceof Piece.Scalar text)) {
      faults.add(
          piece.place(),
          "route.no-address",
          new Text("alamat (uri) tidak ada", "there is no address (uri)"),
          new Text(
              "tulis misalnya uri: pde:inbox?agency=dkupp",
              "write for example uri: pde:inbox?agency=dkupp"));
      return null;
    }
    Address address = Address.parse(text.place(), text.text(), faults);
    if (address == null) {
      faults.add(
          text.place(),
          "route.no-scheme",
          new Text(
              "alamat \"" + Faults.shown(text.text()) + "\" tidak lengkap",
              "the address \"" + Faults.shown(text.text()) + "\" is not complete"),
          new Text(
              "tulis alamat seutuhnya dalam uri, misalnya jdbc:simpasar",
              "write the whole address in uri, as in jdbc:simpasar"));
      return null;
    }
    if (parameters instanceof Piece.Block block) {
      for (Piece.Entry entry : block.entries().values()) {
        if (entry.value() instanceof Piece.Scalar value) {
          address.add(entry.written(), new Address.Option(entry.place(), value.text()), faults);
        } else {
          faults.notAllowed(entry.place(), OPTION, entry.written(), Set.of());
        }
      }
      if (text.text().contains("?")) {
        faults.add(
            block.place(),
            "route.options-twice",
            new Text(
                "opsi ditulis di uri dan juga di parameters",
                "options are written in uri and in parameters as well"),
            new Text("pilih salah satu tempat", "choose one of the two places"));
      }
    }
    return address;
  }

  private boolean scheme(Address address, Set<String> allowed, Set<String> later) {
    String scheme = address.scheme();
    Set<String> all = Doors.with(allowed, scope.widened());
    if (all.contains(scheme)) {
      return true;
    }
    if (later.contains(scheme)) {
      faults.notYet(address.place(), ADDRESS, scheme + ":");
    } else {
      faults.notAllowed(
          address.place(), ADDRESS, scheme + ":", all.stream().map(s -> s + ":").toList());
    }
    return false;
  }

  private boolean direct(Address address) {
    options(address, Doors.DIRECT);
    if (DIRECT_NAME.matcher(address.path()).matches()) {
      return true;
    }
    faults.add(
        address.place(),
        "route.direct-name",
        new Text(
            "nama direct \"" + Faults.shown(address.path()) + "\" tidak benar",
            "the direct name \"" + Faults.shown(address.path()) + "\" is not a plain name"),
        new Text("pakai huruf, angka, titik dan garis", "use letters, digits, dots and dashes"));
    return false;
  }

  private void load(Address address) {
    String path = address.path();
    if (path.startsWith(PdeEndpoint.WATERMARK) || path.equals("watermark")) {
      watermark(address);
      return;
    }
    if (DoorReader.isTelling(address)) {
      doors.told(address);
      return;
    }
    if (DoorReader.isFetch(address)) {
      doors.fetch(address);
      inventory.fetch(address.place());
      return;
    }
    if (path.equals(PdeEndpoint.RECOGNISE)) {
      recognise(address);
      return;
    }
    options(address, Doors.LOAD);
    inventory.goal(address);
    mapping(address, path, "");
    period(address);
  }

  /** Whether there is such a mapping. */
  private boolean mapping(Address address, String id, String before) {
    if (scope.mappings().contains(id)) {
      return true;
    }
    faults.add(
        address.place(),
        "route.no-mapping",
        new Text(
            "pemetaan \"" + Faults.shown(id) + "\" tidak ada",
            "there is no mapping \"" + Faults.shown(id) + "\""),
        Nearest.to(id, scope.mappings())
            .map(
                near ->
                    new Text(
                        "mungkin maksudnya pde:" + before + near + "?",
                        "did you mean pde:" + before + near + "?"))
            .orElseGet(
                () ->
                    new Text(
                        "buat mappings/" + Faults.shown(id) + ".yaml atau perbaiki alamatnya",
                        "create mappings/" + Faults.shown(id) + ".yaml or correct the address")));
    return false;
  }

  private void watermark(Address address) {
    options(address, Doors.DIRECT);
    String id =
        address.path().substring(Math.min(address.path().length(), PdeEndpoint.WATERMARK.length()));
    if (mapping(address, id, PdeEndpoint.WATERMARK) && scope.unmarked().contains(id)) {
      faults.add(
          address.place(),
          "route.no-watermark",
          new Text(
              "pemetaan " + id + " tidak punya source.watermark",
              "the mapping " + id + " has no source.watermark"),
          new Text(
              "tulis source: {watermark: {column: kolom_yang_selalu_naik}} di mappings/"
                  + id
                  + ".yaml",
              "write source: {watermark: {column: column_that_only_rises}} in mappings/"
                  + id
                  + ".yaml"));
    }
  }

  private void recognise(Address address) {
    options(address, Doors.RECOGNISE);
    inventory.goal(address);
    Shape.agency(address, scope, faults);
    period(address);
  }

  private void period(Address address) {
    String period = address.option("period");
    if (period != null && Period.parse(period).isEmpty()) {
      faults.add(
          address.placeOf("period"),
          "route.period",
          new Text(
              "periode \"" + Faults.shown(period) + "\" tidak dapat dibaca",
              "the period \"" + Faults.shown(period) + "\" cannot be read"),
          new Text(
              "tulis misalnya 2025, 2025-S1, 2025-Q2 atau 2025-03",
              "write for example 2025, 2025-S1, 2025-Q2 or 2025-03"));
    }
  }

  private void sql(Address address) {
    options(address, Doors.SQL);
    if (RESOURCE.matcher(address.path()).matches()) {
      faults.add(
          address.place(),
          "route.sql-resource",
          new Text(
              "pernyataan SQL tidak boleh diambil dari berkas atau alamat lain",
              "the SQL statement must not come from a file or another address"),
          new Text(
              "tulis pernyataannya di sini: sql:SELECT ...",
              "write the statement here: sql:SELECT ..."));
    }
    String source = address.option("dataSource");
    String name = source != null && source.startsWith("#") ? source.substring(1) : "";
    database(address.placeOf("dataSource"), name);
  }

  private void database(FilePlace place, String name) {
    if (scope.databases().contains(name)) {
      return;
    }
    Text list =
        scope.databases().isEmpty()
            ? new Text(
                "tambahkan di mappings/agencies.yaml, pada databases",
                "add it to mappings/agencies.yaml, under databases")
            : new Text(
                "yang ada: " + String.join(", ", scope.databases().stream().sorted().toList()),
                "there are: " + String.join(", ", scope.databases().stream().sorted().toList()));
    faults.add(
        place,
        "route.no-database",
        new Text(
            "basis data \"" + Faults.shown(name) + "\" tidak ada pada perangkat daerah mana pun",
            "no agency has a database \"" + Faults.shown(name) + "\""),
        Nearest.to(name, scope.databases())
            .map(
                near ->
                    new Text(
                        "mungkin maksudnya \"" + near + "\"?", "did you mean \"" + near + "\"?"))
            .orElse(list));
  }

  /**
   * A deployment that widens the list knows its options; a reference into the program stays closed.
   */
  private void widened(Address address) {
    for (Map.Entry<String, Address.Option> option : address.options().entrySet()) {
      String value = option.getValue().value();
      if (value.startsWith("#") || value.contains("class:") || value.contains("bean:")) {
        faults.notAllowed(
            option.getValue().place(), OPTION, option.getKey() + "=" + value, Set.of());
      }
    }
  }

  private void options(Address address, Map<String, Pattern> allowed) {
    Shape.options(address, allowed, faults);
  }
}
