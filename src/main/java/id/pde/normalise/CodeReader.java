package id.pde.normalise;

import id.pde.codes.CodeList;
import id.pde.codes.Lookup;
import id.pde.codes.Question;
import id.pde.codes.Suggestion;
import id.pde.codes.Validity.Span;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.Narrowing;
import id.pde.model.Cell;
import id.pde.model.Period;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of a reference list: by code, decision, name or variant, as of the row's period. */
final class CodeReader implements ColumnReader {

  /** A power of two; most lists that a million rows speak of are shorter. */
  private static final int REMEMBERED = 256;

  /** Suggestions compare with the whole list; beyond so many values nobody reads them. */
  private static final int SUGGESTED = 1_000;

  /** How far the likest code has to be ahead of the next one. */
  private static final double AHEAD = 0.05;

  private final Column.Context context;
  private final CodeFaults faults;
  private final Narrowing narrowing;
  private final @Nullable CodeList list;
  private final int parentColumn;
  private final @Nullable String[] raws = new String[REMEMBERED];
  private final @Nullable String[] codes = new String[REMEMBERED];
  private final Map<Question, List<Suggestion>> suggested = new HashMap<>();
  private @Nullable Period period;
  private @Nullable String parent;

  CodeReader(Column.Context context, CodeType type, @Nullable CodeList list) {
    this.context = context;
    this.faults = new CodeFaults(context, type.list());
    this.narrowing = type.narrowing();
    this.list = list;
    String above = narrowing.parentColumn();
    this.parentColumn = above == null ? -1 : context.mapping().column(above);
    this.parent = narrowing.parentCode();
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    look();
    int slot = (raw.hashCode() * 0x9E3779B1) >>> 24;
    if (raw.equals(raws[slot])) {
      return codes[slot];
    }
    String tidy = Tidy.word(raw);
    if (tidy.isEmpty()) {
      return null;
    }
    if (list == null) {
      return unknown(tidy, faults.noList(), findings);
    }
    Question question = question(tidy);
    Lookup lookup = list.look(question);
    if (lookup instanceof Lookup.Found found) {
      raws[slot] = raw;
      codes[slot] = found.code().code();
      return codes[slot];
    }
    return lookup instanceof Lookup.OtherParent other
        ? findings.invalid(faults.otherParent(other.code(), parent))
        : missed(question, lookup, findings);
  }

  /** Forgets what was found under another parent or for another period. */
  private void look() {
    Period now = list != null && list.dated() ? context.row().period() : null;
    String above =
        parentColumn < 0 ? narrowing.parentCode() : (String) context.row().value(parentColumn);
    if (!Objects.equals(now, period) || !Objects.equals(above, parent)) {
      Arrays.fill(raws, null);
      period = now;
      parent = above;
    }
  }

  private Question question(String tidy) {
    Span span = period == null ? null : new Span(period.start(), period.end());
    // A text that was kept without a code is no parent.
    String above = parent == null || list == null || list.byCode(parent).isEmpty() ? null : parent;
    return new Question(tidy, narrowing.levels(), above, narrowing.system(), span);
  }

  private @Nullable Object missed(Question question, Lookup lookup, Findings findings) {
    List<Suggestion> like = lookup instanceof Lookup.Unknown ? suggestions(question) : List.of();
    BigDecimal enough = narrowing.similar();
    if (enough != null && !like.isEmpty() && like.get(0).score() >= enough.doubleValue()) {
      boolean alone = like.size() == 1 || like.get(0).score() - like.get(1).score() >= AHEAD;
      if (alone) {
        findings.warn(faults.similar(like.get(0)));
        return like.get(0).code().code();
      }
    }
    return unknown(question.value(), faults.of(lookup, like), findings);
  }

  private List<Suggestion> suggestions(Question question) {
    List<Suggestion> known = suggested.get(question);
    if (known == null && list != null && suggested.size() < SUGGESTED) {
      known = list.suggest(question);
      suggested.put(question, known);
    }
    return known == null ? List.of() : known;
  }

  /** A number cell drops outer zeros: 35.10 arrives as 35.1, which may be another code. */
  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    String plain = cell.text();
    String shown = NumberFormat.zeros(plain, cell.format());
    if (shown != null) {
      return text(shown, findings);
    }
    if (plain.indexOf('.') >= 0 && isCode(plain + "0")) {
      return findings.invalid(faults.lostZero(isCode(plain)));
    }
    return text(plain, findings);
  }

  private boolean isCode(String text) {
    return list != null && !list.byCode(text).isEmpty();
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    return text(cell.text(), findings);
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return text(cell.text(), findings);
  }

  private @Nullable Object unknown(String tidy, Fault fault, Findings findings) {
    Fault unstorable = TextReader.unstorable(tidy);
    if (unstorable != null) {
      return findings.invalid(unstorable);
    }
    if (context.spec().policies().unknown() == UnknownCode.KEEP) {
      findings.warn(fault);
      return tidy;
    }
    return findings.reject(fault);
  }
}
