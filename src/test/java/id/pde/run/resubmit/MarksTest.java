package id.pde.run.resubmit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {

  private static final String SHA = "ab".repeat(32);

  @Test
  void aMarkIsReadAsItWasWritten() {
    AnswerMark mark = new AnswerMark(AnswerMark.Form.ROWS, List.of(12L, 13L), SHA, 3);
    assertThat(mark.text()).isEqualTo("2 rows 12,13 " + SHA + " 3");
    assertThat(AnswerMark.parse(mark.text())).contains(mark);
    RowMark row = new RowMark(2, 17, 12);
    assertThat(RowMark.parse(row.text())).contains(row);
    assertThat(new TemplateMark("dinsos/uji", SHA).text()).isEqualTo("1 dinsos/uji " + SHA);
    assertThat(TemplateMark.parse("1 dinsos/uji " + SHA))
        .contains(new TemplateMark("dinsos/uji", SHA));
  }

  @Test
  void anAnswerToVeryManyRunsFitsIntoAProperty() {
    List<Long> runs = LongStream.range(900_000_000, 900_000_100).boxed().toList();
    String text = new AnswerMark(AnswerMark.Form.OWN, runs, SHA, 0).text();
    assertThat(text).hasSizeLessThan(255);
    assertThat(AnswerMark.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "", "2 rows  x 3", "2 all 12 00 3", "2 own 12 zz 0", "9 own 12 aa 0"})
  void whatIsNoMarkIsNone(String text) {
    assertThat(AnswerMark.parse(text)).isEmpty();
    assertThat(RowMark.parse(text)).isEmpty();
    assertThat(TemplateMark.parse(text)).isEmpty();
  }

  @Test
  void theMarkStandsBehindTheCells() {
    assertThat(RowMark.column(0)).isEqualTo(255);
    assertThat(RowMark.column(255)).isEqualTo(255);
    assertThat(RowMark.column(256)).isEqualTo(1023);
    assertThat(RowMark.column(16_384)).isEqualTo(-1);
  }
}
