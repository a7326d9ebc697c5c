package id.pde.app.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured: each page with the milliseconds of its readings. */
public record PagesResult(
    int runs, int datasets, int rows, String server, String machine, List<Page> pages) {

  /** A page takes at most so many milliseconds. */
  public static final double LIMIT = 200;

  public PagesResult {
    pages = List.copyOf(pages);
  }

  /** One page. */
  public record Page(String path, List<Double> milliseconds) {
    public Page {
      milliseconds = List.copyOf(milliseconds);
    }

    public double median() {
      return BenchResult.median(milliseconds);
    }

    public double worst() {
      return milliseconds.stream().max(Comparator.naturalOrder()).orElse(0.0);
    }
  }

  /** As people read it. */
  public String table() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "pages, %,d runs, %,d datasets, %,d rows in quarantine, PostgreSQL %s",
        runs,
        datasets,
        rows,
        server);
    line(text, "machine: %s", machine);
    line(text, "%-62s %9s %9s", "page", "median ms", "worst ms");
    for (Page page : pages) {
      line(
          text,
          "%-62s %9.0f %9.0f%s",
          page.path(),
          page.median(),
          page.worst(),
          page.median() > LIMIT ? "  above the limit" : "");
    }
    long late = pages.stream().filter(page -> page.median() > LIMIT).count();
    line(text, "%d of %d pages above %.0f ms", late, pages.size(), LIMIT);
    return text.toString();
  }

  public String json() {
    String each =
        pages.stream()
            .map(
                page ->
                    String.format(
                        Locale.ROOT,
                        "{\"page\":\"%s\",\"median_ms\":%.1f,\"worst_ms\":%.1f}",
                        page.path(),
                        page.median(),
                        page.worst()))
            .collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "{\"runs\":%d,\"datasets\":%d,\"rows\":%d,\"server\":\"%s\",\"machine\":\"%s\",\"limit_ms\":%.0f,\"pages\":[%s]}",
        runs,
        datasets,
        rows,
        server.replace("\"", ""),
        machine,
        LIMIT,
        each);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
