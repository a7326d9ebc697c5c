package id.pde.web.waiting;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.run.RunReport;
import id.pde.run.overview.Overview.Rejected;
import id.pde.run.overview.Overview.Rejects;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.SetAside;
import id.pde.web.City;
import id.pde.web.Say;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All waiting rows that some facets show, as a table: where each stands, what is wrong, how it is
 * put right, who set it aside and why, and its values as pages show them, so that what is personal
 * stays out. Rows of one dataset have a column for each heading; rows of several have their values
 * in one column. Read some at a time: neither memory nor a connection is held however many there
 * are.
 */
public final class WaitingFile {

  private static final int AT_ONCE = 1000;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private static final List<String> ID =
      List.of(
          "_run",
          "_perangkat_daerah",
          "_dataset",
          "_berkas",
          "_baris",
          "_kode",
          "_kolom",
          "_alasan",
          "_cara",
          "_status",
          "_diabaikan_karena",
          "_diabaikan_oleh",
          "_diabaikan_pada");

  private static final List<String> EN =
      List.of(
          "_run",
          "_agency",
          "_dataset",
          "_file",
          "_row",
          "_code",
          "_column",
          "_reason",
          "_fix",
          "_state",
          "_ignored_why",
          "_ignored_by",
          "_ignored_at");

  private final City city;
  private final Facets which;
  private final Language language;
  private final @Nullable Map<String, Integer> positions;

  public WaitingFile(City city, Facets which, Language language) {
    this.city = city;
    this.which = which;
    this.language = language;
    this.positions = which.mapping() == null ? null : positions(city.quarantine().headings(which));
  }

  /** Gives the columns and all rows; how many these were. */
  public long give(ResultVisitor visitor) {
    visitor.columns(columns());
    long rows = 0;
    for (long number : city.quarantine().runs(which)) {
      RunReport run = city.ledger().run(number);
      if (run != null) {
        rows += give(run, visitor);
      }
    }
    return rows;
  }

  private long give(RunReport run, ResultVisitor visitor) {
    long rows = 0;
    long after = -1;
    List<Rejected> some;
    do {
      some =
          city.overview()
              .rejected(new Rejects(run.run(), which.code(), which.column(), after, AT_ONCE));
      for (Rejected row : some) {
        after = row.ordinal();
        if (row.state() == which.state()) {
          visitor.row(cells(run, row));
          rows++;
        }
      }
    } while (some.size() == AT_ONCE);
    return rows;
  }

  private List<Column> columns() {
    List<String> names =
        new ArrayList<>(
            switch (language) {
              case ID -> ID;
              case EN -> EN;
            });
    if (positions == null) {
      names.add(language == Language.ID ? "_isi" : "_values");
    } else {
      positions.keySet().forEach(key -> names.add(key.substring(0, key.lastIndexOf('\0'))));
    }
    return names.stream()
        .map(name -> new Column(name, name.equals("_run") ? Kind.NUMBER : Kind.TEXT))
        .toList();
  }

  private List<@Nullable String> cells(RunReport run, Rejected row) {
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(Long.toString(run.run()));
    cells.add(run.agency());
    cells.add(run.mapping());
    cells.add(run.source().place());
    cells.add(row.place());
    cells.add(joined(row, Issue::code));
    cells.add(joined(row, issue -> issue.column() == null ? "" : issue.column()));
    cells.add(joined(row, issue -> issue.message().in(language)));
    cells.add(joined(row, issue -> issue.fix().in(language)));
    SetAside aside = row.aside();
    cells.add(row.state().code());
    cells.add(aside == null ? "" : aside.why());
    cells.add(aside == null ? "" : aside.who());
    cells.add(aside == null ? "" : TIME.format(aside.at().atZone(Say.ZONE)));
    if (positions == null) {
      cells.add(inOne(row));
    } else {
      cells.addAll(values(row, positions));
    }
    return cells;
  }

  private static String joined(Rejected row, Function<Issue, String> part) {
    return row.issues().stream().map(part).collect(Collectors.joining(" | "));
  }

  private static String inOne(Rejected row) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < row.values().size(); i++) {
      String value = row.values().get(i);
      if (!value.isEmpty()) {
        String heading = i < row.headings().size() ? row.headings().get(i) : "";
        parts.add((heading.isEmpty() ? "_" + (i + 1) : heading) + ": " + value);
      }
    }
    return String.join(" | ", parts);
  }

  private static List<@Nullable String> values(Rejected row, Map<String, Integer> positions) {
    List<@Nullable String> cells = new ArrayList<>(Collections.nCopies(positions.size(), null));
    List<String> keys = numbered(row.headings());
    for (int i = 0; i < Math.min(keys.size(), row.values().size()); i++) {
      Integer position = positions.get(keys.get(i));
      if (position != null) {
        cells.set(position, row.values().get(i));
      }
    }
    return cells;
  }

  private static Map<String, Integer> positions(List<List<String>> tables) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (List<String> headings : tables) {
      numbered(headings).forEach(key -> positions.putIfAbsent(key, positions.size()));
    }
    return positions;
  }

  /** The second of two equal headings has its own column. */
  private static List<String> numbered(List<String> headings) {
    Map<String, Integer> times = new HashMap<>();
    return headings.stream()
        .map(heading -> heading + '\0' + times.merge(heading, 1, Integer::sum))
        .toList();
  }
}
