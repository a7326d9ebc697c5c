package id.pde.guess;

import id.pde.guess.TypeChoice.Chosen;
import id.pde.mapping.Identifier;
import id.pde.mapping.PersonalHeading;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proposes the columns: types by evidence, classes by headings and values. */
final class ColumnChoice {

  private static final String GENERAL = "pribadi-umum";
  private static final String SPECIFIC = "pribadi-spesifik";

  private final TableEvidence evidence;
  private final DecimalMark mark;
  private final List<ColumnDraft> plain;

  /**
   * @param plain the columns in the order of the evidence, with their names
   */
  ColumnChoice(TableEvidence evidence, DecimalMark mark, List<ColumnDraft> plain) {
    this.evidence = evidence;
    this.mark = mark;
    this.plain = plain;
  }

  List<ColumnDraft> columns() {
    List<ColumnDraft> columns = new ArrayList<>();
    List<FieldEvidence> fields = evidence.fields();
    boolean people = people(fields);
    for (int i = 0; i < plain.size(); i++) {
      columns.add(column(plain.get(i), fields.get(i), people));
    }
    return Agreements.in(columns);
  }

  /** Whether a row is a person: sex and religion are personal then. */
  private static boolean people(List<FieldEvidence> fields) {
    return fields.stream()
        .anyMatch(
            field ->
                (field.values() > 0 && 2 * field.nik().read() > field.values())
                    || PersonalHeading.looksPersonal(field.heading()));
  }

  private ColumnDraft column(ColumnDraft draft, FieldEvidence field, boolean people) {
    Chosen chosen = new TypeChoice(field, mark).choose();
    List<Text> remarks = new ArrayList<>(chosen.remarks());
    String dataClass = dataClass(draft, field, chosen.type(), people, remarks);
    return new ColumnDraft(
        draft.name(), draft.heading(), chosen.type(), chosen.details(), dataClass, remarks);
  }

  private static boolean describesPerson(ColumnDraft draft) {
    return new Heading(draft.heading()).describesPerson()
        || new Heading(draft.name()).describesPerson();
  }

  private static @Nullable String dataClass(
      ColumnDraft draft, FieldEvidence field, String type, boolean people, List<Text> remarks) {
    Heading heading = new Heading(draft.heading());
    boolean named =
        PersonalHeading.looksPersonal(draft.heading())
            || PersonalHeading.looksPersonal(draft.name());
    ValueForms forms = field.forms();
    if (heading.account()) {
      return "internal";
    }
    if (type.startsWith("code(") && PersonalHeading.looksLikeName(draft.heading())) {
      // Each value is in a list of places, offices or the like.
      return "internal";
    }
    if (heading.namesPerson() && type.equals("text")) {
      return GENERAL;
    }
    if (heading.specific() && (named || people)) {
      return SPECIFIC;
    }
    boolean identifies =
        type.equals("nik") || Identifier.of(type).filter(Identifier::personal).isPresent();
    boolean home = people && type.equals("point");
    if (named || identifies || home || (people && describesPerson(draft))) {
      return GENERAL;
    }
    long numbers = forms.phones() + forms.emails() + forms.sixteen() + forms.eighteen();
    if (field.values() > 0 && 10 * numbers > 3 * field.values()) {
      remarks.add(
          Remarks.of(
              numbers + " isian berbentuk nomor orang, telepon atau alamat surel",
              numbers + " values have the form of a person's number, a telephone or an e-mail"));
      return GENERAL;
    }
    if (forms.inside() > 0) {
      remarks.add(
          Remarks.of(
              forms.inside() + " teks memuat nomor telepon atau NIK",
              forms.inside() + " texts hold a telephone number or a NIK"));
      return GENERAL;
    }
    return null;
  }
}
