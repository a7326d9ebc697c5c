package id.pde.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Remembers the page that somebody wanted before the login. Only pages: a part of one, or an answer
 * for a program, is nothing to come back to. The address is never taken from a parameter.
 */
final class SafeReturn extends HttpSessionRequestCache {

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    String accept = request.getHeader("Accept");
    boolean page = accept != null && accept.contains("text/html");
    if (page && request.getMethod().equals("GET") && request.getHeader("HX-Request") == null) {
      super.saveRequest(request, response);
    }
  }
}
