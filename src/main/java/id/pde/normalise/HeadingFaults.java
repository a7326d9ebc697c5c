package id.pde.normalise;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Headings;
import id.pde.mapping.Mapping;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for headings that do not fit. */
final class HeadingFaults {

  private static final int SHOWN = 12;
  private static final int NEAREST = 3;
  private static final int LONGEST = 60;

  private final Mapping mapping;
  private final Header header;

  HeadingFaults(Mapping mapping, Header header) {
    this.mapping = mapping;
    this.header = header;
  }

  Issue missing(ColumnSpec column, Severity severity, List<Field> free) {
    String wanted = quoted(column.from());
    Text found = candidates(column, free);
    return issue(
        "heading.missing",
        severity,
        -1,
        column,
        new Text(
            "kolom " + column.name() + " tidak ditemukan: tidak ada judul " + wanted + found.id(),
            "column "
                + column.name()
                + " was not found: there is no heading "
                + wanted
                + found.en()),
        new Text(
            "kirim berkas dengan judul itu, atau tambahkan judul yang dipakai pada from di "
                + column.place().shown(),
            "send the file with that heading, or add the heading in use to from at "
                + column.place().shown()));
  }

  Issue duplicated(ColumnSpec column, String alternative, List<Integer> fields) {
    return issue(
        "heading.duplicated",
        Severity.REFUSE,
        fields.get(1),
        column,
        new Text(
            "judul \"" + alternative + "\" ada " + fields.size() + " kali: " + places(fields),
            "heading \""
                + alternative
                + "\" is there "
                + fields.size()
                + " times: "
                + places(fields)),
        new Text(
            "beri setiap kolom judul yang berbeda, atau tulis judul lengkapnya pada from di "
                + column.place().shown()
                + "; bila tabelnya berulang ke samping, tulis blocks: beside di source",
            "give every column a heading of its own, or write the full heading in from at "
                + column.place().shown()
                + "; if the table repeats beside itself, write blocks: beside in source"));
  }

  Issue both(ColumnSpec column, List<Integer> fields) {
    return issue(
        "heading.both",
        Severity.REFUSE,
        fields.get(1),
        column,
        new Text(
            "lebih dari satu judul cocok untuk kolom " + column.name() + ": " + places(fields),
            "more than one heading fits column " + column.name() + ": " + places(fields)),
        new Text(
            "hapus salah satu dari berkas, atau sisakan judul yang benar pada from di "
                + column.place().shown(),
            "remove one from the file, or leave only the right heading in from at "
                + column.place().shown()));
  }

  Issue unexpected(Field field, Severity severity) {
    return issue(
        "heading.new",
        severity,
        header.fields().indexOf(field),
        null,
        new Text(
            "judul \"" + cut(field.heading()) + "\" tidak dikenal pemetaan " + mapping.id(),
            "heading \"" + cut(field.heading()) + "\" is not known to mapping " + mapping.id()),
        new Text(
            "tambahkan kolomnya di "
                + mapping.text().file()
                + ", atau tulis drift: {new-columns: ignore}",
            "add a column for it in "
                + mapping.text().file()
                + ", or write drift: {new-columns: ignore}"));
  }

  private Issue issue(
      String code,
      Severity severity,
      int field,
      @Nullable ColumnSpec column,
      Text message,
      Text fix) {
    String rule =
        column == null
            ? "headings of " + mapping.text().file()
            : "from at " + column.place().shown();
    return new Issue(
        code,
        severity,
        place(field),
        column == null ? null : column.name(),
        null,
        true,
        rule,
        message,
        fix);
  }

  /** A table without a heading line has no line to point at: the whole table then. */
  private Location place(int field) {
    if (header.line() > 0) {
      return header.location(header.line(), field);
    }
    return header.table().isEmpty()
        ? header.location(1, field)
        : new Location.Whole(header.table());
  }

  private String places(List<Integer> fields) {
    return fields.stream()
        .map(
            field ->
                "\""
                    + cut(header.fields().get(field).heading())
                    + "\" ("
                    + place(field).shown()
                    + ")")
        .collect(Collectors.joining(", "));
  }

  private static Text candidates(ColumnSpec column, List<Field> free) {
    List<String> nearest =
        free.stream()
            .map(Field::heading)
            .filter(heading -> distance(column, heading) <= 0.5)
            .sorted(Comparator.comparingDouble(heading -> distance(column, heading)))
            .limit(NEAREST)
            .toList();
    if (!nearest.isEmpty()) {
      return new Text("; yang mirip: " + quoted(nearest), "; similar: " + quoted(nearest));
    }
    List<String> all = free.stream().map(Field::heading).limit(SHOWN).toList();
    if (all.isEmpty()) {
      return Text.same("");
    }
    String more = free.size() > SHOWN ? " ..." : "";
    return new Text(
        "; judul lain di berkas: " + quoted(all) + more,
        "; other headings in the file: " + quoted(all) + more);
  }

  private static double distance(ColumnSpec column, String heading) {
    double least = 1;
    for (String wanted : column.from()) {
      least = Math.min(least, distance(Headings.form(wanted), Headings.form(heading)));
      least =
          Math.min(
              least, distance(Headings.form(wanted), Headings.form(Headings.lastPart(heading))));
    }
    return least;
  }

  /** Share of signs to change; one text inside the other counts as near. */
  private static double distance(String left, String right) {
    if (left.length() > 1 && right.length() > 1 && (left.contains(right) || right.contains(left))) {
      return 0.3;
    }
    if (left.isEmpty() || right.isEmpty() || left.length() > LONGEST || right.length() > LONGEST) {
      return 1;
    }
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return (double) row[right.length()] / Math.max(left.length(), right.length());
  }

  private static String quoted(List<String> headings) {
    return headings.stream()
        .map(heading -> "\"" + cut(heading) + "\"")
        .collect(Collectors.joining(", "));
  }

  private static String cut(String heading) {
    return heading.length() <= LONGEST ? heading : heading.substring(0, LONGEST) + "...";
  }
}
