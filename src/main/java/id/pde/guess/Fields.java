package id.pde.guess;

import id.pde.guess.Tables.Table;
import id.pde.mapping.Headings;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Location;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of all tables that belong together.
 *
 * @param headings each once, in the order of the first table; what no column can name is left out
 * @param missing headings that some of the tables lack
 * @param repeated whether one is left out because another says the same
 * @param remarks on what is left out
 */
record Fields(List<String> headings, List<String> missing, boolean repeated, List<Text> remarks) {

  private static final int SHOWN = 5;

  Fields {
    headings = List.copyOf(headings);
    missing = List.copyOf(missing);
    remarks = List.copyOf(remarks);
  }

  static Fields of(List<Table> tables) {
    Map<String, String> byForm = new LinkedHashMap<>();
    Set<String> repeated = new HashSet<>();
    List<String> nameless = new ArrayList<>();
    List<Text> remarks = new ArrayList<>();
    for (Table table : tables) {
      Set<String> here = new HashSet<>();
      for (Field field : table.header().fields()) {
        String form = Headings.form(field.heading());
        if (form.isEmpty()) {
          nameless.add(place(table.header(), field));
        } else if (here.add(form)) {
          byForm.putIfAbsent(form, field.heading());
        } else if (repeated.add(form)) {
          remarks.add(twice(table.header(), field));
        }
      }
    }
    repeated.forEach(byForm::remove);
    PackedLines.in(tables).ifPresent(remarks::add);
    if (!nameless.isEmpty()) {
      remarks.add(0, nameless(nameless));
    }
    List<String> missing =
        byForm.keySet().stream()
            .filter(form -> !tables.stream().allMatch(table -> table.forms().contains(form)))
            .map(byForm::get)
            .toList();
    return new Fields(List.copyOf(byForm.values()), missing, !repeated.isEmpty(), remarks);
  }

  /**
   * The fields as the rows show them.
   *
   * @param periods columns that become rows
   * @param tables how many tables there are; several are told apart by their sheet
   */
  Fields over(Optional<PeriodColumns> periods, int tables) {
    List<String> shown = new ArrayList<>(headings);
    periods.ifPresent(
        columns -> {
          shown.removeAll(columns.headings());
          shown.addAll(columns.names());
          shown.add(columns.value());
        });
    if (tables > 1) {
      shown.add("$sheet");
    }
    List<String> lacking = new ArrayList<>(missing);
    periods.ifPresent(columns -> lacking.removeAll(columns.headings()));
    return new Fields(shown, lacking, repeated, remarks);
  }

  private static Text nameless(List<String> places) {
    String shown = String.join("; ", places.subList(0, Math.min(SHOWN, places.size())));
    String more = places.size() > SHOWN ? "; ..." : "";
    return Remarks.of(
        places.size() + " kolom tanpa judul tidak dimuat: " + shown + more,
        places.size() + " columns without a heading are not loaded: " + shown + more);
  }

  private static Text twice(Header header, Field field) {
    String place = place(header, field);
    return Remarks.of(
        "judul di " + place + " ada lebih dari sekali; kolomnya tidak dimuat",
        "the heading at " + place + " is there more than once; its columns are not loaded");
  }

  private static String place(Header header, Field field) {
    Location place =
        header.origin() == Header.Origin.SHEET
            ? new Location.SheetCell(header.table(), header.line(), field.column())
            : new Location.Line(header.line(), field.column(), null);
    return place.shown();
  }
}
