package id.pde.route.door;

import id.pde.route.door.FetchAddress.Format;
import id.pde.route.door.FetchAddress.Limits;
import id.pde.route.door.FetchAddress.Pages;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server of citizen reports that speaks Open311 GeoReport v2.
 *
 * @param requests its {@code requests.json}
 * @param since the first day that is asked for
 * @param lookBack days that are asked for again each time, since reports change after they are made
 * @param window days of one question
 */
public record ReportAddress(
    FetchAddress requests, LocalDate since, int lookBack, int window, String pageSize) {

  /** The standard lets servers answer no longer span. */
  private static final int LONGEST = 90;

  /** The address, or every reason why there is none. */
  public record Result(Optional<ReportAddress> address, List<OptionFault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** The name of the door in logs and in PDE's memory. */
  public String door() {
    return requests.door();
  }

  String name() {
    return requests.name();
  }

  /** Reads the options of {@code pde:open311}. */
  public static Result read(Map<String, String> given) {
    DoorOptions options = new DoorOptions(given);
    WebLogin login = WebLogin.read(options);
    Optional<URI> base = FetchAddress.url(options, login);
    String jurisdiction = options.text("jurisdiction").orElse("");
    LocalDate since = since(options);
    int lookBack = (int) options.number("look-back", 30, 0, 3650);
    int window = (int) options.number("window", LONGEST, 1, LONGEST);
    long size = options.number("size", 0, 1, 10_000);
    Limits limits = FetchAddress.limits(options);
    if (!options.faults().isEmpty() || base.isEmpty()) {
      return new Result(Optional.empty(), options.faults());
    }
    URI url = requests(base.get());
    if (!jurisdiction.isEmpty()) {
      url = Queries.with(url, "jurisdiction_id", jurisdiction);
    }
    FetchAddress requests =
        new FetchAddress(
            url,
            login,
            Format.JSON,
            "open311.json",
            new Pages(
                Pages.Kind.PAGE, "page", 1, "page_size", size, "$", "", "", "$.service_requests"),
            limits);
    String pageSize = size == 0 ? "" : Long.toString(size);
    return new Result(
        Optional.of(new ReportAddress(requests, since, lookBack, window, pageSize)), List.of());
  }

  private static LocalDate since(DoorOptions options) {
    String written = options.required("since", "2025-01-01");
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException notOne) {
      if (!written.isEmpty()) {
        options.value("since", written, "2025-01-01");
      }
      return LocalDate.EPOCH;
    }
  }

  private static URI requests(URI base) {
    String path = base.getRawPath() == null ? "" : base.getRawPath();
    if (path.endsWith("/requests.json")) {
      return base;
    }
    String tidy = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    return URI.create(
        base.getScheme() + "://" + base.getRawAuthority() + tidy + "/requests.json" + query);
  }

  Duration longest() {
    return Duration.ofDays(window);
  }
}
