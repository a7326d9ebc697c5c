package id.pde.guess;

import id.pde.mapping.ColumnType;
import id.pde.model.Row;

/** The values of one field as codes of one list. */
final class CodeTrial {

  private final String list;
  private final Trial trial;
  private long telling;

  CodeTrial(String list, TrialColumns columns, String heading) {
    this.list = list;
    this.trial = columns.of(heading, new ColumnType.CodeType(list));
  }

  void see(Row row, String tidy) {
    if (trial.alive() && trial.see(row) != null && tidy.chars().anyMatch(CodeTrial::tells)) {
      telling++;
    }
  }

  /** Almost every list has a code 1; a word or a dotted code speaks for this one. */
  private static boolean tells(int sign) {
    return Character.isLetter(sign) || sign == '.' || sign == '/';
  }

  String list() {
    return list;
  }

  Trial trial() {
    return trial;
  }

  /** How many values were found by more than a bare number. */
  long telling() {
    return telling;
  }
}
