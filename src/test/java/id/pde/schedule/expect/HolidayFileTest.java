package id.pde.schedule.expect;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidayFileTest {

  @TempDir private Path mappings;

  @Test
  void readsLinesAndEvents() throws Exception {
    Files.writeString(
        mappings.resolve("holidays.csv"),
        "\uFEFFdate,name,kind\n2026-01-01,Tahun Baru,national\n2026-02-30,tidak ada,national\n\nkata\n");
    Files.writeString(
        mappings.resolve("holidays.ics"),
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260320
        DTEND;VALUE=DATE:20260325
        SUMMARY;LANGUAGE=id:Idulfitri
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260817
        SUMMARY:Kemerdekaan
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260101
        DTEND;VALUE=DATE:20290101
        SUMMARY:salah
        END:VEVENT
        END:VCALENDAR
        """);
    HolidayFile.Found found = HolidayFile.read(mappings);
    assertThat(found.holidays().days().keySet())
        .containsExactlyInAnyOrder(
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-03-20"),
            LocalDate.parse("2026-03-21"),
            LocalDate.parse("2026-03-22"),
            LocalDate.parse("2026-03-23"),
            LocalDate.parse("2026-03-24"),
            LocalDate.parse("2026-08-17"));
    assertThat(found.holidays().days()).containsValue("Idulfitri");
    assertThat(found.faults()).extracting(Issue::code).containsOnly("holidays.line");
    assertThat(found.faults())
        .extracting(Issue::location)
        .extracting(Object::toString)
        .satisfiesExactly(
            line -> assertThat(line).contains("holidays.csv", "3"),
            line -> assertThat(line).contains("holidays.csv", "5"),
            line -> assertThat(line).contains("holidays.ics", "11"));
  }

  @Test
  void withoutAFileOnlyWeekendsAreFree() {
    Holidays holidays = HolidayFile.read(mappings).holidays();
    assertThat(holidays.workingDay(LocalDate.parse("2026-01-30"), 1)).isEqualTo("2026-02-02");
    assertThat(holidays.knows(2026)).isFalse();
  }

  @Test
  void theCalendarOfTheCityIsWhole() {
    HolidayFile.Found found = HolidayFile.read(Path.of("mappings"));
    assertThat(found.faults()).isEmpty();
    Holidays city = found.holidays();
    assertThat(city.days()).hasSizeGreaterThan(50);
    // Between Nyepi and Idulfitri 1447 offices are closed from Wednesday to Tuesday.
    assertThat(city.workingDay(LocalDate.parse("2026-03-17"), 1)).isEqualTo("2026-03-25");
  }
}
