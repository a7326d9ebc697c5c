package id.pde.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.ask.CsvRows;
import id.pde.web.waiting.Narrowed;
import id.pde.web.waiting.WaitingFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The waiting rows themselves, all that match, streamed; what is personal stays out. */
@RestController
@RequestMapping("/api/v1/quarantine/rows")
final class QuarantineRows {

  private final City city;

  QuarantineRows(City city) {
    this.city = city;
  }

  /** One object for each row. */
  @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
  void lines(
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @RequestParam(name = "dataset", defaultValue = "") String dataset,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "column", defaultValue = "") String column,
      Account me,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE + ";charset=UTF-8");
    try (JsonGenerator out = new JsonFactory().createGenerator(response.getOutputStream())) {
      out.setRootValueSeparator(null);
      Narrowed narrowed = new Narrowed(agency, dataset, code, column);
      give(narrowed, "ndjson", me, request, new RowLines(out));
    }
  }

  @GetMapping(produces = "text/csv")
  void csv(
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @RequestParam(name = "dataset", defaultValue = "") String dataset,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "column", defaultValue = "") String column,
      Account me,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    try (Writer text =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      Narrowed narrowed = new Narrowed(agency, dataset, code, column);
      give(narrowed, "csv", me, request, new CsvRows(text));
    }
  }

  private void give(
      Narrowed narrowed, String form, Account me, HttpServletRequest request, ResultVisitor visitor)
      throws IOException {
    city.acts().note(me.name(), "quarantine.export", "quarantine", form + ", api");
    try {
      WaitingFile file = new WaitingFile(city, narrowed.facets(me), ApiDoors.language(request));
      long rows = file.give(visitor);
      city.acts()
          .note(me.name(), "quarantine.exported", "quarantine", form + ", " + rows + " rows, api");
      city.as(me.name())
          .audit()
          .note("export", List.of("pde.quarantine"), List.of("row_values"), form, rows);
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }
}
