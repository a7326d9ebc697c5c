package id.pde.warehouse.mart;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.ColumnSpec.Invalid;
import id.pde.mapping.ColumnSpec.Policies;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnSpec.Reading;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Drift;
import id.pde.mapping.Identifier;
import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.Tolerance;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.normalise.protect.Protection;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The view masks what is stored open exactly as a load masks what is not. */
class MaskSqlIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ColumnType TEXT = new ColumnType.TextType();

  /** A value of a column; what is asked of both. */
  record Sample(String column, ColumnType type, Object value) {}

  static Stream<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (String text :
        List.of(
            "Contoh Uji Satu Dua Tiga",
            "jl. contoh 7",
            "-",
            "...",
            "é uji",
            " x",
            "1/a,b;c",
            "D'contoh O'uji",
            "satu\ndua",
            "")) {
      samples.add(new Sample("nama", TEXT, text));
      samples.add(new Sample("keterangan", TEXT, text));
    }
    for (Identifier identifier : Identifier.values()) {
      for (String text :
          List.of(
              "08120000777", "1", "12345", "1234", "123456", "12345x", "a@b@c.id", "surel", "")) {
        samples.add(new Sample("x", new ColumnType.IdentifierType(identifier), text));
      }
    }
    samples.add(new Sample("x", new ColumnType.NikType(), "3574041806779004"));
    samples.add(new Sample("x", new ColumnType.DateType(), LocalDate.of(1977, 6, 18)));
    samples.add(
        new Sample(
            "x",
            new ColumnType.TimestampType(),
            OffsetDateTime.parse("2024-12-31T23:30:00+07:00")));
    samples.add(new Sample("x", new ColumnType.IntegerType(), 17L));
    samples.add(new Sample("x", new ColumnType.DecimalType(9, 2), new BigDecimal("1.50")));
    samples.add(new Sample("x", new ColumnType.BooleanType(), true));
    samples.add(new Sample("x", new ColumnType.CodeType("agama"), "1"));
    samples.add(new Sample("x", new ColumnType.PeriodType(), "2024"));
    samples.add(new Sample("x", new ColumnType.PointType(), "POINT(113.2 -7.7)"));
    return samples.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void masksAsALoadDoes(Sample sample) throws SQLException {
    @Nullable Object[] values = {sample.value()};
    Protection.of(mapping(sample, Protect.MASK), Pseudonyms.NONE).apply(values);

    assertThat(shown(sample)).isEqualTo(values[0]);
  }

  private static @Nullable String shown(Sample sample) throws SQLException {
    String mask = MaskSql.of(mapping(sample, Protect.NONE).columns().get(0), "t.v");
    try (Connection connection = database.open();
        PreparedStatement statement =
            connection.prepareStatement("SELECT " + mask + " FROM (SELECT ? AS v) t")) {
      statement.setObject(1, sample.value());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static Mapping mapping(Sample sample, Protect protect) {
    ColumnSpec column =
        new ColumnSpec(
            sample.column(),
            List.of(),
            List.of(),
            sample.type(),
            false,
            Reading.PLAIN,
            new Policies(Invalid.REJECT, UnknownCode.WAIT, protect),
            DataClass.PRIBADI_UMUM,
            null,
            null,
            new FilePlace("mappings/dinsos/uji.yaml", 1, 1));
    return new Mapping(
        "dinsos/uji",
        "dinsos",
        Text.same("Uji"),
        null,
        ZoneId.of("Asia/Jakarta"),
        SourceSpec.PLAIN,
        new TargetSpec("uji", List.of(), TargetSpec.LoadMode.APPEND, TargetSpec.Repeated.REJECT),
        List.of(column),
        Tolerance.DEFAULT,
        Drift.DEFAULT,
        new Mapping.MappingText("mappings/dinsos/uji.yaml", "", "0".repeat(64)));
  }
}
