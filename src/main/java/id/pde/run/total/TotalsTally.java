package id.pde.run.total;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.Record;
import id.pde.run.total.RegionTotals.Part;
import id.pde.run.total.RegionTotals.Summed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts and sums the accepted rows of one run by kecamatan. One thread. */
public final class TotalsTally {

  private final @Nullable RegionColumn region;
  private final @Nullable CodeList list;
  private final List<Integer> positions;
  private final List<Summed> columns;
  private final Map<String, Sums> byCode = new HashMap<>();
  private final Map<String, Sums> byPart = new HashMap<>();
  private final Sums nowhere;
  private @Nullable Object lastCode;
  private @Nullable Sums last;

  private static final class Sums {
    private final @Nullable Code part;
    private final Adder[] adders;
    private long rows;

    Sums(@Nullable Code part, int columns) {
      this.part = part;
      this.adders = new Adder[columns];
      for (int i = 0; i < columns; i++) {
        adders[i] = new Adder();
      }
    }
  }

  /** A tally of nothing where no column of the mapping says where. */
  public TotalsTally(Mapping mapping, CodeLists codes) {
    RegionColumn found = RegionColumn.of(mapping, codes);
    region = found;
    list = found == null ? null : codes.find(found.list());
    positions = found == null ? List.of() : SummedColumns.of(mapping);
    columns = positions.stream().map(at -> SummedColumns.named(mapping, at)).toList();
    nowhere = new Sums(null, positions.size());
  }

  /** A row was accepted. */
  public void add(Record row) {
    count(row, 1);
  }

  /** A row that was accepted turns out not to count. */
  public void takeBack(Record row) {
    count(row, -1);
  }

  private void count(Record row, int sign) {
    if (region == null) {
      return;
    }
    Sums sums = sums(row.value(region.column()));
    sums.rows += sign;
    for (int i = 0; i < sums.adders.length; i++) {
      sums.adders[i].add(row.value(positions.get(i)), sign);
    }
  }

  /** Most rows lie where the row before lies. */
  private Sums sums(@Nullable Object code) {
    Sums same = last;
    if (same != null && Objects.equals(code, lastCode)) {
      return same;
    }
    Sums found = code instanceof String text ? ofCode(text) : nowhere;
    lastCode = code;
    last = found;
    return found;
  }

  /** Texts that are no codes are not remembered: there may be as many as rows. */
  private Sums ofCode(String code) {
    Sums known = byCode.get(code);
    if (known != null) {
      return known;
    }
    Code part = list == null ? null : RegionColumn.part(list, code);
    if (part == null) {
      return nowhere;
    }
    Sums sums = byPart.computeIfAbsent(part.code(), any -> new Sums(part, positions.size()));
    byCode.put(code, sums);
    return sums;
  }

  /** What came together so far. */
  public RegionTotals totals() {
    List<Part> parts = new ArrayList<>();
    byPart.values().stream()
        .filter(sums -> sums.rows > 0)
        .map(TotalsTally::part)
        .sorted(Comparator.comparing(part -> Objects.requireNonNull(part.code())))
        .forEach(parts::add);
    if (nowhere.rows > 0) {
      parts.add(part(nowhere));
    }
    return parts.isEmpty() ? RegionTotals.NONE : new RegionTotals(columns, parts);
  }

  private static Part part(Sums sums) {
    Code part = sums.part;
    return new Part(
        part == null ? null : part.code(),
        part == null ? null : part.name(),
        sums.rows,
        Arrays.stream(sums.adders).map(Adder::sum).toList());
  }
}
