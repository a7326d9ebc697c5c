package id.pde.normalise;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.mapping.ColumnSpec.Settled;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.mapping.TypeWord;
import id.pde.model.Cell;
import id.pde.model.Header;
import org.jspecify.annotations.Nullable;

/**
 * A column of the mapping, made ready for reading.
 *
 * @param field of the table, or -1
 * @param rule as issues name it: {@code decimal(12,2) at mappings/dkupp/harga.yaml:23:9}
 */
record Column(ColumnSpec spec, int field, Presence presence, ColumnReader reader, String rule) {

  /** Whether a record may lack the value. */
  enum Presence {
    OPTIONAL,
    REQUIRED,
    KEY,
    /** Of a key whose place another key takes where it is unusable. */
    REPLACEABLE
  }

  /** What a reader has to know about its column. */
  record Context(
      Mapping mapping, ColumnSpec spec, Presence presence, Header.Origin origin, RowSoFar row) {

    /** Excel keeps 15 digits of a number and changes what is typed; a database does neither. */
    boolean isSheet() {
      return origin == Header.Origin.SHEET;
    }

    /** The decimal mark of numbers in text; null: nobody knows. */
    @Nullable Character decimal() {
      ColumnSpec.Reading reading = spec.reading();
      if (reading.settled(Settled.DECIMAL_COMMA)) {
        return ',';
      }
      if (reading.settled(Settled.DECIMAL_POINT)) {
        return '.';
      }
      return reading.settled(Settled.BY_COLUMN) ? null : mapping.source().decimal();
    }

    String place() {
      return spec.place().shown();
    }

    String file() {
      return spec.place().file();
    }
  }

  /** Whether a number, date or truth cell is read by its text. */
  boolean readsText(Cell cell) {
    boolean asText = shows() || spec.reading().extract() != null;
    // What a sheet shows of a long number hides that its last digits are gone.
    boolean longId =
        spec.reading().extract() == null
            && spec.type() instanceof ColumnType.IdentifierType
            && cell instanceof Cell.Numeric number
            && number.exact().length() > IdentifierReader.KEPT;
    return isValue(cell) && asText && !longId;
  }

  /** Whether a record without a value is none. */
  boolean isNeeded() {
    return presence == Presence.REQUIRED || presence == Presence.KEY;
  }

  /** Whether the text is the one that a sheet shows. */
  boolean shows() {
    return spec.reading().readAs() == ReadAs.SHOWN;
  }

  private static boolean isValue(Cell cell) {
    return cell instanceof Cell.Numeric
        || cell instanceof Cell.Moment
        || cell instanceof Cell.Logical;
  }

  static Column of(Context context, int field, CodeLists codes) {
    ColumnSpec spec = context.spec();
    ColumnReader reader = reader(context, codes);
    if (!spec.reading().noValue().isEmpty() || !spec.reading().values().isEmpty()) {
      reader = new DeclaredWords(spec.reading(), reader);
    }
    String rule = TypeWord.of(spec.type()) + " at " + context.place();
    return new Column(spec, field, context.presence(), reader, rule);
  }

  private static ColumnReader reader(Context context, CodeLists codes) {
    ColumnType type = context.spec().type();
    if (type instanceof ColumnType.IntegerType) {
      return new IntegerReader(context);
    }
    if (type instanceof ColumnType.DecimalType decimal) {
      return new DecimalReader(context, decimal);
    }
    if (type instanceof ColumnType.DateType) {
      return new DateReader(context);
    }
    if (type instanceof ColumnType.TimestampType) {
      return new TimestampReader(context);
    }
    if (type instanceof ColumnType.TimeType) {
      return new TimeReader(context);
    }
    if (type instanceof ColumnType.BooleanType) {
      return new BooleanReader(context);
    }
    if (type instanceof ColumnType.PeriodType) {
      return new PeriodReader(context);
    }
    if (type instanceof ColumnType.PointType) {
      return new PointReader(context);
    }
    if (type instanceof ColumnType.JsonType) {
      return new JsonReader();
    }
    if (type instanceof ColumnType.NikType) {
      return new NikReader(context);
    }
    if (type instanceof ColumnType.IdentifierType id) {
      return new IdentifierReader(context, id.identifier());
    }
    if (type instanceof ColumnType.CodeType code) {
      return new CodeReader(context, code, codes.find(code.list()));
    }
    return new TextReader(context);
  }
}
