package id.pde.guess;

import id.pde.guess.Proposal.Line;
import id.pde.guess.Tables.Table;
import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Period;
import id.pde.model.Text;
import id.pde.normalise.period.DeliveryPeriod;
import id.pde.normalise.period.DeliveryPeriod.Sender;
import id.pde.normalise.period.DeliveryPeriod.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds where the period of a delivery stands, by trying what a load would find there. */
final class PeriodChoice {

  private static final String MONTHS =
      "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november"
          + "|nopember|desember";

  /** In the order in which they are preferred where they say the same. */
  private static final List<String> PLACES =
      List.of(
          "filename",
          "{title: \"/((?:semester|sem) (?:i{1,2}|[12]) (?:tahun )?\\\\d{4})/i\"}",
          "{title: \"/((?:triwulan|tw) (?:i{1,3}|iv|[1-4]) (?:tahun )?\\\\d{4})/i\"}",
          "{title: \"/((?:" + MONTHS + ") \\\\d{4})/i\"}",
          "{title: \"/\\\\b(?:tahun|ta) (?:anggaran )?(\\\\d{4})\\\\b/i\"}");

  /** Where every sheet has a period of its own. */
  private static final List<String> SHEETS = List.of("sheet", "[sheet, filename]");

  private final String file;
  private final List<Header> headers;

  PeriodChoice(String file, List<Table> tables) {
    this.file = file;
    this.headers = tables.stream().map(Table::header).toList();
  }

  /**
   * The value of {@code period}.
   *
   * @param mapping the proposal with such a value
   */
  Optional<Line> choose(Function<String, Mapping> mapping) {
    if (headers.size() > 1) {
      for (String place : SHEETS) {
        List<Period> each = periods(mapping.apply(from(place)));
        if (each.size() == headers.size() && new HashSet<>(each).size() == each.size()) {
          return Optional.of(line(place, each));
        }
      }
    }
    Line best = null;
    int longest = 0;
    for (String place : PLACES) {
      List<Period> all = periods(mapping.apply(from(place)));
      boolean one = all.size() == headers.size() && new HashSet<>(all).size() == 1;
      if (one && all.get(0).text().length() > longest) {
        longest = all.get(0).text().length();
        best = line(place, all);
      }
    }
    return Optional.ofNullable(best);
  }

  private static String from(String place) {
    return "{from: " + place + "}";
  }

  private static Line line(String place, List<Period> found) {
    String shown =
        found.get(0).text()
            + (found.size() > 1 && !found.get(0).equals(found.get(1)) ? ", ..." : "");
    Text remark =
        Remarks.of("di kiriman ini berarti " + shown, "in this delivery it says " + shown);
    return new Line(from(place), List.of(remark));
  }

  private List<Period> periods(Mapping mapping) {
    DeliveryPeriod period = new DeliveryPeriod(mapping, new Sender(file, "", null));
    List<Period> found = new ArrayList<>();
    for (Header header : headers) {
      if (period.table(header) instanceof Verdict.Known known && known.period() != null) {
        found.add(known.period());
      }
    }
    return found;
  }
}
