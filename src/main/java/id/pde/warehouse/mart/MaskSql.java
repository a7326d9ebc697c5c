package id.pde.warehouse.mart;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Identifier;
import id.pde.normalise.protect.Mask;

/** A mask as SQL: what {@link Mask} shows of a value, of a column that is stored open. */
final class MaskSql {

  private static final String HIDDEN = "'***'";

  /** As the pattern of words of {@link Mask}. */
  private static final String WORD = "'[[:alnum:]][^[:space:].,;/]*'";

  private MaskSql() {}

  /**
   * An expression of type text.
   *
   * @param value the column as SQL names it
   */
  static String of(ColumnSpec column, String value) {
    return "CASE WHEN " + value + " IS NOT NULL THEN " + shown(column, value) + " END";
  }

  private static String shown(ColumnSpec column, String value) {
    ColumnType type = column.type();
    if (type instanceof ColumnType.IdentifierType id) {
      return identifier(id.identifier(), value);
    }
    if (type instanceof ColumnType.NikType) {
      return last(value, 2);
    }
    if (type instanceof ColumnType.DateType || type instanceof ColumnType.TimestampType) {
      return "to_char(" + value + ", 'FMYYYY') || '-**-**'";
    }
    if (type instanceof ColumnType.TextType) {
      return Mask.isOfNames(column) ? initials(value) : first(value);
    }
    return HIDDEN;
  }

  private static String identifier(Identifier identifier, String value) {
    return switch (identifier) {
      case EMAIL -> HIDDEN + " || coalesce(substring(" + value + " FROM '@[^@]*$'), '')";
      case PHONE -> last(value, 3);
      case KK, NIP, NPWP, NPSN, NOP, POSTAL_CODE -> last(value, 2);
    };
  }

  private static String last(String value, int signs) {
    return "CASE WHEN length(%1$s) > %2$s AND right(%1$s, %3$s) ~ '^[0-9]+$' THEN %4$s || right(%1$s, %3$s) ELSE %4$s END"
        .formatted(value, 2 * signs, signs, HIDDEN);
  }

  private static String first(String value) {
    return "coalesce(substring(" + value + " FROM '[[:alnum:]]'), '') || " + HIDDEN;
  }

  private static String initials(String value) {
    return ("coalesce((SELECT string_agg(left(w.word[1], 1) || %s, ' ' ORDER BY w.at)"
            + " FROM regexp_matches(%s, %s, 'g') WITH ORDINALITY AS w (word, at) WHERE w.at <= 4), %s)")
        .formatted(HIDDEN, value, WORD, HIDDEN);
  }
}
