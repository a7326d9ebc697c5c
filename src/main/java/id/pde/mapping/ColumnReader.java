package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.ColumnSpec.Invalid;
import id.pde.mapping.ColumnSpec.Policies;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.IdentifierType;
import id.pde.mapping.ColumnType.NikType;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one column. */
final class ColumnReader {

  static final Choice<DataClass> CLASSES =
      Choice.of(
          Map.of(
              "publik", DataClass.PUBLIK,
              "internal", DataClass.INTERNAL,
              "pribadi-umum", DataClass.PRIBADI_UMUM,
              "pribadi-spesifik", DataClass.PRIBADI_SPESIFIK));

  static final Choice<Invalid> INVALID =
      Choice.of(Map.of("reject", Invalid.REJECT, "empty", Invalid.EMPTY));

  static final Choice<UnknownCode> UNKNOWN =
      Choice.of(
          Map.of("wait", UnknownCode.WAIT, "keep", UnknownCode.KEEP, "reject", UnknownCode.REJECT));

  static final Choice<Protect> PROTECT =
      Choice.of(
          Map.of(
              "none", Protect.NONE,
              "mask", Protect.MASK,
              "hmac", Protect.HMAC,
              "drop", Protect.DROP,
              "scrub", Protect.SCRUB));

  private final TypeReader types;

  ColumnReader(TypeReader types) {
    this.types = types;
  }

  /** The column, or null where its type is at fault. */
  @Nullable ColumnSpec read(Scalar name, Block column) {
    DerivationReader.checkKeys(column);
    boolean derived = column.has(DerivationReader.KEY);
    FromReader.From from = derived ? FromReader.NOWHERE : new FromReader(name, column).read();
    ColumnType type =
        types.agreeing(column, new NarrowingReader(column).narrow(types.read(column)));
    boolean required = column.flag("required");
    ColumnSpec.Reading reading = new ReadingReader(column).read(type);
    Invalid invalid = column.choice("invalid", INVALID, Invalid.REJECT);
    UnknownCode unknown = column.choice("unknown", UNKNOWN, UnknownCode.WAIT);
    if (column.has("unknown") && type != null && !(type instanceof CodeType)) {
      column.fault(
          "column.unfit",
          column.where("unknown"),
          new Text("unknown hanya untuk code(...)", "unknown is for code(...) only"),
          new Text("hapus, atau pakai type: code(daftar)", "take it out, or use type: code(list)"));
    }
    DataClass dataClass = column.choice("class", CLASSES, DataClass.INTERNAL);
    Protect protect = column.choice("protect", PROTECT, Protect.NONE);
    if (protect == Protect.SCRUB && type != null && !(type instanceof ColumnType.TextType)) {
      ProtectFaults.notText(column);
    }
    Text title = column.text("title");
    Text description = column.text("description");
    if (column.lacks("class")) {
      needClass(name, from.headings(), type == null ? new ColumnType.TextType() : type, column);
    }
    if (type == null) {
      if (column.lacks("type")) {
        missingType(column, name);
      }
      return null;
    }
    return new ColumnSpec(
        name.text(),
        from.headings(),
        from.virtual(),
        type,
        required,
        reading,
        new Policies(invalid, unknown, protect),
        dataClass,
        title,
        description,
        name.place());
  }

  private static void missingType(Block column, Scalar name) {
    column.fault(
        "mapping.missing",
        new Where("type", name.place()),
        new Text(
            "kolom " + name.shown() + " tidak punya type",
            "column " + name.shown() + " has no type"),
        new Text("tulis misalnya type: text", "write for example type: text"));
  }

  private static void needClass(Scalar name, List<String> from, ColumnType type, Block column) {
    String why = type instanceof NikType ? "nik" : null;
    if (type instanceof IdentifierType id && id.identifier().personal()) {
      why = id.identifier().word();
    }
    if (why == null && PersonalHeading.looksPersonal(name.text())) {
      why = name.text();
    }
    for (String heading : from) {
      if (why == null && PersonalHeading.looksPersonal(heading)) {
        why = heading;
      }
    }
    if (why == null) {
      return;
    }
    String shown = Quoted.of(why);
    column.fault(
        "class.missing",
        new Where("class", name.place()),
        new Text(
            shown + " tampak seperti data pribadi, tetapi class tidak ditulis",
            shown + " looks like personal data, but class is not written"),
        new Text(
            "tulis class: pribadi-umum, pribadi-spesifik, internal atau publik",
            "write class: pribadi-umum, pribadi-spesifik, internal or publik"));
  }
}
