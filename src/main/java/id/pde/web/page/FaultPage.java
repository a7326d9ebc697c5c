package id.pde.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown where no page was reached: rights, a form of yesterday, a wrong address. */
@Controller
final class FaultPage implements ErrorController {

  @RequestMapping("/error")
  @Nullable ModelAndView fault(HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      // A file that was cut: a page at its end would only hide that.
      return null;
    }
    ModelAndView model = new ModelAndView("error");
    Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = given instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
    response.setStatus(status);
    model.addObject(
        "kind",
        switch (status) {
          case HttpServletResponse.SC_NOT_FOUND -> "missing";
          case HttpServletResponse.SC_FORBIDDEN, HttpServletResponse.SC_UNAUTHORIZED -> "denied";
          case HttpServletResponse.SC_BAD_REQUEST, HttpServletResponse.SC_METHOD_NOT_ALLOWED ->
              "misused";
          case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> "toolarge";
          default -> "broken";
        });
    return model;
  }
}
