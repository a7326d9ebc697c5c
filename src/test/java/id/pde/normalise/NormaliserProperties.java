package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserProperties {

  private static final String SIGNS =
      "0123456789.,-+%() '/:RpEeTZxOo#\u00A0\u200B\u2212\uFEFF\0\uD83D\uDE00\r\n\tJanuari";

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300, 4000})
  void readsBackEveryNumberThatWasWritten(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DecimalFormat comma =
        new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY));
    DecimalFormat point =
        new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.US));
    for (int i = 0; i < 2000; i++) {
      long size = random.nextLong(1L << random.nextInt(1, 60));
      BigDecimal number = BigDecimal.valueOf(random.nextBoolean() ? size : -size, 2);
      String text = comma.format(number);
      assertThat(Sample.decimal(30, 2).mark(',').read(text)).as(text).isEqualTo(number);
      assertThat(Sample.decimal(30, 2).read(text)).as(text).isEqualTo(number);
      assertThat(Sample.decimal(30, 2).mark(',').read("Rp " + text)).as(text).isEqualTo(number);
      text = point.format(number);
      assertThat(Sample.decimal(30, 2).mark('.').read(text)).as(text).isEqualTo(number);
      text = number.toPlainString();
      assertThat(Sample.decimal(30, 2).mark('.').read(text)).as(text).isEqualTo(number);
      assertThat(Sample.decimal(30, 2).sheet().read(new Cell.Numeric(text, null)))
          .as(text)
          .isEqualTo(number.precision() > 15 ? rounded(number) : number);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryNumberThatWasSpelled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sample sample = Sample.of(new ColumnType.IntegerType()).mark(',');
    for (int i = 0; i < 2000; i++) {
      long number = random.nextLong(1L << random.nextInt(1, 50));
      boolean negative = random.nextInt(10) == 0 && number > 0;
      String text = (negative ? "minus " : "") + Terbilang.of(number);
      assertThat(sample.read(text)).as(text).isEqualTo(negative ? -number : number);
      assertThat(sample.read(text + " rupiah")).as(text).isEqualTo(negative ? -number : number);
    }
  }

  private static BigDecimal rounded(BigDecimal number) {
    return new BigDecimal(new Cell.Numeric(number.toPlainString(), null).text()).setScale(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryDayThatWasWritten(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (String pattern :
        List.of("dd/MM/yyyy", "d-M-yyyy", "yyyy-MM-dd", "d MMMM yyyy", "dd.MM.yyyy", "ddMMyyyy")) {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      Sample sample = Sample.of(new ColumnType.DateType()).formats(pattern);
      for (int i = 0; i < 500; i++) {
        LocalDate day = LocalDate.ofEpochDay(random.nextLong(-100_000, 100_000));
        String text = formatter.format(day);
        assertThat(sample.read(text)).as(text).isEqualTo(day);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300, 4000, 50000})
  void neverThrowsAndAnswersTheSameTwice(long seed) {
    List<String> first = answers(seed);
    assertThat(answers(seed)).isEqualTo(first);
  }

  private static List<String> answers(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Sample> samples =
        List.of(
            Sample.of(new ColumnType.TextType()),
            Sample.of(new ColumnType.TextType()).key(),
            Sample.of(new ColumnType.IntegerType()),
            Sample.decimal(12, 2).mark(','),
            Sample.decimal(12, 2),
            Sample.of(new ColumnType.DateType()),
            Sample.of(new ColumnType.DateType()).formats("dd/MM/yyyy", "d MMM yy"),
            Sample.of(new ColumnType.TimestampType()),
            Sample.of(new ColumnType.TimestampType()).formats("dd/MM/yyyy HH:mm:ss.SSS XXX"),
            Sample.of(new ColumnType.BooleanType()),
            Sample.of(new ColumnType.NikType()),
            Sample.of(new ColumnType.CodeType("jk")));
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      String text = text(random);
      for (Sample sample : samples) {
        answers.add(String.valueOf(sample.read(text)));
      }
    }
    return answers;
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(1, random.nextInt(10) == 0 ? 60 : 14);
    // Half of the texts are made of digits and marks alone: they come further.
    int signs = random.nextBoolean() ? 19 : SIGNS.length();
    for (int i = 0; i < length; i++) {
      text.append(SIGNS.charAt(random.nextInt(signs)));
    }
    return text.toString();
  }
}
