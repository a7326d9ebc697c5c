package id.pde.guess;

import id.pde.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides under which formats the days of a field are read. Used once. */
final class DateFormats {

  private final DateTrials dates;
  private final Set<Text> remarks = new LinkedHashSet<>();
  private final List<String> chosen = new ArrayList<>();
  private long left;
  private boolean tie;

  DateFormats(DateTrials dates) {
    this.dates = dates;
    Set<String> decided = new LinkedHashSet<>();
    for (String format : dates.formats()) {
      String orderless = DateTrials.orderless(format);
      if (decided.add(orderless)) {
        String better = numeric(orderless) ? order(orderless) : format;
        chosen.add(better);
        left += dates.either(format) - dates.in(better);
      }
    }
  }

  private static boolean numeric(String format) {
    return format.startsWith("dd/") || format.startsWith("dd-");
  }

  /** The formats to declare; none where every day has one reading anyway. */
  List<String> formats() {
    return List.copyOf(chosen);
  }

  /** How many days do not have these formats: month and day the other way round. */
  long left() {
    return left;
  }

  /**
   * Whether nothing tells the day from the month, so that every delivery has to decide for itself;
   * two-digit years need a declared form in any case.
   */
  boolean undecided() {
    return tie && chosen.stream().allMatch(format -> format.contains("yyyy"));
  }

  List<Text> remarks() {
    return List.copyOf(remarks);
  }

  /** Days or months first: whichever reads more; a tie is what people here write. */
  private String order(String dayFirst) {
    String monthFirst = "MM" + dayFirst.charAt(2) + "dd" + dayFirst.substring(5);
    long days = dates.in(dayFirst);
    long months = dates.in(monthFirst);
    if (months == 0) {
      return dayFirst;
    }
    if (days == months) {
      tie = true;
      remarks.add(
          Remarks.of(
              "hari dan bulan tidak dapat dipastikan: tidak ada hari di atas 12",
              "day or month first is undecided: no day is above 12"));
      return dayFirst;
    }
    boolean dayBetter = days > months;
    if (!dayBetter) {
      remarks.add(Remarks.of("bulan ditulis di depan hari", "the month stands before the day"));
    }
    return dayBetter ? dayFirst : monthFirst;
  }
}
