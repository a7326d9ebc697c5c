package id.pde.run.resubmit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a workbook that PDE gave back says of itself, in a property of its package: {@code 2 rows
 * 12,13 <sha256> 3}.
 *
 * @param form what it holds
 * @param runs that it answers; never none
 * @param sha256 of the delivery of these runs
 * @param sheets that have marked rows; 0 in a workbook of the sender's own
 */
public record AnswerMark(Form form, List<Long> runs, String sha256, int sheets) {

  /** The name of the property. */
  public static final String PROPERTY = "PDE.perbaikan";

  /** Programs show properties of no more than 255 signs. */
  private static final int MOST_RUNS = 12;

  private static final Pattern WRITTEN =
      Pattern.compile("2 (own|rows) (\\d{1,18}(?:,\\d{1,18}){0,11}) ([0-9a-f]{64}) (\\d{1,5})");

  public AnswerMark {
    runs = runs.stream().limit(MOST_RUNS).toList();
  }

  /** What such a workbook holds. */
  public enum Form {
    /** The sender's own workbook: all of the delivery. */
    OWN("own"),
    /** Rows copied from the delivery, each marked: what they say is laid over it. */
    ROWS("rows");

    private final String code;

    Form(String code) {
      this.code = code;
    }
  }

  /** As it stands in the property. */
  public String text() {
    String numbers = runs.stream().map(String::valueOf).collect(Collectors.joining(","));
    return "2 " + form.code + " " + numbers + " " + sha256 + " " + sheets;
  }

  /** Empty: it is no mark of this or an earlier version. */
  public static Optional<AnswerMark> parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      return Optional.empty();
    }
    Form form = written.group(1).equals(Form.OWN.code) ? Form.OWN : Form.ROWS;
    List<Long> runs = Stream.of(written.group(2).split(",", -1)).map(Long::valueOf).toList();
    return Optional.of(
        new AnswerMark(form, runs, written.group(3), Integer.parseInt(written.group(4))));
  }
}
