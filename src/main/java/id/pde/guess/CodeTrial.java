package id.pde.guess;

import id.pde.codes.CodeList;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Narrowing;
import id.pde.model.Header;
import id.pde.model.Location;
import id.pde.model.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values of one field as codes of one list; of the level that the heading names, too. */
final class CodeTrial {

  private static final int SPELLINGS = 1_000;

  private final CodeList list;
  private final Trial any;
  private final List<String> named;
  private final @Nullable Trial ofLevel;
  private final Set<String> found = new TreeSet<>();
  private final Set<String> spellings = new HashSet<>();
  private final Set<String> codes = new HashSet<>();
  private boolean official;
  private long telling;

  CodeTrial(CodeList list, TrialColumns columns, String heading) {
    this.list = list;
    this.any = columns.of(heading, new ColumnType.CodeType(list.name()));
    this.named = HeadingLevels.of(new Heading(heading), list.levels());
    Narrowing level = new Narrowing(named, null, null, null, null);
    this.ofLevel =
        named.isEmpty() ? null : columns.of(heading, new ColumnType.CodeType(list.name(), level));
  }

  void table(Header header) {
    any.table(header);
    if (ofLevel != null) {
      ofLevel.table(header);
    }
  }

  void see(Row row, String tidy) {
    Object code = any.alive() ? any.see(row) : null;
    if (code != null) {
      list.byCode(code.toString()).forEach(one -> found.add(String.valueOf(one.level())));
      spelt(tidy, code.toString());
    }
    Object narrow = ofLevel != null && ofLevel.alive() ? ofLevel.see(row) : null;
    if ((code != null || narrow != null) && tidy.chars().anyMatch(CodeTrial::tells)) {
      telling++;
    }
  }

  private void spelt(String tidy, String code) {
    if (spellings.size() < SPELLINGS) {
      spellings.add(tidy.toLowerCase(Locale.ROOT));
      codes.add(code);
    }
    official =
        official
            || list.byCode(code).stream()
                .anyMatch(
                    one -> one.name().equalsIgnoreCase(tidy) || one.code().equalsIgnoreCase(tidy));
  }

  /**
   * Whether spellings that differ here are one code there, and none is the list's own: SD and MI
   * are two kinds of schools, but one level of education. Such a list may be about something else.
   */
  boolean merges() {
    return !official && spellings.size() > codes.size();
  }

  /** Almost every list has a code 1; a word or a dotted code speaks for this one. */
  private static boolean tells(int sign) {
    return Character.isLetter(sign) || sign == '.' || sign == '/';
  }

  String list() {
    return list.name();
  }

  /** By the level that the heading names, unless fewer values have it. */
  Trial trial() {
    return ofLevel != null && ofLevel.read() >= any.read() ? ofLevel : any;
  }

  /** The levels to declare: those of the heading, else of all values; empty: any. */
  List<String> levels() {
    if (trial() != any) {
      return named;
    }
    List<String> all = List.copyOf(found);
    return !list.levels().isEmpty() && HeadingLevels.together(all) ? all : List.of();
  }

  /** The levels that the heading names, where some values have others; empty: none has. */
  List<String> mixed() {
    boolean most =
        ofLevel != null && ofLevel.read() < any.read() && 10 * ofLevel.read() >= 7 * any.read();
    return most ? named : List.of();
  }

  /** Where values stand that are not of a level that the heading names. */
  List<Location> otherLevels() {
    return ofLevel == null ? List.of() : ofLevel.refusedAt();
  }

  /** How many values were found by more than a bare number. */
  long telling() {
    return telling;
  }
}
