package id.pde.normalise.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.mapping.ColumnType;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.DateType;
import id.pde.mapping.ColumnType.DecimalType;
import id.pde.mapping.ColumnType.IdentifierType;
import id.pde.mapping.ColumnType.IntegerType;
import id.pde.mapping.ColumnType.NikType;
import id.pde.mapping.ColumnType.TextType;
import id.pde.mapping.ColumnType.TimestampType;
import id.pde.mapping.Identifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Masks and pseudonyms, type by type. */
class ProtectionTest {

  private static final HmacKey KEY =
      HmacKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

  static Stream<Arguments> masks() {
    return Stream.of(
        Arguments.of(new NikType(), "3574041806779004", "***04"),
        Arguments.of(new IdentifierType(Identifier.KK), "3574041806779011", "***11"),
        Arguments.of(new IdentifierType(Identifier.NIP), "197704062003121903", "***03"),
        Arguments.of(new IdentifierType(Identifier.PHONE), "081200001234", "***234"),
        Arguments.of(new IdentifierType(Identifier.PHONE), "110", "***"),
        Arguments.of(new IdentifierType(Identifier.PHONE), "nomor salah", "***"),
        Arguments.of(
            new IdentifierType(Identifier.EMAIL), "warga@contoh.go.id", "***@contoh.go.id"),
        Arguments.of(new TextType(), "Jl. Mawar 12", "J***"),
        Arguments.of(new TextType(), "...", "***"),
        Arguments.of(new DateType(), LocalDate.of(1977, 6, 18), "1977-**-**"),
        Arguments.of(
            new TimestampType(), OffsetDateTime.parse("2025-02-25T07:41:00+07:00"), "2025-**-**"),
        Arguments.of(new IntegerType(), 42L, "***"),
        Arguments.of(new DecimalType(12, 2), new BigDecimal("600000.00"), "***"),
        Arguments.of(new CodeType("agama"), "1", "***"));
  }

  @ParameterizedTest
  @MethodSource("masks")
  void showsTheFewSignsThatItsTypeAllows(ColumnType type, Object value, String masked) {
    assertThat(Mask.of(type, false, value)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "Budi Santoso Wijaya, B*** S*** W***",
    "SITI, S***",
    "'Dr. H. Ali, M.Si', D*** H*** A*** M***",
    "'a b c d e f', a*** b*** c*** d***",
    "'--', ***"
  })
  void showsTheInitialsOfNames(String name, String masked) {
    assertThat(Mask.of(new TextType(), true, name)).isEqualTo(masked);
  }

  @Test
  void givesOneValueOfOneKindOnePseudonym() {
    Pseudonyms.Naming naming = KEY.naming();
    String nik = naming.of("nik", "3574041806779004");

    assertThat(nik).matches("[0-9a-f]{8}:[0-9a-f]{32}").startsWith(KEY.id() + ":");
    assertThat(KEY.naming().of("nik", "3574041806779004")).isEqualTo(nik);
    assertThat(naming.of("kk", "3574041806779004")).isNotEqualTo(nik);
    assertThat(naming.of("nik", "3574041806779005")).isNotEqualTo(nik);
  }

  /** HMAC-SHA-256 of "nik", a zero byte and the digits, as any other program computes it. */
  @Test
  void isTheFunctionThatItIsSaidToBe() {
    assertThat(KEY.naming().of("nik", "3574041806779004"))
        .isEqualTo("3eb1bd43:d24761d48ba4dfcedd5ee697aa6b801c");
  }

  @Test
  void namesNumbersAndMomentsByWhatTheyAre() {
    assertThat(Canonical.text(new BigDecimal("1.50")))
        .isEqualTo(Canonical.text(new BigDecimal("1.5")));
    assertThat(Canonical.text(new BigDecimal("100"))).isEqualTo(Canonical.text(100L));
    assertThat(Canonical.text(new BigDecimal("0.00"))).isEqualTo("0");
    assertThat(Canonical.text(OffsetDateTime.parse("2025-02-25T07:00:00+07:00")))
        .isEqualTo(Canonical.text(OffsetDateTime.parse("2025-02-25T00:00:00Z")));
  }

  @Test
  void tellsManyValuesApart() {
    Pseudonyms.Naming naming = KEY.naming();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      names.add(naming.of("nik", "357404180677" + i));
    }
    assertThat(names).hasSize(100_000);
  }

  @Test
  void takesNoShortKeyAndShowsNone() {
    assertThatThrownBy(() -> HmacKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    assertThat(KEY.toString()).isEqualTo("HmacKey " + KEY.id());
  }

  @Test
  void givesNoPseudonymsWithoutAKey() {
    assertThatThrownBy(() -> Pseudonyms.NONE.naming().of("nik", "1"))
        .isInstanceOf(IllegalStateException.class);
  }
}
