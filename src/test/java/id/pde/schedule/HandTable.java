package id.pde.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of fires that was worked out by hand, {@code fires.txt}. */
final class HandTable {

  private HandTable() {}

  /** What it says of a rule: of which months, and all fires in them. */
  record Told(String rule, List<YearMonth> months, List<Instant> fires) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static List<Told> read() {
    Map<String, Told> all = new LinkedHashMap<>();
    String rule = "";
    for (String line : lines()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("  ")) {
        add(Objects.requireNonNull(all.get(rule)), line.strip());
      } else {
        rule = line.strip();
        all.put(rule, new Told(rule, new ArrayList<>(), new ArrayList<>()));
      }
    }
    return List.copyOf(all.values());
  }

  private static void add(Told told, String line) {
    YearMonth month = YearMonth.parse(line.substring(0, 7));
    ZoneOffset offset = ZoneOffset.of(line.substring(8, 14));
    if (!told.months().contains(month)) {
      told.months().add(month);
    }
    Map<String, String> options = RuleReader.options(told.rule());
    for (String word : line.substring(15).strip().split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      String[] parts = word.split("@", -1);
      String time = parts.length == 2 ? parts[1] : Objects.requireNonNull(options.get("at"));
      String[] days = parts[0].split("-", -1);
      int last = Integer.parseInt(days[days.length - 1]);
      for (int day = Integer.parseInt(days[0]); day <= last; day++) {
        told.fires().add(month.atDay(day).atTime(LocalTime.parse(time)).toInstant(offset));
      }
    }
  }

  private static List<String> lines() {
    try (InputStream in = HandTable.class.getResourceAsStream("fires.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
