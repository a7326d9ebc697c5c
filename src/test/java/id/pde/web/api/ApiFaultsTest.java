package id.pde.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.account.Accounts;
import id.pde.run.account.Accounts.Repeated;
import id.pde.web.City;
import id.pde.web.work.Works;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartException;

/** Faults of the API that a server in good health does not show. */
class ApiFaultsTest {

  /** Something that answers one method, and no other. */
  private static <T> T only(Class<T> kind, String method, Object answer) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                return answer;
              }
              throw new UnsupportedOperationException(called.getName());
            }));
  }

  /** A request in English, whatever else is asked of it. */
  private static HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) -> "en");
  }

  private static Map<String, Object> body(ResponseEntity<Map<String, Object>> answer) {
    return Objects.requireNonNull(answer.getBody());
  }

  @Test
  void whatPdeDidNotExpectSaysNothingOfIt() {
    ResponseEntity<Map<String, Object>> answer =
        new ApiFaults().broken(new IllegalStateException("3574014107800001"), request());

    assertThat(answer.getStatusCode().value()).isEqualTo(500);
    assertThat(body(answer)).containsEntry("code", "api.broken").containsEntry("status", 500);
    assertThat(body(answer).toString()).doesNotContain("3574014107800001");
  }

  @Test
  void aDiskWithoutSpaceIsToldInWords() {
    IOException full = new IOException("Processing failed. No space left on device");
    ResponseEntity<Map<String, Object>> answer =
        new ApiFaults().broken(new MultipartException("parse", full), request());

    assertThat(answer.getStatusCode().value()).isEqualTo(507);
    assertThat(body(answer))
        .containsEntry("code", "disk.full")
        .containsEntry("title", "The server has no disk space left; what you sent was not kept");
  }

  @Test
  void aStatusOfTheContainerIsAProblemToo() {
    ResponseEntity<Map<String, Object>> answer = ApiMisses.answer(request(), 406);

    assertThat(answer.getStatusCode().value()).isEqualTo(406);
    assertThat(body(answer)).containsEntry("code", "api.refused");
    assertThat(ApiMisses.answer(request(), 999).getStatusCode().value()).isEqualTo(500);
  }

  /** Its first request is still going on, or the server stopped in it. */
  @Test
  void aKeyThatHasNoAnswerYetIsNotUsedTwice() {
    Accounts accounts = only(Accounts.class, "begin", new Repeated("undo 3", ""));
    try (Works works = new Works(InstantSource.system())) {
      Asked asked = new Asked(only(City.class, "accounts", accounts), works);
      assertThatThrownBy(() -> asked.before(new Asked.Request("k", "undo 3"), "k", "ana"))
          .isInstanceOf(Problem.class)
          .hasMessage("api.begun");
      assertThatThrownBy(() -> asked.before(new Asked.Request("k", "undo 4"), "k", "ana"))
          .hasMessage("api.key");
    }
  }
}
