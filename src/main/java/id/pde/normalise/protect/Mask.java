package id.pde.normalise.protect;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Identifier;
import id.pde.mapping.PersonalHeading;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a masked value shows. Its length is never one of the things: all hidden parts are three
 * stars.
 *
 * <ul>
 *   <li>identifiers (nik, kk, nip, npwp, npsn, nop, postal_code): the last 2 signs; a NIK's first
 *       twelve are region and birth date and would name a person
 *   <li>phone: the last 3 digits; email: the domain
 *   <li>text of a column of names: the initials; other text: the first letter or digit
 *   <li>dates and timestamps: the year
 *   <li>everything else (numbers, times, truth values, codes): nothing
 * </ul>
 */
public final class Mask {

  private static final String HIDDEN = "***";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][^\\s.,;/]*");

  /** Initials of more words than a name has would spell a sentence. */
  private static final int INITIALS = 4;

  private Mask() {}

  /** Whether a column of text holds names, by its name and its headings. */
  public static boolean isOfNames(ColumnSpec column) {
    return PersonalHeading.looksLikeName(column.name())
        || column.from().stream().anyMatch(PersonalHeading::looksLikeName);
  }

  static String of(ColumnType type, boolean names, Object value) {
    String text = value.toString();
    if (type instanceof ColumnType.IdentifierType id) {
      return identifier(id.identifier(), text);
    }
    if (type instanceof ColumnType.NikType) {
      return last(text, 2);
    }
    if (type instanceof ColumnType.DateType && value instanceof LocalDate date) {
      return year(date);
    }
    if (type instanceof ColumnType.TimestampType && value instanceof OffsetDateTime moment) {
      return year(moment.toLocalDate());
    }
    if (type instanceof ColumnType.TextType) {
      return names ? initials(text) : first(text);
    }
    return HIDDEN;
  }

  private static String identifier(Identifier identifier, String text) {
    return switch (identifier) {
      case EMAIL -> text.indexOf('@') < 0 ? HIDDEN : HIDDEN + text.substring(text.lastIndexOf('@'));
      case PHONE -> last(text, 3);
      case KK, NIP, NPWP, NPSN, NOP, POSTAL_CODE -> last(text, 2);
    };
  }

  /**
   * Of a text that is no longer than twice of that, nothing; nor of one that ends otherwise than a
   * number, for it is not what its column says.
   */
  private static String last(String text, int signs) {
    String end = text.substring(Math.max(0, text.length() - signs));
    boolean number = end.chars().allMatch(Character::isDigit);
    return number && text.length() > 2 * signs ? HIDDEN + end : HIDDEN;
  }

  private static String year(LocalDate date) {
    return date.getYear() + "-**-**";
  }

  private static String first(String text) {
    Matcher word = WORD.matcher(text);
    return word.find() ? letter(word.group()) + HIDDEN : HIDDEN;
  }

  private static String initials(String text) {
    Matcher word = WORD.matcher(text);
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < INITIALS && word.find(); i++) {
      initials.append(i == 0 ? "" : " ").append(letter(word.group())).append(HIDDEN);
    }
    return initials.isEmpty() ? HIDDEN : initials.toString();
  }

  private static String letter(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
