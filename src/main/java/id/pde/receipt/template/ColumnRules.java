package id.pde.receipt.template;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Invalid;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType;
import id.pde.mapping.ColumnType.BooleanType;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.DateType;
import id.pde.mapping.ColumnType.DecimalType;
import id.pde.mapping.ColumnType.IdentifierType;
import id.pde.mapping.ColumnType.IntegerType;
import id.pde.mapping.ColumnType.NikType;
import id.pde.mapping.ColumnType.TimeType;
import id.pde.mapping.ColumnType.TimestampType;
import id.pde.mapping.Identifier;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** What the cells of a column let in, and the format that they have. */
final class ColumnRules {

  /** Excel shows so many signs of a title, and of a message. */
  private static final int TITLE = 32;

  private static final int MESSAGE = 255;

  private final XSSFSheet sheet;
  private final DataValidationHelper helper;
  private final ListSheet lists;
  private final CodeLists codes;

  ColumnRules(XSSFSheet sheet, ListSheet lists, CodeLists codes) {
    this.sheet = sheet;
    this.helper = sheet.getDataValidationHelper();
    this.lists = lists;
    this.codes = codes;
  }

  /** The number format of a heading's cells; texts stay as they are typed. */
  static String format(TemplatePlan.Heading heading) {
    if (heading.columns().size() != 1 || heading.columns().get(0).reading().extract() != null) {
      return "@";
    }
    ColumnType type = heading.columns().get(0).type();
    if (type instanceof DateType) {
      return "dd/mm/yyyy";
    } else if (type instanceof TimestampType) {
      return "dd/mm/yyyy hh:mm:ss";
    } else if (type instanceof TimeType) {
      return "hh:mm:ss";
    }
    return type instanceof IntegerType || type instanceof DecimalType ? "General" : "@";
  }

  /**
   * Puts the rule of a column on its cells.
   *
   * @param column from 0
   * @param first row, from 0
   */
  void put(TemplatePlan.Heading heading, int column, int first, int last) {
    if (heading.columns().isEmpty()) {
      return;
    }
    ColumnSpec spec = heading.columns().get(0);
    boolean alone = heading.columns().size() == 1 && spec.reading().extract() == null;
    DataValidationConstraint constraint =
        alone ? constraint(spec, new CellReference(first, column, false, false)) : null;
    DataValidationConstraint used =
        constraint == null ? helper.createCustomConstraint("TRUE") : constraint;
    DataValidation rule =
        helper.createValidation(used, new CellRangeAddressList(first, last, column, column));
    rule.setEmptyCellAllowed(true);
    rule.setErrorStyle(
        isStrict(spec) ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.WARNING);
    String type = TemplateWords.type(spec).id() + " / " + TemplateWords.type(spec).en();
    rule.createErrorBox("PDE", cut("Isi / Enter: " + type, MESSAGE));
    rule.setShowErrorBox(constraint != null);
    rule.createPromptBox(
        cut(heading.path(), TITLE),
        cut(
            TemplateWords.required(spec).id()
                + "; "
                + TemplateWords.type(spec).id()
                + "\n"
                + TemplateWords.required(spec).en()
                + "; "
                + TemplateWords.type(spec).en()
                + "\nContoh / Example: "
                + Example.of(heading, codes),
            MESSAGE));
    rule.setShowPromptBox(true);
    sheet.addValidationData(rule);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** Words that stand for something, and values that are only noted, are not kept out. */
  private static boolean isStrict(ColumnSpec spec) {
    boolean words = !spec.reading().noValue().isEmpty() || !spec.reading().values().isEmpty();
    boolean kept =
        spec.type() instanceof CodeType && spec.policies().unknown() != UnknownCode.REJECT;
    return !words && !kept && spec.policies().invalid() == Invalid.REJECT;
  }

  private @Nullable DataValidationConstraint constraint(ColumnSpec spec, CellReference first) {
    ColumnType type = spec.type();
    if (type instanceof IntegerType) {
      return helper.createIntegerConstraint(
          OperatorType.BETWEEN, "-999999999999999", "999999999999999");
    } else if (type instanceof DecimalType decimal) {
      String most = "1" + "0".repeat(Math.min(15, decimal.precision() - decimal.scale()));
      return helper.createDecimalConstraint(OperatorType.BETWEEN, "-" + most, most);
    } else if (type instanceof DateType || type instanceof TimestampType) {
      return helper.createDateConstraint(OperatorType.BETWEEN, "1", "2958465", "dd/mm/yyyy");
    } else if (type instanceof TimeType) {
      return helper.createTimeConstraint(OperatorType.BETWEEN, "0", "0.999999");
    } else if (type instanceof BooleanType) {
      return helper.createFormulaListConstraint(lists.range(Example.Words.truth(spec)));
    } else if (type instanceof CodeType) {
      List<String> choices = CodeChoices.of(spec, codes);
      return choices.isEmpty() ? null : helper.createFormulaListConstraint(lists.range(choices));
    } else if (type instanceof NikType) {
      return digits(first, "16");
    } else if (type instanceof IdentifierType identifier) {
      return ofIdentifier(identifier.identifier(), first);
    }
    return null;
  }

  private @Nullable DataValidationConstraint ofIdentifier(Identifier what, CellReference first) {
    return switch (what) {
      case KK -> digits(first, "16");
      case NIP -> digits(first, "18", "9");
      case NPWP -> digits(first, "15", "16", "22");
      case NOP -> digits(first, "18");
      case POSTAL_CODE -> digits(first, "5");
      case EMAIL ->
          helper.createCustomConstraint("ISNUMBER(FIND(\"@\"," + first.formatAsString() + "))");
      case NPSN -> helper.createTextLengthConstraint(OperatorType.EQUAL, "8", null);
      case PHONE -> null;
    };
  }

  /** Separators may stand between the digits. */
  private DataValidationConstraint digits(CellReference first, String... counts) {
    String cell = first.formatAsString();
    String bare =
        "LEN(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(" + cell + ",\" \",\"\"),\".\",\"\"),\"-\",\"\"))";
    StringBuilder formula = new StringBuilder("OR(");
    for (int i = 0; i < counts.length; i++) {
      formula.append(i == 0 ? "" : ",").append(bare).append('=').append(counts[i]);
    }
    return helper.createCustomConstraint(formula.append(')').toString());
  }
}
