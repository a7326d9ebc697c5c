package id.pde.receipt.template;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.ColumnType.BooleanType;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.DateType;
import id.pde.mapping.ColumnType.DecimalType;
import id.pde.mapping.ColumnType.IdentifierType;
import id.pde.mapping.ColumnType.IntegerType;
import id.pde.mapping.ColumnType.JsonType;
import id.pde.mapping.ColumnType.NikType;
import id.pde.mapping.ColumnType.PeriodType;
import id.pde.mapping.ColumnType.PointType;
import id.pde.mapping.ColumnType.TextType;
import id.pde.mapping.ColumnType.TimeType;
import id.pde.mapping.ColumnType.TimestampType;
import id.pde.mapping.Identifier;
import java.util.List;

/** Values that show how a column is filled; identifiers are those of nobody. */
final class Example {

  private Example() {}

  /** One for the column; several columns of one heading share the first. */
  static String of(TemplatePlan.Heading heading, CodeLists codes) {
    return heading.columns().isEmpty() ? "1" : of(heading.columns().get(0), codes);
  }

  private static String of(ColumnSpec column, CodeLists codes) {
    ColumnType type = column.type();
    if (type instanceof IntegerType) {
      return "12";
    } else if (type instanceof DecimalType decimal) {
      return decimal.scale() == 0 ? "12" : "12,5";
    } else if (type instanceof DateType) {
      return "31/01/2025";
    } else if (type instanceof TimestampType) {
      return "31/01/2025 08:30:00";
    } else if (type instanceof TimeType) {
      return "08:30";
    } else if (type instanceof BooleanType) {
      return Words.truth(column).get(0);
    } else if (type instanceof PeriodType) {
      return "2025-01";
    } else if (type instanceof JsonType) {
      return "{}";
    } else if (type instanceof PointType) {
      return "-7.75, 113.21";
    } else if (type instanceof NikType) {
      return "3574041806779004";
    } else if (type instanceof IdentifierType identifier) {
      return of(identifier.identifier());
    } else if (type instanceof CodeType) {
      return CodeChoices.of(column, codes).stream().findFirst().orElse("...");
    }
    return type instanceof TextType ? "contoh" : "...";
  }

  private static String of(Identifier identifier) {
    return switch (identifier) {
      case KK -> "3574041501059001";
      case NIP -> "198001012005019001";
      case NPWP -> "012345678901000";
      case NPSN -> "20599001";
      case NOP -> "357401000100100010";
      case PHONE -> "081234567890";
      case POSTAL_CODE -> "67211";
      case EMAIL -> "nama@contoh.id";
    };
  }

  /** Words for yes and no. */
  static final class Words {
    private Words() {}

    static List<String> truth(ColumnSpec column) {
      List<String> yes = column.reading().whenTrue();
      List<String> no = column.reading().whenFalse();
      return List.of(yes.isEmpty() ? "Ya" : yes.get(0), no.isEmpty() ? "Tidak" : no.get(0));
    }
  }
}
