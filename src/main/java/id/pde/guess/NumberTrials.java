package id.pde.guess;

import id.pde.model.Header;
import id.pde.model.Location;
import id.pde.model.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The values of one field as numbers, under both decimal marks. */
final class NumberTrials {

  private static final String OTHER_MARK = "decimal.other-mark";
  private static final String AMBIGUOUS = "decimal.ambiguous";

  private final Trial undeclared;
  private final Marked comma;
  private final Marked dot;
  private long ambiguousByComma;

  NumberTrials(TrialColumns columns, String heading) {
    undeclared = columns.number(heading, null);
    comma = new Marked(columns.number(heading, ','));
    dot = new Marked(columns.number(heading, '.'));
  }

  /** Numbers under one mark, and how long they are. */
  static final class Marked {
    private static final int MANY = 18;
    private static final int SHOWN = 3;
    private static final int FEW = 5;
    private static final BigInteger MANY_ZEROS = BigInteger.TEN.pow(MANY);

    private final Trial trial;
    private int digits = 1;
    private int places;
    private long fractions;
    private final List<Location> openFractions = new ArrayList<>();
    private long open;

    private Marked(Trial trial) {
      this.trial = trial;
    }

    private void see(Row row, boolean ambiguous) {
      if (trial.see(row) instanceof BigDecimal value) {
        BigDecimal plain = stripped(value);
        int scale = Math.max(0, plain.scale());
        digits = Math.max(digits, plain.precision() - plain.scale());
        places = Math.max(places, scale);
        fractions += scale > 0 ? 1 : 0;
        if (scale > 0 && ambiguous) {
          open++;
          if (openFractions.size() < SHOWN) {
            openFractions.add(row.location(-1));
          }
        }
      }
    }

    /** As {@code stripTrailingZeros}, which takes the zeros of a long number one by one. */
    private static BigDecimal stripped(BigDecimal value) {
      BigInteger digits = value.unscaledValue();
      int scale = value.scale();
      while (scale >= MANY && digits.bitLength() >= Long.SIZE) {
        BigInteger[] parts = digits.divideAndRemainder(MANY_ZEROS);
        if (parts[1].signum() != 0) {
          break;
        }
        digits = parts[0];
        scale -= MANY;
      }
      return new BigDecimal(digits, scale).stripTrailingZeros();
    }

    Trial trial() {
      return trial;
    }

    /** The most digits before the mark. */
    int digits() {
      return digits;
    }

    /** The most digits behind it. */
    int places() {
      return places;
    }

    /** How many are no whole numbers. */
    long fractions() {
      return fractions;
    }

    /**
     * Whether few are no whole numbers, and each of these would be one under the other mark: {@code
     * 32,500} among prices such as 33500 is no small price.
     */
    boolean doubtful() {
      return open > 0 && open == fractions && FEW * open <= trial.read();
    }

    /** Where the first of these stand. */
    List<Location> doubts() {
      return List.copyOf(openFractions);
    }
  }

  void table(Header header) {
    undeclared.table(header);
    comma.trial.table(header);
    dot.trial.table(header);
  }

  void see(Row row, String tidy) {
    if (comma.trial.alive() || dot.trial.alive()) {
      long before = undeclared.refusals(AMBIGUOUS);
      undeclared.see(row);
      boolean ambiguous = undeclared.refusals(AMBIGUOUS) > before;
      ambiguousByComma += ambiguous && tidy.indexOf(',') >= 0 ? 1 : 0;
      comma.see(row, ambiguous);
      dot.see(row, ambiguous);
    }
  }

  Marked under(char mark) {
    return mark == '.' ? dot : comma;
  }

  /** How many values are numbers only with a decimal comma. */
  long commaOnly() {
    return dot.trial.remarks(OTHER_MARK);
  }

  /** How many values are numbers only with a decimal point. */
  long dotOnly() {
    return comma.trial.remarks(OTHER_MARK);
  }

  /** How many values are two numbers: 1.234. */
  long ambiguous() {
    return undeclared.refusals(AMBIGUOUS);
  }

  /** How many of these have a comma: 1,234. */
  long ambiguousByComma() {
    return ambiguousByComma;
  }

  /** The decimal mark of this field alone, where its values settle it. */
  char ownMark(char otherwise) {
    return commaOnly() == dotOnly() ? otherwise : commaOnly() > dotOnly() ? ',' : '.';
  }

  Trial undeclared() {
    return undeclared;
  }
}
