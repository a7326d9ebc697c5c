package id.pde.guess;

import id.pde.mapping.ColumnSpec.Settled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Proposes which columns a NIK or NIP has to agree with, where there is no choice. */
final class Agreements {

  private static final String SEX = "code(jenis_kelamin)";

  private Agreements() {}

  /** The same columns; the only NIK, else the only NIP, names the others about its person. */
  static List<ColumnDraft> in(List<ColumnDraft> columns) {
    List<ColumnDraft> niks = of(columns, column -> column.type().equals("nik"));
    List<ColumnDraft> nips = of(columns, column -> column.type().equals("nip"));
    List<ColumnDraft> identifiers = niks.isEmpty() ? nips : niks;
    if (identifiers.size() != 1) {
      return columns;
    }
    Map<String, String> others = new LinkedHashMap<>();
    name("birth", of(columns, Agreements::isBirth), others);
    name("sex", of(columns, column -> column.type().equals(SEX)), others);
    if (!niks.isEmpty()) {
      name("card", of(columns, column -> column.type().equals("kk")), others);
    }
    if (others.isEmpty()) {
      return columns;
    }
    ColumnDraft identifier = identifiers.get(0);
    List<ColumnDraft> agreeing = new ArrayList<>();
    for (ColumnDraft column : columns) {
      boolean born = column.name().equals(others.get("birth"));
      agreeing.add(
          column.equals(identifier)
              ? column.with("agrees-with", flow(others))
              : born ? settled(column) : column);
    }
    return agreeing;
  }

  /** A column of dates that not all have their form: the identifier may settle the others. */
  private static ColumnDraft settled(ColumnDraft birth) {
    String format = birth.details().get("format");
    if (format == null || !birth.details().containsKey("invalid")) {
      return birth;
    }
    if (format.equals(Settled.BY_COLUMN.word())) {
      return birth.with("format", Settled.BY_NIK.word());
    }
    String forms = format.startsWith("[") ? format.substring(1, format.length() - 1) : format;
    return birth.with("format", "[" + forms + ", by-nik]");
  }

  private static List<ColumnDraft> of(List<ColumnDraft> columns, Predicate<ColumnDraft> wanted) {
    return columns.stream().filter(wanted).toList();
  }

  private static boolean isBirth(ColumnDraft column) {
    return column.type().equals("date")
        && new Heading(column.heading()).has("lahir", "lhr", "birth");
  }

  private static void name(String key, List<ColumnDraft> fitting, Map<String, String> others) {
    if (fitting.size() == 1) {
      others.put(key, fitting.get(0).name());
    }
  }

  private static String flow(Map<String, String> entries) {
    List<String> parts = new ArrayList<>();
    entries.forEach((key, value) -> parts.add(key + ": " + value));
    return "{" + String.join(", ", parts) + "}";
  }
}
