package id.pde.web.page;

import id.pde.run.account.Account;
import id.pde.run.ask.Asking.Refusal;
import id.pde.web.City;
import id.pde.web.ask.Asked;
import id.pde.web.ask.Desk;
import id.pde.web.ask.ExportFile;
import id.pde.web.ask.ExportFile.Form;
import id.pde.web.seen.PageMissing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * All rows of a statement as a file. What is cut ends as a broken download, never as a whole one.
 */
@Controller
final class SqlExport {

  private static final int AT_ONCE = 3;

  private final City city;
  private final Desk desk;
  private final Semaphore free = new Semaphore(AT_ONCE);

  SqlExport(City city, Desk desk) {
    this.city = city;
    this.desk = desk;
  }

  @GetMapping("/sql/asked/{number}/{form:csv|xlsx}")
  void export(
      @PathVariable("number") long number,
      @PathVariable("form") String form,
      Account me,
      HttpServletResponse response)
      throws IOException {
    Asked asked = desk.find(me.name(), number);
    if (asked == null) {
      throw new PageMissing();
    }
    String back = "/sql/asked/" + number;
    if (!free.tryAcquire()) {
      response.sendRedirect(back + "?busy");
      return;
    }
    try {
      // Before the first row leaves.
      city.acts().note(me.name(), "sql.export", "sql", form);
      Form wanted = Form.valueOf(form.toUpperCase(Locale.ROOT));
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, AnswerPage.disposition("sql." + form));
      response.setContentType(
          wanted == Form.CSV
              ? "text/csv; charset=utf-8"
              : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      Refusal refusal =
          new ExportFile(city, desk).write(me.name(), asked, wanted, response.getOutputStream());
      if (refusal == null) {
        city.acts().note(me.name(), "sql.exported", "sql", form + ", " + rows(asked));
        return;
      }
      if (response.isCommitted()) {
        throw new IOException("the export was cut: " + refusal.issue().code());
      }
      response.reset();
      response.sendRedirect(back + "?refused");
    } finally {
      free.release();
    }
  }

  private static String rows(Asked asked) {
    var exports = asked.standing().exports();
    return exports.isEmpty() ? "" : exports.get(exports.size() - 1).rows() + " rows";
  }
}
