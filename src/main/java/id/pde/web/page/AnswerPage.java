package id.pde.web.page;

import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.seen.AnswerFile;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The answer to the sender: their workbook with what is wrong, the receipt, the JSON. */
@Controller
final class AnswerPage {

  private final City city;

  AnswerPage(City city) {
    this.city = city;
  }

  /** The files of an answer by what they are: {@code workbook}, {@code text} or {@code json}. */
  @GetMapping("/runs/{number}/answer/{kind}")
  ResponseEntity<Resource> answer(
      @PathVariable("number") long number, @PathVariable("kind") String kind, Account me) {
    AnswerFile answer = AnswerFile.of(city, me, number, kind);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, answer.disposition())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(answer.content());
  }

  static String disposition(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
