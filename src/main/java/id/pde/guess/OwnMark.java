package id.pde.guess;

import id.pde.model.Text;

/** How the decimal mark of one column stands to that of the others. */
enum OwnMark {
  /** The same. */
  USUAL,
  /** Another, always. */
  OTHER,
  /** None of its values says it, and the other columns say both. */
  OPEN;

  static OwnMark of(NumberTrials numbers, DecimalMark decimal) {
    long comma = numbers.commaOnly();
    long dot = numbers.dotOnly();
    if (decimal.mixed() && comma + dot == 0 && numbers.ambiguous() > 0) {
      return OPEN;
    }
    char own = numbers.ownMark(decimal.orPoint());
    boolean always = (own == ',' ? dot : comma) == 0;
    return own != decimal.orPoint() && always ? OTHER : USUAL;
  }

  Text remark(NumberTrials numbers) {
    return this == OPEN
        ? Remarks.of(
            numbers.ambiguous() + " bilangan dapat dibaca dua cara; kolom lain memakai kedua tanda",
            numbers.ambiguous() + " numbers read both ways; other columns have either mark")
        : Remarks.of(
            "tanda desimal kolom ini lain daripada kolom-kolom lain; ditentukan dari isiannya",
            "another decimal mark than in the other columns; its values decide it");
  }
}
