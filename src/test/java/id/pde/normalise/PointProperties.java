package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every position in every form that is written, with case and blanks that mean nothing. */
class PointProperties {

  private final Sample points = Sample.of(new ColumnType.PointType());

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryPositionInDecimals(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      BigDecimal south = BigDecimal.valueOf(random.nextLong(7_700_000, 7_850_000), 6);
      BigDecimal east = BigDecimal.valueOf(random.nextLong(113_100_000, 113_300_000), 6);
      String expected = new Position(south.negate(), east).text();
      String lat = south.toPlainString();
      String lon = east.toPlainString();
      for (String form :
          List.of(
              "-%s, %s",
              "-%s; %s",
              "-%s %s",
              "-%s / %s",
              "%s LS, %s BT",
              "%s S %s E",
              "%s\u00B0 LS %s\u00B0 BT",
              "\u2212%s ; %s",
              "%s LS / %s BT")) {
        check(random, String.format(Locale.ROOT, form, lat, lon), expected);
        String comma =
            String.format(Locale.ROOT, form, lat.replace('.', ','), lon.replace('.', ','));
        check(random, comma, expected);
      }
      check(random, "POINT(" + lon + " -" + lat + ")", expected);
      check(random, lon + " BT, " + lat + " LS", expected);
      check(random, lon + " -" + lat, expected);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryPositionInMinutesAndSeconds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      int south = random.nextInt(7 * 3600 + 43 * 60, 7 * 3600 + 50 * 60);
      int east = random.nextInt(113 * 3600 + 7 * 60, 113 * 3600 + 17 * 60);
      String expected = new Position(degrees(-south), degrees(east)).text();
      for (String form :
          List.of(
              "%d\u00B0%02d'%02d\" LS, %d\u00B0%02d'%02d\" BT",
              "%d\u00B0 %d' %d\" S %d\u00B0 %d' %d\" E",
              "%d\u00B0%d\u2032%d\u2033 LS %d\u00B0%d\u2032%d\u2033 BT",
              "%d\u00B0%02d\u2019%02d\u201D LS; %d\u00B0%02d\u2019%02d\u201D BT")) {
        String text =
            String.format(
                Locale.ROOT,
                form,
                south / 3600,
                south / 60 % 60,
                south % 60,
                east / 3600,
                east / 60 % 60,
                east % 60);
        check(random, text, expected);
      }
    }
  }

  private static BigDecimal degrees(int seconds) {
    return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(3600), 8, RoundingMode.HALF_UP);
  }

  private void check(SplittableRandom random, String text, String expected) {
    String written = Writing.varied(random, text);
    assertThat(points.read(written)).as("%s of %s", written, text).isEqualTo(expected);
  }
}
