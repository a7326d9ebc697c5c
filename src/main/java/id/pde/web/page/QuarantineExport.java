package id.pde.web.page;

import id.pde.model.Language;
import id.pde.run.Exports.Workbook;
import id.pde.run.RunStopped;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.ask.CsvRows;
import id.pde.web.waiting.Narrowed;
import id.pde.web.waiting.WaitingExports;
import id.pde.web.waiting.WaitingExports.Busy;
import id.pde.web.waiting.WaitingExports.Wanted;
import id.pde.web.waiting.WaitingFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The waiting rows that the facets show as a file. What is cut ends as a broken download, never as
 * a whole one.
 */
@Controller
final class QuarantineExport {

  private final City city;
  private final WaitingExports exports;

  QuarantineExport(City city) {
    this.city = city;
    this.exports = new WaitingExports(city);
  }

  @GetMapping("/quarantine/rows/{form:csv|xlsx}")
  void export(
      @PathVariable("form") String form,
      Narrowed narrowed,
      Account me,
      Locale reader,
      HttpServletResponse response)
      throws IOException {
    Language language = reader.getLanguage().equals("en") ? Language.EN : Language.ID;
    try {
      exports.give(
          me, new Wanted(narrowed, form, "", language), file -> write(file, form, me, response));
    } catch (Busy busy) {
      response.sendRedirect("/quarantine?busy");
    } catch (RunStopped stopped) {
      if (response.isCommitted()) {
        throw new IOException("the export was cut: " + stopped.issue().code(), stopped);
      }
      response.reset();
      response.sendRedirect("/quarantine?refused");
    }
  }

  private long write(WaitingFile file, String form, Account me, HttpServletResponse response)
      throws IOException {
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, AnswerPage.disposition("quarantine." + form));
    response.setContentType(
        form.equals("csv")
            ? "text/csv; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    OutputStream out = response.getOutputStream();
    if (form.equals("csv")) {
      Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      long rows = file.give(new CsvRows(text));
      text.flush();
      return rows;
    }
    try (Workbook workbook = city.as(me.name()).workbook(out, "Karantina")) {
      long rows = file.give(workbook);
      workbook.finish();
      return rows;
    }
  }
}
