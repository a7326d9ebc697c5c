package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-7.75, 113.21 | POINT(113.21 -7.75)",
        "-7.750,113.210 | POINT(113.21 -7.75)",
        "-7.75;113.21 | POINT(113.21 -7.75)",
        "-7,761204;113,201 | POINT(113.201 -7.761204)",
        "-7,761204, 113,201 | POINT(113.201 -7.761204)",
        "-7,761204,113,201 | POINT(113.201 -7.761204)",
        "-7,75 113,21 | POINT(113.21 -7.75)",
        "113,21 -7,75 | POINT(113.21 -7.75)",
        "-7,75 113,21 5 | reject point.invalid",
        "-7.75 113.21 | POINT(113.21 -7.75)",
        "113.21 -7.75 | POINT(113.21 -7.75)",
        "\u22127.75 / 113.21 | POINT(113.21 -7.75)",
        "POINT(113.21 -7.75) | POINT(113.21 -7.75)",
        "Point (113.21 -7.75) | POINT(113.21 -7.75)",
        "7.75 S, 113.21 E | POINT(113.21 -7.75)",
        "7,75° LS 113,21° BT | POINT(113.21 -7.75)",
        "113.21 BT 7.75 LS | POINT(113.21 -7.75)",
        "7°45'12\" LS, 113°12'36\" BT | POINT(113.21 -7.75333333)",
        "7° 45' 12,5\" S 113° 12' 36\" E | POINT(113.21 -7.75347222)",
        "7°45.5'S 113°12.6'E | POINT(113.21 -7.75833333)",
        "0, 0 | null warn point.zero",
        "0.0;0.0 | null warn point.zero",
        "-6.2, 106.8 | POINT(106.8 -6.2) warn point.outside",
        "-37.8, 144.9 | POINT(144.9 -37.8) warn point.outside",
        "113.21, -7.75 | reject point.swapped",
        "113,21; -7,75 | reject point.swapped",
        "7.728762, 113.2 | reject point.sign",
        "95.2, 200 | reject point.range",
        "-7.75 | reject point.half",
        "-7.75; | reject point.half",
        "7.75 LS | reject point.half",
        "7.75 LS 7.8 LS | reject point.invalid",
        "7°75'12\" LS, 113°12'36\" BT | reject point.invalid",
        "7.5°45' LS, 113°12'36\" BT | reject point.invalid",
        "-7,75,113.21 | reject point.invalid",
        "-7.75, 113.21, 5 | reject point.invalid",
        "1-7.75, 113.21 | reject point.invalid",
        "Jl. Suroyo 17 | reject point.invalid",
        "- | reject point.invalid",
        "; | reject point.invalid",
      })
  void readsPositions(String raw, String expected) {
    assertThat(Sample.of(new ColumnType.PointType()).read(raw)).isEqualTo(expected);
  }

  @Test
  void leavesOutWhatIsAtFaultWhereTheMappingSaysSo() {
    Sample sample = Sample.of(new ColumnType.PointType()).emptyInvalid();
    assertThat(sample.read("113.21, -7.75")).isEqualTo("null warn point.swapped");
    assertThat(sample.read(" ")).isNull();
    assertThat(sample.read(new Cell.Numeric("113.21", null))).isEqualTo("null warn point.half");
    assertThat(sample.read(new Cell.Logical(true))).isEqualTo("null warn point.invalid");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryPositionThatWasWritten(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sample sample = Sample.of(new ColumnType.PointType());
    for (int i = 0; i < 500; i++) {
      Position place =
          new Position(
              BigDecimal.valueOf(random.nextLong(-7_850_000, -7_699_999), 6),
              BigDecimal.valueOf(random.nextLong(113_100_000, 113_300_001), 6));
      String latitude = place.latitude().toPlainString();
      String longitude = place.longitude().toPlainString();
      String comma = latitude.replace('.', ',') + "; " + longitude.replace('.', ',');
      assertThat(sample.read(latitude + ", " + longitude)).isEqualTo(place.text());
      assertThat(sample.read(comma)).as(comma).isEqualTo(place.text());
      assertThat(sample.read(place.text())).isEqualTo(place.text());
      assertThat(sample.read(longitude + ", " + latitude)).isEqualTo("reject point.swapped");
    }
  }
}
