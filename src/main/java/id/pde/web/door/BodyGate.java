package id.pde.web.door;

import id.pde.model.Language;
import id.pde.model.Text;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.coyote.CloseNowException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many requests with a body in at a time, and no more: who sends one byte every few seconds
 * holds a thread as long as they like, before anybody asks who they are. Pages are always served.
 */
final class BodyGate extends OncePerRequestFilter {

  /** Of the 200 threads of the server. */
  static final int AT_ONCE = 140;

  /** A whole office behind one address sends fifty files at once. */
  static final int OF_ONE_ADDRESS = 70;

  private static final Text CROWDED =
      new Text(
          "Terlalu banyak kiriman sekaligus; coba lagi sebentar lagi.",
          "Too much is being sent at the same time; try again in a moment.");

  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Map<String, Integer> senders = new ConcurrentHashMap<>();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hasBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    String sender = request.getRemoteAddr();
    if (!enter(sender)) {
      refuse(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      leave(sender);
    }
  }

  /** What was refused is shown by a page that would read the body, too. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private boolean enter(String sender) {
    if (!free.tryAcquire()) {
      return false;
    }
    if (senders.merge(sender, 1, Integer::sum) > OF_ONE_ADDRESS) {
      leave(sender);
      return false;
    }
    return true;
  }

  private void leave(String sender) {
    free.release();
    senders.computeIfPresent(sender, (address, known) -> known == 1 ? null : known - 1);
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    Language language = wanted != null && wanted.startsWith("en") ? Language.EN : Language.ID;
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, "10");
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(CROWDED.in(language));
    response.flushBuffer();
    // Else Tomcat would read on, to be polite, as slowly as it is sent.
    throw new CloseNowException("too many requests with a body");
  }
}
