package id.pde.web.page;

import id.pde.mapping.Mapping;
import id.pde.run.account.Account;
import id.pde.schedule.expect.Board.State;
import id.pde.web.seen.Promises;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of submissions: who owes what, by agency, dataset and period. */
@Controller
final class SubmissionsPage {

  private static final int MOST = 24;
  private static final int SIZE = 40;

  private final Promises promises;

  SubmissionsPage(Promises promises) {
    this.promises = promises;
  }

  /** The datasets of an agency. */
  record Agency(String name, List<Promises.Row> rows) {}

  @GetMapping("/submissions")
  String board(
      @RequestParam(name = "periods", defaultValue = "6") int periods,
      @RequestParam(name = "page", defaultValue = "0") int page,
      Account me,
      Model model) {
    int wanted = Math.max(1, Math.min(MOST, periods));
    Map<String, List<Promises.Row>> by = new TreeMap<>();
    Slice<Mapping> slice = Slice.of(promises.expected(me), page, SIZE);
    for (Promises.Row row : promises.board(slice.shown(), wanted)) {
      by.computeIfAbsent(row.mapping().agency(), none -> new ArrayList<>()).add(row);
    }
    List<Agency> agencies = new ArrayList<>();
    by.forEach((id, rows) -> agencies.add(new Agency(promises.agency(id), rows)));
    model.addAttribute("slice", slice);
    model.addAttribute("agencies", agencies);
    model.addAttribute("periods", wanted);
    model.addAttribute("states", State.values());
    return "submissions";
  }
}
