package id.pde.guess;

import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mark of all numbers written as text is the decimal one.
 *
 * @param mark null: every number reads the same either way
 * @param mixed whether some are numbers only with one mark and others only with the other
 * @param remarks what is uncertain about it
 */
record DecimalMark(@Nullable Character mark, boolean mixed, List<Text> remarks) {

  DecimalMark {
    remarks = List.copyOf(remarks);
  }

  static DecimalMark of(List<FieldEvidence> fields) {
    Sum sum = new Sum();
    for (FieldEvidence field : fields) {
      NumberTrials numbers = field.numbers();
      long read = numbers.undeclared().read() + numbers.ambiguous();
      if (5 * read >= 4 * field.values() && !new Heading(field.heading()).identifies()) {
        sum.add(numbers);
      }
    }
    return sum.comma + sum.dot + sum.ambiguous == 0
        ? new DecimalMark(null, false, List.of())
        : new DecimalMark(sum.mark(), sum.comma > 0 && sum.dot > 0, remarks(sum));
  }

  /** The evidence of several fields. */
  private static final class Sum {
    private long comma;
    private long dot;
    private long ambiguous;
    private long ambiguousByComma;
    private long misreadByComma;
    private long misreadByDot;

    private void add(NumberTrials numbers) {
      comma += numbers.commaOnly();
      dot += numbers.dotOnly();
      ambiguous += numbers.ambiguous();
      ambiguousByComma += numbers.ambiguousByComma();
      misreadByComma += numbers.ownMark(',') == '.' ? numbers.ambiguous() : 0;
      misreadByDot += numbers.ownMark('.') == ',' ? numbers.ambiguous() : 0;
    }

    /** Numbers with one reading are read under either mark: those with two decide. */
    private char mark() {
      if (misreadByComma != misreadByDot) {
        return misreadByComma < misreadByDot ? ',' : '.';
      }
      if (comma + dot == 0 && ambiguousByComma == ambiguous) {
        // Where all have three digits behind it, a comma divides thousands.
        return '.';
      }
      return dot > comma ? '.' : ',';
    }
  }

  /** The mark to read numbers with. */
  char orPoint() {
    return mark == null ? '.' : mark;
  }

  private static List<Text> remarks(Sum sum) {
    List<Text> remarks = new ArrayList<>();
    long comma = sum.comma;
    long dot = sum.dot;
    long ambiguous = sum.ambiguous;
    if (comma > 0 && dot > 0) {
      remarks.add(
          Remarks.of(
              comma
                  + " bilangan hanya terbaca dengan koma desimal, "
                  + dot
                  + " hanya dengan titik desimal",
              comma
                  + " numbers read only with a decimal comma, "
                  + dot
                  + " only with a decimal point"));
    }
    if (comma == 0 && dot == 0) {
      String example = sum.ambiguousByComma == ambiguous ? "1,234" : "1.234";
      remarks.add(
          Remarks.of(
              ambiguous
                  + " bilangan seperti "
                  + example
                  + " dapat dibaca dua cara, tidak ada yang memastikan",
              ambiguous + " numbers such as " + example + " read both ways, none settles it"));
    }
    return remarks;
  }
}
