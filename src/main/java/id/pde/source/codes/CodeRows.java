package id.pde.source.codes;

import id.pde.codes.Code;
import id.pde.codes.Validity;
import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.model.Location.FilePlace;
import id.pde.run.CodeListReader.CodeFile;
import id.pde.source.codes.CodeTable.Line;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The codes of a list, each line checked by itself and against the others. */
final class CodeRows {

  private final CodeTable table;
  private final List<Code> codes = new ArrayList<>();
  private final List<FilePlace> places = new ArrayList<>();

  private CodeRows(CodeTable table) {
    this.table = table;
  }

  static List<Code> read(CodeFile file, Faults faults) {
    CodeTable table = new CodeTable(file, faults);
    CodeRows rows = new CodeRows(table);
    table.read(CodeColumns.Kind.LIST, rows::take);
    rows.check();
    return rows.codes;
  }

  private void take(Line line) {
    String code = line.value("code");
    String name = line.value("name");
    if (code.isEmpty() || name.isEmpty()) {
      String empty = code.isEmpty() ? "code" : "name";
      line.fault("codes.empty", empty + " kosong", empty + " is empty");
      return;
    }
    Map<String, List<String>> bridges = new HashMap<>();
    for (String system : line.columns().systems()) {
      List<String> forms = parts(line.value("code_" + system));
      if (!forms.isEmpty()) {
        bridges.put(system, forms);
      }
    }
    codes.add(
        new Code(
            code,
            name,
            line.optional("level"),
            line.optional("parent"),
            parts(line.value("variants")),
            validity(line),
            parts(line.value("successor")),
            bridges));
    places.add(line.place());
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split("\\|", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Validity validity(Line line) {
    LocalDate from = date(line, "valid_from");
    LocalDate to = date(line, "valid_to");
    if (from != null && to != null && to.isBefore(from)) {
      line.fault("codes.date", "valid_to sebelum valid_from", "valid_to is before valid_from");
      return Validity.ALWAYS;
    }
    return from == null && to == null ? Validity.ALWAYS : new Validity(from, to);
  }

  private static @Nullable LocalDate date(Line line, String column) {
    String text = line.value(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      String shown = Quoted.of(text);
      line.fault(
          "codes.date",
          shown + " bukan tanggal seperti 2024-12-31",
          shown + " is not a date like 2024-12-31");
      return null;
    }
  }

  /** Looks at what needs the whole list: repeated codes, parents, successors. */
  private void check() {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    Map<String, String> parents = new LinkedHashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      Code code = codes.get(i);
      checkRepeated(i, rows.computeIfAbsent(code.code(), key -> new ArrayList<>(1)));
      if (code.parent() != null) {
        parents.put(code.code(), code.parent());
      }
    }
    ParentCircles circles = new ParentCircles(parents);
    Set<String> known = new HashSet<>(rows.keySet());
    for (int i = 0; i < codes.size(); i++) {
      Code code = codes.get(i);
      if (circles.contains(code.code())) {
        String shown = Quoted.of(code.code());
        table.fault(
            "codes.circle",
            places.get(i),
            "induk dari " + shown + " berputar kembali ke dirinya",
            "the parents of " + shown + " lead back to itself");
      }
      checkSuccessors(code, places.get(i), known);
    }
  }

  private void checkRepeated(int row, List<Integer> before) {
    for (int other : before) {
      if (overlap(codes.get(row).validity(), codes.get(other).validity())) {
        String shown = Quoted.of(codes.get(row).code());
        int line = places.get(other).line();
        table.fault(
            "codes.repeated",
            places.get(row),
            "kode " + shown + " sudah ada di baris " + line,
            "the code " + shown + " is already at line " + line);
        return;
      }
    }
    before.add(row);
  }

  private static boolean overlap(Validity one, Validity other) {
    boolean before = one.to() != null && other.from() != null && one.to().isBefore(other.from());
    boolean after = other.to() != null && one.from() != null && other.to().isBefore(one.from());
    return !before && !after;
  }

  private void checkSuccessors(Code code, FilePlace place, Set<String> known) {
    for (String successor : code.successors()) {
      if (!known.contains(successor) || successor.equals(code.code())) {
        String shown = Quoted.of(successor);
        table.fault(
            "codes.successor",
            place,
            "pengganti " + shown + " bukan kode lain di daftar ini",
            "the successor " + shown + " is no other code of this list");
      }
    }
    if (!code.successors().isEmpty() && code.validity().to() == null) {
      table.fault(
          "codes.successor",
          place,
          "ada successor, tetapi valid_to kosong",
          "there is a successor, but valid_to is empty");
    }
  }
}
