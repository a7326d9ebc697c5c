package id.pde.route.door;

import id.pde.run.SourceUnreadable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks addresses of the web, patiently and within limits. Redirects are followed where they cannot
 * lead into the local network. Safe for use by many threads.
 */
final class Web {

  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int BODY_PATIENCE = 10;
  private static final int MOST_REDIRECTS = 5;

  private final DoorSecrets secrets;
  private final Waiting waiting;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  Web(DoorSecrets secrets, Waiting waiting) {
    this.secrets = secrets;
    this.waiting = waiting;
  }

  /**
   * A question.
   *
   * @param url without the secrets of the login
   * @param headers beside those of the login
   * @param target where the answer is written
   * @param limit its bytes
   */
  record Ask(FetchAddress address, URI url, Map<String, String> headers, Path target, long limit) {}

  /** An answer that is whole, in the file of the question. */
  record Answer(HttpHeaders headers, long bytes) {
    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /**
   * Asks until there is an answer.
   *
   * @return empty: nothing changed since the marks that the headers carry
   * @throws SourceUnreadable when there is none
   */
  Optional<Answer> ask(Ask ask) {
    String door = ask.address().door();
    long tries = ask.address().limits().tries();
    for (long attempt = 1; ; attempt++) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 6));
      try {
        HttpResponse<Long> response = follow(ask);
        int status = response.statusCode();
        if (status == NOT_MODIFIED) {
          return Optional.empty();
        }
        if (status == OK) {
          long bytes = Unpacked.inPlace(response.headers(), ask.target(), ask.limit());
          ContentKinds.check(ask.address(), response.headers(), ask.target());
          return Optional.of(new Answer(response.headers(), bytes));
        }
        if (!PASSING.contains(status) || attempt >= tries) {
          throw WebFaults.status(door, status);
        }
        pause = RetryAfter.of(response.headers()).orElse(pause);
      } catch (LimitedFile.TooLong tooLong) {
        throw WebFaults.tooLong(door, ask.address().limits().bytes());
      } catch (SSLException untrusted) {
        throw DoorFaults.certificate(door, untrusted);
      } catch (IOException silent) {
        if (attempt >= tries) {
          throw WebFaults.silent(door, silent);
        }
      }
      rest(door, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
  }

  private HttpResponse<Long> follow(Ask ask) throws IOException {
    String door = ask.address().door();
    URI url = ask.url();
    for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
      HttpResponse<Long> response = once(ask, url);
      Optional<URI> next = Redirect.of(response, url);
      if (next.isEmpty()) {
        return response;
      }
      if (!Redirect.isAllowed(ask.url(), next.get())) {
        throw WebFaults.redirect(door);
      }
      url = next.get();
    }
    throw WebFaults.redirect(door);
  }

  private HttpResponse<Long> once(Ask ask, URI url) throws IOException {
    FetchAddress address = ask.address();
    Duration patience = address.limits().patience();
    boolean known = Redirect.isSameServer(ask.url(), url);
    URI asked = known ? withKey(address, url) : url;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(asked).timeout(patience).header("User-Agent", "PDE").GET();
    ask.headers().forEach(request::setHeader);
    // What PDE says of itself is for the server of the route, not for where it sends us.
    if (known) {
      address.login().into(request, address.door(), secrets);
    }
    CompletableFuture<HttpResponse<Long>> coming =
        client.sendAsync(
            request.build(),
            head ->
                head.statusCode() == OK
                    ? new LimitedFile(ask.target(), ask.limit())
                    : BodySubscribers.replacing(0L));
    try {
      return coming.get(patience.toMillis() * BODY_PATIENCE, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw cause(failed);
    } catch (TimeoutException | CancellationException slow) {
      coming.cancel(true);
      throw new IOException("the answer does not end", slow);
    } catch (InterruptedException ending) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw WebFaults.silent(address.door(), ending);
    }
  }

  private URI withKey(FetchAddress address, URI url) {
    String parameter = address.login().parameter(address.door(), secrets);
    return parameter.isEmpty() ? url : Queries.with(url, parameter);
  }

  private static IOException cause(ExecutionException failed) {
    @Nullable Throwable cause = failed.getCause();
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    if (cause instanceof IOException told) {
      Throwable inner = told.getCause();
      return inner instanceof LimitedFile.TooLong tooLong
          ? tooLong
          : inner instanceof SSLException untrusted ? untrusted : told;
    }
    return new IOException("the question failed", failed);
  }

  private void rest(String door, Duration pause) {
    try {
      waiting.pause(pause);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw WebFaults.silent(door, ending);
    }
  }
}
