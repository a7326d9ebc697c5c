package id.pde.web.api;

import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.seen.AnswerFile;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The answers to senders, as files. */
@RestController
final class AnswersApi {

  private final City city;

  AnswersApi(City city) {
    this.city = city;
  }

  /**
   * A file of the answer to a delivery.
   *
   * @param kind {@code workbook}, {@code text} or {@code json}
   */
  @GetMapping(
      path = "/api/v1/runs/{number}/answer/{kind}",
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<Resource> answer(
      @PathVariable("number") long number, @PathVariable("kind") String kind, Account me) {
    AnswerFile answer = AnswerFile.of(city, me, number, kind);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, answer.disposition())
        .body(answer.content());
  }
}
