package id.pde.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.schedule.RuleReader.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at=2:30                                   | at=02:30&days=daily&zone=Asia/Jakarta&on-holiday=run&missed=once                  | 02:30 every day
          at=02.30&days=working                     | at=02:30&days=working&zone=Asia/Jakarta&on-holiday=skip&missed=once               | 02:30 Monday to Friday; on holidays: not
          at=02:30&days=fri,sen&missed=all          | at=02:30&days=mon,fri&zone=Asia/Jakarta&on-holiday=run&missed=all                 | 02:30 Monday, Friday
          at=05:00&monthly=5&on-holiday=next        | at=05:00&monthly=5&zone=Asia/Jakarta&on-holiday=next&missed=once                  | 05:00 day 5 of each month; when offices are closed: the next working day
          at=05:00&monthly=31                       | at=05:00&monthly=last&zone=Asia/Jakarta&on-holiday=run&missed=once                | 05:00 the last day of each month
          at=05:00&nth-working=5&zone=Asia/Jayapura | at=05:00&nth-working=5&zone=Asia/Jayapura&on-holiday=run&missed=once              | 05:00 working day 5 of each month
          cron=0 0 6 ? * MON-FRI&after=a/b,c/d      | cron=0 0 6 ? * MON-FRI&zone=Asia/Jakarta&on-holiday=run&missed=once&after=a/b,c/d | cron 0 0 6 ? * MON-FRI; after a/b, c/d
          """)
  void equalRulesHaveEqualWords(String given, String words, String sentence) {
    Schedule schedule = RuleReader.written("x", given);

    assertThat(RuleText.words(schedule)).isEqualTo(words);
    assertThat(RuleReader.written("x", words)).isEqualTo(schedule);
    assertThat(RuleText.sentence(schedule).en()).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          days=working                            | cron
          at=02:30&cron=0 30 2 * * ?              | cron
          cron=0 30 2 * * ?&monthly=5             | monthly
          at=02:30&days=mon&monthly=5             | monthly
          at=25:00&zone=Mars/Base&missed=twice    | zone at missed
          at=02:30&monthly=32                     | monthly
          at=02:30&monthly=0                      | monthly
          at=02:30&nth-working=24                 | nth-working
          at=02:30&days=holiday                   | at
          at=02:30&on-holiday=maybe&after=x       | on-holiday after
          cron=0 30 2 * * ?&on-holiday=next       | on-holiday
          """)
  void whatIsWrongIsFoundAtOnce(String given, String options) {
    RuleReader.Result read = RuleReader.read("x", RuleReader.options(given));

    assertThat(read.schedule()).isNull();
    assertThat(read.faults()).extracting(Fault::option).containsExactly(options.split(" ", -1));
    assertThat(read.faults())
        .allSatisfy(
            fault -> {
              assertThat(fault.message().id()).isNotEqualTo(fault.message().en());
              assertThat(fault.fix().en()).isNotBlank();
            });
  }

  @Test
  void workingDaysKnowHolidaysUnlessTheyAreToRun() {
    assertThat(RuleReader.written("x", "at=02:30&days=working").terms().onHoliday())
        .isEqualTo(OnHoliday.SKIP);
    assertThat(RuleReader.written("x", "at=02:30&days=working&on-holiday=run").terms().onHoliday())
        .isEqualTo(OnHoliday.RUN);
  }
}
