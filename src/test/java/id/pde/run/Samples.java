package id.pde.run;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.ColumnSpec.Invalid;
import id.pde.mapping.ColumnSpec.Policies;
import id.pde.mapping.ColumnSpec.Reading;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Drift;
import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.mapping.Tolerance;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Location.FilePlace;
import id.pde.model.Row;
import id.pde.model.Text;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small dataset: prices by market code. */
public final class Samples {

  public static final Header HEADER =
      new Header(Header.Origin.TEXT, "", 1, List.of(new Field("Kode", 1), new Field("Harga", 2)));

  private Samples() {}

  public static Mapping mapping(LoadMode load, Repeated repeated, Tolerance tolerance) {
    return new Mapping(
        "dkupp/harga",
        "dkupp",
        Text.same("Harga"),
        null,
        ZoneId.of("Asia/Jakarta"),
        SourceSpec.PLAIN,
        new TargetSpec("harga", List.of("kode"), load, repeated),
        List.of(column("kode", "Kode"), column("harga", "Harga")),
        tolerance,
        Drift.DEFAULT,
        new Mapping.MappingText("mappings/dkupp/harga.yaml", "title: Harga", "aa".repeat(32)));
  }

  public static Mapping merge() {
    return mapping(LoadMode.MERGE, Repeated.REJECT, Tolerance.DEFAULT);
  }

  private static ColumnSpec column(String name, String heading) {
    return new ColumnSpec(
        name,
        List.of(heading),
        List.of(),
        new ColumnType.TextType(),
        false,
        Reading.PLAIN,
        new Policies(Invalid.REJECT, UnknownCode.WAIT),
        DataClass.INTERNAL,
        null,
        null,
        new FilePlace("mappings/dkupp/harga.yaml", 9, 3));
  }

  public static Delivery delivery(@Nullable UUID claim) {
    return new Delivery(
        "harga.csv", Path.of("harga.csv"), "ab".repeat(32), 100, Delivery.Form.FILE, claim);
  }

  /** The row of that ordinal, on the line below the headings. */
  public static Row row(long ordinal, String... texts) {
    return Row.ofTexts(HEADER, ordinal, ordinal + 1, texts);
  }
}
