package id.pde.web.page;

import id.pde.model.Language;
import id.pde.run.Exports.Workbook;
import id.pde.run.RunStopped;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.ask.CsvRows;
import id.pde.web.waiting.Narrowed;
import id.pde.web.waiting.WaitingFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The waiting rows that the facets show as a file. What is cut ends as a broken download, never as
 * a whole one.
 */
@Controller
final class QuarantineExport {

  private static final int AT_ONCE = 3;

  private final City city;
  private final Semaphore free = new Semaphore(AT_ONCE);

  QuarantineExport(City city) {
    this.city = city;
  }

  @GetMapping("/quarantine/rows/{form:csv|xlsx}")
  void export(
      @PathVariable("form") String form,
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @RequestParam(name = "dataset", defaultValue = "") String dataset,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "column", defaultValue = "") String column,
      Account me,
      Locale reader,
      HttpServletResponse response)
      throws IOException {
    if (!free.tryAcquire()) {
      response.sendRedirect("/quarantine?busy");
      return;
    }
    try {
      Narrowed narrowed = new Narrowed(agency, dataset, code, column);
      Language language = reader.getLanguage().equals("en") ? Language.EN : Language.ID;
      WaitingFile file = new WaitingFile(city, narrowed.facets(me), language);
      // Before the first row leaves.
      city.acts().note(me.name(), "quarantine.export", "quarantine", form);
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION, AnswerPage.disposition("quarantine." + form));
      response.setContentType(
          form.equals("csv")
              ? "text/csv; charset=utf-8"
              : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      long rows = write(file, form, me, response.getOutputStream());
      city.acts()
          .note(me.name(), "quarantine.exported", "quarantine", form + ", " + rows + " rows");
      city.as(me.name())
          .audit()
          .note("export", List.of("pde.quarantine"), List.of("row_values"), form, rows);
    } catch (RunStopped stopped) {
      if (response.isCommitted()) {
        throw new IOException("the export was cut: " + stopped.issue().code(), stopped);
      }
      response.reset();
      response.sendRedirect("/quarantine?refused");
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } finally {
      free.release();
    }
  }

  private long write(WaitingFile file, String form, Account me, OutputStream out)
      throws IOException {
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
