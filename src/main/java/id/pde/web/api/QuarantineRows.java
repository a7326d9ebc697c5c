package id.pde.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.ask.CsvRows;
import id.pde.web.waiting.Narrowed;
import id.pde.web.waiting.WaitingExports;
import id.pde.web.waiting.WaitingExports.Busy;
import id.pde.web.waiting.WaitingExports.Out;
import id.pde.web.waiting.WaitingExports.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The waiting rows themselves, all that match, streamed; what is personal stays out. */
@RestController
@RequestMapping("/api/v1/quarantine/rows")
final class QuarantineRows {

  /** Seconds after which it is worth asking again. */
  private static final int PAUSE = 10;

  private final WaitingExports exports;

  QuarantineRows(City city) {
    this.exports = new WaitingExports(city);
  }

  /** One object for each row. */
  @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
  void lines(
      Narrowed narrowed, Account me, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    give(
        me,
        wanted(narrowed, "ndjson", request),
        file -> {
          response.setContentType(MediaType.APPLICATION_NDJSON_VALUE + ";charset=UTF-8");
          try (JsonGenerator out = new JsonFactory().createGenerator(response.getOutputStream())) {
            out.setRootValueSeparator(null);
            return file.give(new RowLines(out));
          }
        });
  }

  @GetMapping(produces = "text/csv")
  void csv(Narrowed narrowed, Account me, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    give(
        me,
        wanted(narrowed, "csv", request),
        file -> {
          response.setContentType("text/csv;charset=UTF-8");
          try (Writer text =
              new BufferedWriter(
                  new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            return file.give(new CsvRows(text));
          }
        });
  }

  private static Wanted wanted(Narrowed narrowed, String form, HttpServletRequest request) {
    return new Wanted(narrowed, form, "api", ApiDoors.language(request));
  }

  private void give(Account me, Wanted wanted, Out out) throws IOException {
    try {
      exports.give(me, wanted, out);
    } catch (Busy busy) {
      throw new Problem(
              HttpStatus.TOO_MANY_REQUESTS,
              "quarantine.busy",
              new Text("Terlalu banyak ekspor berjalan", "Too many exports run"),
              new Text(
                  "coba lagi setelah Retry-After detik", "try again after Retry-After seconds"))
          .after(PAUSE);
    }
  }
}
