package id.pde.source.layout.stage;

import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.LimitExceeded;
import id.pde.source.layout.stage.OutlineRows.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a hierarchy by codes: 5.1.02 is below 5.1. Rows wait for the end of the table, for what is
 * below a row may stand anywhere. Parts are compared as numbers, for people leave zeros out
 * (5.1.1.3 is 5.1.01.03).
 */
final class CodeOutline implements Stage {

  /** Some 100 MB; a chart of accounts has a few thousand rows. */
  static final int CELLS = 1_000_000;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ZEROS = Pattern.compile("0+");

  private final OutlineRows rows;
  private final int limit;
  private final List<Draft> waiting = new ArrayList<>();

  CodeOutline(OutlineRows rows) {
    this.rows = rows;
    this.limit = CELLS / Math.max(1, rows.size());
  }

  @Override
  public void row(Draft draft) {
    if (waiting.size() == limit) {
      throw new LimitExceeded(
          Issue.of(
              "limit.outline",
              Severity.REFUSE,
              rows.setting().row(draft.line()),
              new Advice(
                  "limit.outline",
                  new Text(
                      "susunan menurut kode memuat paling banyak " + limit + " baris",
                      "an outline by code takes at most " + limit + " rows"),
                  new Text(
                      "bagi datanya menjadi beberapa berkas, atau muat semua tingkat tanpa outline",
                      "divide the data into several files, or load all levels without outline"))),
          null);
    }
    waiting.add(draft);
  }

  /** A code taken apart; null for a row that has none. */
  private record Code(String text, List<String> parts) {
    String above(int depth) {
      return String.join(".", parts.subList(0, depth));
    }
  }

  @Override
  public void end() {
    List<@Nullable Code> codes = new ArrayList<>();
    waiting.forEach(draft -> codes.add(code(draft)));
    unpad(codes);
    Map<String, String> texts = new HashMap<>();
    Set<String> groups = new HashSet<>();
    long repeated = 0;
    long firstRepeated = 0;
    for (int i = 0; i < codes.size(); i++) {
      Code code = codes.get(i);
      if (code == null) {
        continue;
      }
      if (texts.putIfAbsent(code.above(code.parts.size()), code.text) != null) {
        firstRepeated = repeated++ == 0 ? waiting.get(i).line() : firstRepeated;
      }
      for (int depth = 1; depth < code.parts.size(); depth++) {
        groups.add(code.above(depth));
      }
    }
    noteRepeated(repeated, firstRepeated);
    noteFlat(codes);
    for (int i = 0; i < codes.size(); i++) {
      show(waiting.get(i), codes.get(i), texts, groups);
    }
    waiting.clear();
    rows.end();
  }

  private @Nullable Code code(Draft draft) {
    if (!draft.issues().isEmpty() || !draft.filled(rows.field())) {
      return null;
    }
    String text = Texts.line(rows.of(draft), ReadAs.SHOWN);
    List<String> parts =
        Arrays.stream(BETWEEN.split(text))
            .filter(part -> !part.isEmpty())
            .map(CodeOutline::form)
            .toList();
    return new Code(text, parts.isEmpty() ? List.of(text) : parts);
  }

  private static String form(String part) {
    String bare = part.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    return bare.isEmpty() ? "0" : bare;
  }

  /** Codes of one length are filled up with zeros: 5.0.0 is above 5.1.0, and that above 5.1.2. */
  private static void unpad(List<@Nullable Code> codes) {
    int length = 0;
    boolean padded = false;
    for (Code code : codes) {
      if (code == null) {
        continue;
      }
      int size = code.parts.size();
      if (length != 0 && length != size) {
        return;
      }
      length = size;
      padded |= isZero(code.parts.get(size - 1));
    }
    if (length < 2 || !padded) {
      return;
    }
    codes.replaceAll(
        code -> {
          if (code == null) {
            return null;
          }
          int size = code.parts.size();
          while (size > 1 && isZero(code.parts.get(size - 1))) {
            size--;
          }
          return new Code(code.text, code.parts.subList(0, size));
        });
  }

  private static boolean isZero(String part) {
    return ZEROS.matcher(part).matches();
  }

  private void show(
      Draft draft, @Nullable Code code, Map<String, String> texts, Set<String> groups) {
    if (code == null) {
      rows.passes(draft);
      return;
    }
    int depth = code.parts.size();
    String parent = null;
    for (int above = depth - 1; above > 0 && parent == null; above--) {
      parent = texts.get(code.above(above));
    }
    Role role = groups.contains(code.above(depth)) ? Role.GROUP : Role.LEAF;
    rows.row(draft, depth, parent, role);
  }

  private void noteRepeated(long repeated, long first) {
    if (repeated > 0) {
      rows.setting()
          .note(
              "outline.repeated",
              rows.setting().row(first),
              new Text(
                  repeated + " baris memakai kode yang sudah ada di baris lain.",
                  repeated + " rows have a code that another row has."),
              new Text(
                  "Periksa " + rows.heading() + "; angka 5.10 di sel angka tampil sebagai 5.1.",
                  "Check " + rows.heading() + "; 5.10 in a number cell becomes 5.1."));
    }
  }

  /** 5, 51, 5102: codes without signs between their parts do not say what is below what. */
  private void noteFlat(List<@Nullable Code> codes) {
    Set<Integer> lengths = new HashSet<>();
    for (Code code : codes) {
      if (code != null) {
        if (code.parts.size() > 1) {
          return;
        }
        lengths.add(code.text.length());
      }
    }
    if (lengths.size() > 1) {
      rows.setting()
          .note(
              "outline.flat",
              rows.setting().headings(),
              new Text(
                  "kode di kolom "
                      + rows.heading()
                      + " tidak punya tanda pemisah bagian, sehingga"
                      + " tingkatnya tidak terbaca; semua baris dianggap rincian",
                  "the codes in column "
                      + rows.heading()
                      + " have no sign between their parts, so"
                      + " their levels cannot be read; all rows count as details"),
              new Text("tulis kode seperti 5.1.02", "write codes like 5.1.02"));
    }
  }

  @Override
  public void gap() {
    rows.gap();
  }
}
