package id.pde.route.door;

import id.pde.model.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code pde:fetch} and {@code pde:open311} fetch from the web; the address stands in the
 * route and nowhere else.
 *
 * @param url without a login
 * @param login how PDE says who it is
 * @param format what may come
 * @param name of the delivery
 * @param pages how an answer goes on
 */
public record FetchAddress(
    URI url, WebLogin login, Format format, String name, Pages pages, Limits limits) {

  private static final Pattern PATH = Pattern.compile("\\$(\\.[A-Za-z0-9_@-]+)*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");
  private static final long MEGABYTE = 1L << 20;

  /** What may come. */
  public enum Format {
    JSON("json"),
    CSV("csv"),
    /** Any file but a web page. */
    FILE("bin");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }
  }

  /**
   * How an answer goes on.
   *
   * @param kind none: one answer is all
   * @param parameter that names the page, the offset or the cursor
   * @param size how many records are asked for at once; 0: as the server likes
   * @param records where they are in each answer, {@code $.data}
   * @param next where the next address or cursor is in each answer
   * @param total where the number of all records is; empty: it is not told
   * @param as where the records are in what is delivered
   */
  public record Pages(
      Kind kind,
      String parameter,
      long first,
      String sizeParameter,
      long size,
      String records,
      String next,
      String total,
      String as) {

    /** Who says where it goes on. */
    public enum Kind {
      NONE,
      PAGE,
      OFFSET,
      /** An address in the answer. */
      NEXT,
      /** A word in the answer that is sent back. */
      CURSOR,
      /** The header Link. */
      LINK
    }
  }

  /**
   * How much and how long.
   *
   * @param bytes of all answers together
   * @param patience for one answer
   * @param tries of one answer
   */
  public record Limits(long bytes, long pages, Duration patience, long tries) {}

  /** The address, or every reason why there is none. */
  public record Result(Optional<FetchAddress> address, List<OptionFault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** The name of the door in logs and in PDE's memory; it holds nothing secret. */
  public String door() {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath() + query;
  }

  /** Reads the options of {@code pde:fetch}. */
  public static Result read(Map<String, String> given) {
    DoorOptions options = new DoorOptions(given);
    WebLogin login = WebLogin.read(options);
    Optional<URI> url = url(options, login);
    Format format =
        Format.valueOf(
            options.choice("format", List.of("json", "csv", "file")).toUpperCase(Locale.ROOT));
    Pages pages = pages(options, format);
    Limits limits = limits(options);
    String name = name(options, url, format);
    List<OptionFault> faults = options.faults();
    return new Result(
        faults.isEmpty()
            ? url.map(uri -> new FetchAddress(uri, login, format, name, pages, limits))
            : Optional.empty(),
        faults);
  }

  static Limits limits(DoorOptions options) {
    return new Limits(
        options.number("largest", 200, 1, 20_000) * MEGABYTE,
        options.number("pages", 1000, 1, 1_000_000),
        options.span("timeout", Duration.ofMinutes(1)),
        options.number("tries", 4, 1, 20));
  }

  static Optional<URI> url(DoorOptions options, WebLogin login) {
    String written = options.required("url", "https://data.go.id/api/harga");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url = new URI(written);
      String scheme = String.valueOf(url.getScheme());
      boolean web = scheme.equals("https") || scheme.equals("http");
      if (web
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getFragment() == null) {
        if (scheme.equals("http") && !(login instanceof WebLogin.Nobody)) {
          options.fault(
              "url",
              "route.plain-http",
              new Text(
                  "kata sandi akan terkirim tanpa enkripsi",
                  "the password would be sent unencrypted"),
              new Text("pakai https:", "use https:"));
        }
        return Optional.of(url);
      }
    } catch (URISyntaxException notOne) {
      // Told below, with all that is no address of the web.
    }
    options.value("url", written, "https://HOST/PATH");
    return Optional.empty();
  }

  private static Pages pages(DoorOptions options, Format format) {
    Pages.Kind kind =
        Pages.Kind.valueOf(
            options
                .choice("paging", List.of("none", "page", "offset", "next", "cursor", "link"))
                .toUpperCase(Locale.ROOT));
    String usual =
        switch (kind) {
          case PAGE -> "page";
          case OFFSET -> "offset";
          case CURSOR -> "cursor";
          case NONE, NEXT, LINK -> "";
        };
    String parameter = parameter(options, "parameter", usual);
    long first = options.number("first", kind == Pages.Kind.PAGE ? 1 : 0, 0, 1_000_000);
    String sizeParameter = parameter(options, "sizeParameter", "");
    long size = options.number("size", 0, 1, 1_000_000);
    String records = path(options, "records", "$");
    String next = path(options, "next", "");
    String total = path(options, "total", "");
    String as = path(options, "as", records);
    boolean needsNext = kind == Pages.Kind.NEXT || kind == Pages.Kind.CURSOR;
    if (needsNext && next.isEmpty()) {
      options.required("next", "$.links.next");
    }
    if (kind != Pages.Kind.NONE && format != Format.JSON) {
      options.fault(
          "paging",
          "route.paging",
          new Text("paging hanya untuk format: json", "paging is for format: json only"),
          new Text("hapus paging", "remove paging"));
    }
    return new Pages(kind, parameter, first, sizeParameter, size, records, next, total, as);
  }

  private static String parameter(DoorOptions options, String option, String otherwise) {
    String name = options.text(option).orElse(otherwise);
    if (!name.isEmpty() && !WebLogin.NAME.matcher(name).matches()) {
      options.value(option, name, "page, offset, limit");
    }
    return name;
  }

  private static String path(DoorOptions options, String option, String otherwise) {
    String path = options.text(option).orElse(otherwise);
    if (!path.isEmpty() && !PATH.matcher(path).matches()) {
      options.value(option, path, "$.data");
    }
    return path;
  }

  private static String name(DoorOptions options, Optional<URI> url, Format format) {
    Optional<String> given = options.text("name");
    if (given.isPresent() && !NAME.matcher(given.get()).matches()) {
      options.value("name", given.get(), "harga.json");
    }
    List<String> segments =
        new ArrayList<>(List.of(url.map(URI::getRawPath).orElse("").split("/")));
    segments.removeIf(segment -> !NAME.matcher(segment).matches());
    String last = segments.isEmpty() ? "web" : segments.get(segments.size() - 1);
    String usual = last.contains(".") || format == Format.FILE ? last : last + "." + format.ending;
    return given.orElse(usual);
  }
}
