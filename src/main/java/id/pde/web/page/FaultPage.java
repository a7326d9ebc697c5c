package id.pde.web.page;

import id.pde.web.api.ApiMisses;
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
  @Nullable Object fault(HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      // A file that was cut: a page at its end would only hide that.
      return null;
    }
    Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = given instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
    Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (address instanceof String uri && ApiMisses.isOfApi(uri)) {
      return ApiMisses.answer(request, status);
    }
    ModelAndView model = new ModelAndView("error");
    response.setStatus(status);
    model.addObject("back", WayBack.of(request, String.valueOf(address)));
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
