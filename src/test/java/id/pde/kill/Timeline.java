package id.pde.kill;

import id.pde.run.RunStep;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a process said of itself: where it came to, and at which millisecond after its beginning.
 */
record Timeline(Map<String, Long> marks) {

  static final String PREPARED = "PREPARED";
  static final String BEGUN = "BEGUN";
  static final String ENDED = "ENDED";

  /** The stretches a kill can hit: before the first step, and each step up to the next one. */
  static final List<String> STRETCHES =
      Stream.concat(Stream.of(BEGUN), Arrays.stream(RunStep.values()).map(Enum::name)).toList();

  static Timeline of(List<String> lines) {
    Map<String, Long> marks = new LinkedHashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", 2);
      // A step that a process comes to again, because the database went away, counts once.
      if (words.length == 2 && words[1].matches("\\d{1,9}")) {
        marks.putIfAbsent(words[0], Long.valueOf(words[1]));
      }
    }
    return new Timeline(marks);
  }

  boolean ended() {
    return marks.containsKey(ENDED);
  }

  /** Where a killed process was. */
  String last() {
    String last = BEGUN;
    for (String mark : marks.keySet()) {
      last = mark;
    }
    return last;
  }
}
