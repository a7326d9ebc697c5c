package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.ColumnType.BooleanType;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.DateType;
import id.pde.mapping.ColumnType.DecimalType;
import id.pde.mapping.ColumnType.IntegerType;
import id.pde.mapping.ColumnType.NikType;
import id.pde.mapping.ColumnType.TextType;
import id.pde.mapping.ColumnType.TimestampType;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code type:} of a column. */
final class TypeReader {

  /** Types that stand without brackets. */
  static final Map<String, ColumnType> SIMPLE = simple();

  /** What people call a type elsewhere. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("string", "text"),
          Map.entry("varchar", "text"),
          Map.entry("char", "text"),
          Map.entry("teks", "text"),
          Map.entry("int", "integer"),
          Map.entry("bigint", "integer"),
          Map.entry("number", "decimal(12,2)"),
          Map.entry("numeric", "decimal(12,2)"),
          Map.entry("float", "decimal(12,2)"),
          Map.entry("double", "decimal(12,2)"),
          Map.entry("angka", "decimal(12,2)"),
          Map.entry("tanggal", "date"),
          Map.entry("datetime", "timestamp"),
          Map.entry("timestamptz", "timestamp"),
          Map.entry("bool", "boolean"));

  /** PostgreSQL takes no more digits in numeric(p, s). */
  private static final int MAX_PRECISION = 1000;

  private static final Pattern DECIMAL =
      Pattern.compile("decimal\\s*\\(\\s*(\\d{1,4})\\s*,\\s*(\\d{1,4})\\s*\\)");
  private static final Pattern CODE = Pattern.compile("code\\s*\\(\\s*([^()]*?)\\s*\\)");
  private static final Pattern CUT = Pattern.compile("decimal\\s*\\(\\s*\\d*\\s*");
  private static final Pattern REST = Pattern.compile("\\d*\\s*\\)");

  private final Set<String> codeLists;

  private static Map<String, ColumnType> simple() {
    Map<String, ColumnType> simple = new LinkedHashMap<>();
    simple.put("text", new TextType());
    simple.put("integer", new IntegerType());
    simple.put("date", new DateType());
    simple.put("timestamp", new TimestampType());
    simple.put("time", new ColumnType.TimeType());
    simple.put("boolean", new BooleanType());
    simple.put("period", new ColumnType.PeriodType());
    simple.put("json", new ColumnType.JsonType());
    simple.put("point", new ColumnType.PointType());
    simple.put("nik", new NikType());
    for (Identifier identifier : Identifier.values()) {
      simple.put(identifier.word(), new ColumnType.IdentifierType(identifier));
    }
    return Collections.unmodifiableMap(simple);
  }

  TypeReader(Set<String> codeLists) {
    this.codeLists = codeLists;
  }

  Set<String> codeLists() {
    return codeLists;
  }

  /** The type, or null where it is at fault. */
  @Nullable ColumnType read(Block column) {
    Scalar written = column.scalar("type");
    if (written == null) {
      return null;
    }
    String text = written.text().strip();
    ColumnType simple = SIMPLE.get(text);
    if (simple != null) {
      return simple;
    }
    Where where = new Where("type", written.place());
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      return decimal(column, where, decimal);
    }
    Matcher code = CODE.matcher(text);
    if (code.matches()) {
      return code(column, where, code.group(1));
    }
    refuse(column, where, text);
    return null;
  }

  /** The same type, with the columns that it has to agree with. */
  @Nullable ColumnType agreeing(Block column, @Nullable ColumnType type) {
    return new AgreementReader(column, codeLists).agreeing(type);
  }

  /**
   * Whether a key is the second half of a decimal type that the comma of a flow mapping cut: {@code
   * {type: decimal(12,2)}} reads as {@code type: decimal(12} and a key {@code 2)}. One fault is
   * enough.
   */
  static boolean isRestOfCutType(Entry entry, Entries column) {
    return REST.matcher(entry.name()).matches()
        && entry.value() instanceof Scalar rest
        && rest.blank()
        && column.value("type") instanceof Scalar type
        && CUT.matcher(type.text()).matches();
  }

  private static @Nullable ColumnType decimal(Block column, Where where, Matcher written) {
    int precision = Integer.parseInt(written.group(1));
    int scale = Integer.parseInt(written.group(2));
    if (precision >= 1 && precision <= MAX_PRECISION && scale <= precision) {
      return new DecimalType(precision, scale);
    }
    column.fault(
        "type.digits",
        where,
        new Text(
            "decimal(" + precision + "," + scale + ") tidak mungkin",
            "decimal(" + precision + "," + scale + ") is not possible"),
        new Text(
            "decimal(p,s): p digit seluruhnya (1 sampai 1000), s di antaranya di belakang koma",
            "decimal(p,s): p digits in all (1 to 1000), s of them behind the decimal mark"));
    return null;
  }

  private @Nullable ColumnType code(Block column, Where where, String list) {
    if (codeLists.contains(list)) {
      return new CodeType(list);
    }
    String shown = Quoted.of(list);
    column.fault(
        "type.list",
        where,
        new Text("daftar kode " + shown + " tidak ada", "there is no code list " + shown),
        Suggestion.fix(list, codeLists));
    return null;
  }

  private static void refuse(Block column, Where where, String text) {
    String name = text.replaceFirst("\\(.*", "").strip();
    String shown = Quoted.of(text);
    Text message = new Text(shown + " bukan tipe", shown + " is not a type");
    if (CUT.matcher(text).matches()) {
      column.fault(
          "type.cut",
          where,
          new Text(
              "koma di dalam { } memotong " + shown, "the comma inside { } cuts " + shown + " off"),
          new Text(
              "beri tanda kutip: type: \"decimal(12,2)\"", "quote it: type: \"decimal(12,2)\""));
    } else if (name.equals("decimal")) {
      column.fault(
          "type.digits",
          where,
          new Text(shown + " tanpa jumlah digit", shown + " lacks its digits"),
          new Text(
              "tulis misalnya \"decimal(12,2)\": 12 digit, 2 di belakang koma",
              "write for example \"decimal(12,2)\": 12 digits, 2 behind the decimal mark"));
    } else if (name.equals("code")) {
      column.fault(
          "type.list",
          where,
          new Text("code tanpa nama daftar", "code lacks the name of its list"),
          new Text("tulis code(nama_daftar)", "write code(name_of_list)"));
    } else {
      String other =
          Suggestion.of(name, words()).isPresent()
              ? null
              : Suggestion.of(name, ELSEWHERE.keySet()).map(ELSEWHERE::get).orElse(null);
      column.fault("type.unknown", where, message, fix(text, other));
    }
  }

  private static Text fix(String text, @Nullable String other) {
    return other == null
        ? Suggestion.fix(text, words())
        : new Text(
            "maksud Anda " + Quoted.of(other) + "?", "did you mean " + Quoted.of(other) + "?");
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>(SIMPLE.keySet());
    words.add("decimal(12,2)");
    words.add("code(...)");
    return words;
  }
}
