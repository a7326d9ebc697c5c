package id.pde.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.model.Language;
import id.pde.run.account.Account;
import id.pde.run.account.Role;
import id.pde.web.City;
import id.pde.web.waiting.Narrowed;
import id.pde.web.waiting.WaitingExports;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class QuarantineRowsTest {

  private static final Account OFFICER =
      new Account(
          "ana",
          "Ana",
          Set.of(Role.OFFICER),
          List.of(),
          Language.ID,
          null,
          false,
          1,
          null,
          null,
          false);
  private static final Narrowed ALL = new Narrowed("", "", "", "", "");

  private final CountDownLatch reading = new CountDownLatch(WaitingExports.AT_ONCE);
  private final CountDownLatch goesOn = new CountDownLatch(1);
  private final QuarantineRows rows = new QuarantineRows(answering(City.class));

  /** A reader more than may read is told when to come again, and may then. */
  @Test
  void onlySoManyReadAtOnce() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(WaitingExports.AT_ONCE);
    try {
      List<Future<?>> slow =
          java.util.stream.IntStream.range(0, WaitingExports.AT_ONCE)
              .<Future<?>>mapToObj(one -> readers.submit(this::readSlowly))
              .toList();
      assertThat(reading.await(1, TimeUnit.MINUTES)).isTrue();

      Problem problem = catchThrowableOfType(Problem.class, this::read);

      ResponseEntity<?> answer = problem.answer(Language.EN);
      assertThat(answer.getStatusCode().value()).isEqualTo(429);
      assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("10");
      assertThat(answer.getBody()).asString().contains("code=quarantine.busy");
      goesOn.countDown();
      for (Future<?> one : slow) {
        one.get(1, TimeUnit.MINUTES);
      }
      read();
    } finally {
      goesOn.countDown();
      readers.shutdownNow();
    }
  }

  private @Nullable Void readSlowly() throws Exception {
    HttpServletResponse response =
        made(
            HttpServletResponse.class,
            (self, method, arguments) -> {
              if (method.getName().equals("getOutputStream")) {
                reading.countDown();
                goesOn.await();
                return new Discarded();
              }
              return null;
            });
    rows.csv(ALL, OFFICER, made(HttpServletRequest.class, (self, method, given) -> null), response);
    return null;
  }

  private void read() throws Exception {
    HttpServletResponse response =
        made(
            HttpServletResponse.class,
            (self, method, arguments) ->
                method.getName().equals("getOutputStream") ? new Discarded() : null);
    rows.csv(ALL, OFFICER, made(HttpServletRequest.class, (self, method, given) -> null), response);
  }

  /** Whatever it is asked for has nothing in it. */
  private static <T> T answering(Class<T> type) {
    return made(
        type,
        (self, method, arguments) -> {
          Class<?> answer = method.getReturnType();
          if (answer == List.class) {
            return List.of();
          }
          return answer.isInterface() ? answering(answer) : null;
        });
  }

  private static <T> T made(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static final class Discarded extends jakarta.servlet.ServletOutputStream {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(jakarta.servlet.WriteListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(int sign) {
      // Nobody looks at it.
    }
  }
}
