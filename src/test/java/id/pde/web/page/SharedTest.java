package id.pde.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.run.account.Accounts;
import id.pde.web.door.Register;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

class SharedTest {

  /** Answers null to everything, as a request without a login and without headers does. */
  private static <T> T silent(Class<T> kind) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(), new Class<?>[] {kind}, (proxy, called, arguments) -> null));
  }

  @Test
  void anUploadForWhichThereIsNoSpaceIsToldInWords() {
    Shared shared =
        new Shared(
            new Register(silent(Accounts.class), InstantSource.system()), InstantSource.system());
    IOException full = new IOException("Processing failed. No space left on device");

    ModelAndView page =
        shared.broken(
            new MultipartException("parse", full), silent(HttpServletRequest.class), Locale.ROOT);

    assertThat(page.getStatus()).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
    Issue issue = (Issue) Objects.requireNonNull(page.getModel().get("issue"));
    assertThat(issue.code()).isEqualTo("disk.full");
    assertThat(issue.message().id())
        .isEqualTo("Server kehabisan ruang disk; yang Anda kirim tidak disimpan");
  }
}
