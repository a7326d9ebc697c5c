package id.pde.normalise;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.Agreement;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a NIK or NIP agrees with what other columns say of the same person. Either side may be
 * the wrong one, so that nothing is changed: every difference is a warning.
 */
final class AgreementCheck {

  private final int column;
  private final Kind kind;
  private final int birth;
  private final int sex;
  private final int card;

  /** First six digits that occur, and first two; empty where no list is named. */
  private final Set<String> regions;

  private enum Kind {
    NIK("nik"),
    NIP("nip");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }

  private AgreementCheck(Mapping mapping, int column, CodeLists codes) {
    ColumnType type = mapping.columns().get(column).type();
    Agreement agreement = type.agreement();
    this.column = column;
    kind = type instanceof ColumnType.NikType ? Kind.NIK : Kind.NIP;
    birth = position(mapping, agreement.birth());
    sex = position(mapping, agreement.sex());
    card = position(mapping, agreement.card());
    regions = regions(agreement.region() == null ? null : codes.find(agreement.region()));
  }

  /** One for every column that says what it agrees with. */
  static List<AgreementCheck> of(Mapping mapping, CodeLists codes) {
    List<AgreementCheck> checks = new ArrayList<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      if (!mapping.columns().get(i).type().agreement().equals(Agreement.NONE)) {
        checks.add(new AgreementCheck(mapping, i, codes));
      }
    }
    return checks;
  }

  /** The position of the column whose NIK or NIP speaks of this day of birth, or -1. */
  static int namer(Mapping mapping, ColumnSpec birth) {
    for (int i = 0; i < mapping.columns().size(); i++) {
      if (birth.name().equals(mapping.columns().get(i).type().agreement().birth())) {
        return i;
      }
    }
    return -1;
  }

  private static int position(Mapping mapping, @Nullable String name) {
    return name == null ? -1 : mapping.column(name);
  }

  private static Set<String> regions(@Nullable CodeList list) {
    Set<String> regions = new HashSet<>();
    for (Code code : list == null ? List.<Code>of() : list.codes()) {
      String digits = code.code().replace(".", "");
      if (digits.length() == 6) {
        regions.add(digits);
        regions.add(digits.substring(0, 2));
      }
    }
    return regions;
  }

  /** The column of the identifier. */
  int column() {
    return column;
  }

  /** Adds what does not agree; the findings stand at the identifier. */
  void look(RowSoFar row, Findings findings) {
    Object value = row.value(column);
    Person person = kind == Kind.NIK ? Person.ofNik(value) : Person.ofNip(value);
    if (value == null || person == null) {
      return;
    }
    LocalDate born = birth < 0 || !(row.value(birth) instanceof LocalDate day) ? null : day;
    boolean otherDay = born != null && !person.bornOn(born);
    if (otherDay) {
      findings.warn(birthDiffers());
    }
    Object said = sex < 0 ? null : row.value(sex);
    if (said != null && !person.isOf(said)) {
      findings.warn(sexDiffers());
    }
    Object household = card < 0 ? null : row.value(card);
    if (household != null && household.equals(value)) {
      findings.warn(sameAsCard());
    } else if (otherDay && born != null && isOfPerson(household, born, said)) {
      findings.warn(swapped());
    }
    String digits = String.valueOf(value);
    // The list may hold one province only: it says nothing of the regions of others.
    if (regions.contains(digits.substring(0, 2)) && !regions.contains(digits.substring(0, 6))) {
      findings.warn(region());
    }
  }

  /** Whether the number of the family card is in truth the NIK of this person. */
  private static boolean isOfPerson(@Nullable Object number, LocalDate born, @Nullable Object sex) {
    Person person = Person.ofNik(number);
    return person != null && person.bornOn(born) && (sex == null || person.isOf(sex));
  }

  private Fault fault(String part, Text says) {
    return new Fault(kind.code + "." + part, says, IdentifierFaults.COMPARE);
  }

  private Fault birthDiffers() {
    return fault(
        "birth-differs",
        new Text(
            "memuat tanggal lahir yang lain daripada kolom tanggal lahir",
            "holds another day of birth than the column of the day of birth"));
  }

  private Fault sexDiffers() {
    return fault(
        "sex-differs",
        new Text(
            "menyebut jenis kelamin yang lain daripada kolom jenis kelamin",
            "says another sex than the column of the sex"));
  }

  private Fault swapped() {
    return fault(
        "swapped",
        new Text(
            "tampak tertukar dengan No. KK: tanggal lahirnya ada di nomor KK",
            "seems to be exchanged with the family card: that one holds the day of birth"));
  }

  private Fault sameAsCard() {
    return fault(
        "same-as-card", new Text("sama dengan No. KK", "is the same number as the family card"));
  }

  private Fault region() {
    return fault(
        "region",
        new Text(
            "berawal dengan kode wilayah yang tidak dikenal (6 angka pertama)",
            "begins with a region that is not known (the first 6 digits)"));
  }
}
