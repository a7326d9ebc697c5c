package id.pde.mapping;

import org.jspecify.annotations.Nullable;

/** The type of a target column; the comment names the Java value and the PostgreSQL type. */
public sealed interface ColumnType {

  /** What other columns have to agree with; only identifiers of persons say it. */
  default Agreement agreement() {
    return Agreement.NONE;
  }

  /** The code list that values of the type are looked up in; null: none. */
  default @Nullable String codeList() {
    return agreement().region();
  }

  /** String; text. */
  record TextType() implements ColumnType {}

  /** Long; bigint. */
  record IntegerType() implements ColumnType {}

  /** BigDecimal of that scale; numeric(precision, scale). */
  record DecimalType(int precision, int scale) implements ColumnType {}

  /** LocalDate; date. */
  record DateType() implements ColumnType {}

  /** OffsetDateTime; timestamptz. */
  record TimestampType() implements ColumnType {}

  /** LocalTime, at most microseconds; time without time zone. */
  record TimeType() implements ColumnType {}

  /** Boolean; boolean. */
  record BooleanType() implements ColumnType {}

  /** String, a period in its canonical form; text. */
  record PeriodType() implements ColumnType {}

  /** String, a JSON document; jsonb. */
  record JsonType() implements ColumnType {}

  /** String, {@code POINT(longitude latitude)} in degrees (OGC 06-103r4, WGS 84); text. */
  record PointType() implements ColumnType {}

  /** String of 16 digits; text. Structure: Kemendagri. */
  record NikType(Agreement agreement) implements ColumnType {
    public NikType() {
      this(Agreement.NONE);
    }
  }

  /** String; text. What it consists of: {@link Identifier}. */
  record IdentifierType(Identifier identifier, Agreement agreement) implements ColumnType {
    public IdentifierType(Identifier identifier) {
      this(identifier, Agreement.NONE);
    }
  }

  /** String, a code of the list; text collate "C". */
  record CodeType(String list, Narrowing narrowing) implements ColumnType {
    /** Any code of the list. */
    public CodeType(String list) {
      this(list, Narrowing.NONE);
    }

    @Override
    public String codeList() {
      return list;
    }
  }
}
