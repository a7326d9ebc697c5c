package id.pde.mapping.cel;

import dev.cel.runtime.CelEvaluationException;
import id.pde.model.Text;
import java.util.Optional;

/** Says why an expression has no answer for a row; the library's own words hold values. */
final class FormulaFailures {

  private FormulaFailures() {}

  static Answer explain(CelEvaluationException failure, ReadyFormula formula) {
    return switch (failure.getErrorCode()) {
      case DIVIDE_BY_ZERO ->
          failed(
              new Text("pembagian dengan nol", "a division by zero"),
              new Text(
                  "periksa pembaginya dahulu: when: X != 0",
                  "test the divisor first: when: X != 0"));
      case NUMERIC_OVERFLOW ->
          failed(
              new Text(
                  "hasilnya tidak muat: terlalu besar, atau punya pecahan",
                  "the result does not fit: it is too large, or has a fraction"),
              new Text("periksa nilainya dan rumusnya", "check the values and the formula"));
      case BAD_FORMAT ->
          failed(
              new Text(
                  "sebuah teks bukan angka, tanggal atau periode yang diminta",
                  "a text is not the number, date or period that is asked for"),
              new Text("periksa nilainya dan rumusnya", "check the values and the formula"));
      case ITERATION_BUDGET_EXCEEDED ->
          failed(
              new Text("terlalu banyak putaran", "too many rounds of its loops"),
              new Text("tulis daftar yang lebih pendek", "write shorter lists"));
      default -> missing(formula);
    };
  }

  /** There is no answer, most often because a column is empty. */
  static Answer missing(ReadyFormula formula) {
    Optional<String> empty = formula.firstEmpty();
    if (empty.isEmpty()) {
      return failed(
          new Text(
              "tidak dapat dihitung dengan isi baris ini",
              "there is no answer for what this row holds"),
          new Text(
              "periksa barisnya dan rumusnya; mungkin barisnya tanpa periode",
              "check the row and the formula; perhaps the row has no period"));
    }
    String column = empty.get();
    return new Answer.Failed(
        new Text("kolom " + column + " kosong", "column " + column + " is empty"),
        new Text(
            "isi sel itu, atau tulis when: " + column + " != null",
            "fill in that cell, or write when: " + column + " != null"),
        empty);
  }

  private static Answer failed(Text message, Text fix) {
    return new Answer.Failed(message, fix, Optional.empty());
  }
}
