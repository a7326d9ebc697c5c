package id.pde.mapping.cel;

import dev.cel.runtime.CelEvaluationException;
import id.pde.mapping.cel.Expression.Result;
import id.pde.model.Text;

/** Says why an expression has no answer; the library's own words hold values and are not shown. */
final class EvaluationFailures {

  private EvaluationFailures() {}

  static Result.Failed explain(CelEvaluationException failure) {
    return switch (failure.getErrorCode()) {
      case OVERLOAD_NOT_FOUND ->
          new Result.Failed(
              new Text(
                  "sel yang kosong dipakai seolah-olah berisi",
                  "an empty cell is used as if it were filled"),
              new Text(
                  "periksa dahulu: X != null && int(X) > 5",
                  "test it first: X != null && int(X) > 5"));
      case BAD_FORMAT ->
          new Result.Failed(
              new Text(
                  "isi sel bukan bilangan atau waktu yang diminta",
                  "a cell does not hold the number or time that is asked for"),
              new Text(
                  "perbaiki selnya, atau saring dahulu: X.matches(\"^[0-9]+$\") && int(X) > 5",
                  "correct the cell, or test it first: X.matches(\"^[0-9]+$\") && int(X) > 5"));
      case DIVIDE_BY_ZERO ->
          new Result.Failed(
              new Text("pembagian dengan nol", "a division by zero"),
              new Text("periksa pembaginya dahulu", "test the divisor first"));
      case NUMERIC_OVERFLOW ->
          new Result.Failed(
              new Text("bilangannya terlalu besar", "a number is too large"),
              new Text("pakai double(X)", "use double(X)"));
      default ->
          new Result.Failed(
              new Text(
                  "syarat tidak dapat dihitung dengan isi baris ini",
                  "the condition has no answer for what this row holds"),
              new Text("periksa barisnya dan syaratnya", "check the row and the condition"));
    };
  }
}
