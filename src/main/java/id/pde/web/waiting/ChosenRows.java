package id.pde.web.waiting;

import id.pde.run.overview.RowMarks;
import id.pde.run.overview.RowMarks.Act;
import id.pde.run.overview.RowMarks.Chosen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows and acts as forms and programs name them: {@code 12.3} is the row 3 of run 12. */
public final class ChosenRows {

  private static final Pattern ROW = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

  private ChosenRows() {}

  /** Empty: one of them is no row. */
  public static Optional<Chosen.Rows> of(List<String> rows) {
    List<RowMarks.Key> keys = new ArrayList<>();
    for (String row : rows) {
      Matcher parts = ROW.matcher(row);
      if (!parts.matches()) {
        return Optional.empty();
      }
      keys.add(new RowMarks.Key(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))));
    }
    return Optional.of(new Chosen.Rows(keys));
  }

  public static String of(RowMarks.Key key) {
    return key.run() + "." + key.ordinal();
  }

  /** {@code ignore} or {@code reopen}; empty: neither. */
  public static Optional<Act> act(String name) {
    for (Act act : Act.values()) {
      if (name.equals(name(act))) {
        return Optional.of(act);
      }
    }
    return Optional.empty();
  }

  public static String name(Act act) {
    return act.name().toLowerCase(Locale.ROOT);
  }
}
