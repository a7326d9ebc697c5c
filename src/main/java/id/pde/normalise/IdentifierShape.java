package id.pde.normalise;

import id.pde.mapping.Identifier;
import org.jspecify.annotations.Nullable;

/** What the signs of one identifier have to be. */
interface IdentifierShape {

  /**
   * The value, null where it is invalid.
   *
   * @param tidy not empty
   */
  @Nullable String read(String tidy, Findings findings);

  static IdentifierShape of(Identifier identifier, IdentifierFaults faults) {
    return switch (identifier) {
      case KK -> new FamilyCard(faults);
      case NIP -> digits(faults, new CivilServant(faults));
      case NPWP -> digits(faults, new Taxpayer(faults));
      case NOP -> digits(faults, new TaxObject(faults));
      case POSTAL_CODE -> digits(faults, new PostCode(faults));
      case NPSN -> new School(faults);
      case PHONE -> new Phone(faults);
      case EMAIL -> new Mailbox(faults);
    };
  }

  /** Digits alone; dots, dashes, blanks and apostrophes between them go. */
  private static IdentifierShape digits(IdentifierFaults faults, IdentifierShape shape) {
    return (tidy, findings) -> {
      DigitText found = DigitText.of(tidy);
      if (found.plain() && !found.digits().isEmpty()) {
        return shape.read(found.digits(), findings);
      }
      findings.invalid(faults.characters(tidy, found.other() == DigitText.Other.LETTER_O));
      return null;
    };
  }
}
