package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.ColumnSpec.Settled;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.DateType;
import id.pde.mapping.ColumnType.IdentifierType;
import id.pde.mapping.ColumnType.NikType;
import id.pde.mapping.ColumnType.TextType;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code agrees-with} of an identifier of persons. */
final class AgreementReader {

  private static final String KEY = "agrees-with";

  private final Block column;
  private final Set<String> codeLists;

  AgreementReader(Block column, Set<String> codeLists) {
    this.column = column;
    this.codeLists = codeLists;
  }

  /** The same type with the columns that it has to agree with; null stays null. */
  @Nullable ColumnType agreeing(@Nullable ColumnType type) {
    if (type == null || !column.has(KEY)) {
      return type;
    }
    if (type instanceof NikType) {
      return new NikType(agreement(List.of()));
    }
    if (type instanceof IdentifierType id && id.identifier() == Identifier.NIP) {
      return new IdentifierType(id.identifier(), agreement(List.of("card", "region")));
    }
    column.fault(
        "column.unfit",
        column.where(KEY),
        new Text(KEY + " hanya untuk nik dan nip", KEY + " is for nik and nip only"),
        new Text("hapus, atau ganti tipenya", "take it out, or change the type"));
    return type;
  }

  private Agreement agreement(List<String> unfit) {
    Block block = column.block(KEY, Level.AGREES_WITH);
    for (String key : unfit) {
      if (block.has(key)) {
        block.fault(
            "column.unfit",
            block.where(key),
            new Text(key + " hanya untuk nik", key + " is for nik only"),
            new Text("hapus", "take it out"));
      }
    }
    return new Agreement(
        text(block, "birth"), text(block, "sex"), text(block, "card"), region(block));
  }

  private static @Nullable String text(Block block, String key) {
    Scalar written = block.scalar(key);
    return written == null ? null : written.text().strip();
  }

  private @Nullable String region(Block block) {
    String list = text(block, "region");
    if (list == null || codeLists.contains(list)) {
      return list;
    }
    String shown = Quoted.of(list);
    block.fault(
        "type.list",
        block.where("region"),
        new Text("daftar kode " + shown + " tidak ada", "there is no code list " + shown),
        Suggestion.fix(list, codeLists));
    return null;
  }

  /** The columns have to be there, of a type that can agree; by-nik needs one that names it. */
  static void check(List<ColumnSpec> specs, Map<String, Block> blocks) {
    for (ColumnSpec spec : specs) {
      Block block = blocks.get(spec.name());
      if (block != null && block.node(KEY) instanceof Entries) {
        Block written = block.block(KEY, Level.AGREES_WITH);
        names(specs, written, "birth", type -> type instanceof DateType);
        names(specs, written, "sex", type -> type instanceof CodeType);
        names(specs, written, "card", AgreementReader::isCard);
      }
      if (block != null && spec.reading().settled(Settled.BY_NIK) && !isNamed(specs, spec.name())) {
        unnamed(spec, block);
      }
    }
  }

  private static void unnamed(ColumnSpec spec, Block block) {
    block.fault(
        "column.format",
        block.where("format"),
        new Text(
            "tidak ada kolom nik atau nip yang menyebut kolom ini",
            "no column nik or nip names this column"),
        new Text(
            "tulis di kolom itu agrees-with: {birth: " + spec.name() + "}",
            "write at that column agrees-with: {birth: " + spec.name() + "}"));
  }

  private static boolean isCard(ColumnType type) {
    return type instanceof TextType
        || (type instanceof IdentifierType id && id.identifier() == Identifier.KK);
  }

  private static boolean isNamed(List<ColumnSpec> specs, String name) {
    return specs.stream().anyMatch(spec -> name.equals(spec.type().agreement().birth()));
  }

  private static void names(
      List<ColumnSpec> specs, Block block, String key, Predicate<ColumnType> fits) {
    String name = text(block, key);
    if (name == null) {
      return;
    }
    List<String> fitting =
        specs.stream().filter(spec -> fits.test(spec.type())).map(ColumnSpec::name).toList();
    if (!fitting.contains(name)) {
      String shown = Quoted.of(name);
      block.fault(
          "column.agrees-with",
          new Where(key, block.where(key).place()),
          new Text(
              shown + " bukan kolom yang cocok untuk " + key,
              shown + " is no column that fits " + key),
          Suggestion.fix(name, fitting));
    }
  }
}
