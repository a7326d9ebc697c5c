package id.pde.web.page;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.run.FileFaults;
import id.pde.run.RunStopped;
import id.pde.run.TargetUnavailable;
import id.pde.run.account.Account;
import id.pde.web.Say;
import id.pde.web.api.ApiMisses;
import id.pde.web.door.Register;
import id.pde.web.seen.PageMissing;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What every page knows, and what is shown instead of one. */
@ControllerAdvice
final class Shared {

  private static final Logger LOG = LoggerFactory.getLogger(Shared.class);

  private final Register register;
  private final InstantSource clock;

  Shared(Register register, InstantSource clock) {
    this.register = register;
    this.clock = clock;
  }

  @ModelAttribute
  void known(Model model, HttpServletRequest request, Locale locale) {
    model.addAttribute("say", say(locale));
    model.addAttribute("path", request.getServletPath());
    model.addAttribute("me", me(request.getUserPrincipal()));
  }

  private Say say(Locale locale) {
    Language language = locale.getLanguage().equals("en") ? Language.EN : Language.ID;
    return new Say(language, clock.instant());
  }

  private @Nullable Account me(@Nullable Principal principal) {
    try {
      return principal == null ? null : register.now(principal.getName());
    } catch (RunStopped away) {
      return null;
    }
  }

  @ExceptionHandler({
    PageMissing.class,
    NoResourceFoundException.class,
    MethodArgumentTypeMismatchException.class
  })
  Object missing(HttpServletRequest request, Locale locale) {
    if (ApiMisses.isOfApi(request.getServletPath())) {
      return ApiMisses.answer(request, HttpStatus.NOT_FOUND.value());
    }
    return page("missing", HttpStatus.NOT_FOUND, request, locale);
  }

  @ExceptionHandler({
    MissingServletRequestParameterException.class,
    HttpRequestMethodNotSupportedException.class
  })
  Object misused(HttpServletRequest request, Locale locale) {
    if (ApiMisses.isOfApi(request.getServletPath())) {
      return ApiMisses.answer(request, HttpStatus.METHOD_NOT_ALLOWED.value());
    }
    return page("misused", HttpStatus.BAD_REQUEST, request, locale);
  }

  @ExceptionHandler(AccessDeniedException.class)
  ModelAndView denied(HttpServletRequest request, Locale locale) {
    return page("denied", HttpStatus.FORBIDDEN, request, locale);
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ModelAndView tooLarge(HttpServletRequest request, Locale locale) {
    return page("toolarge", HttpStatus.PAYLOAD_TOO_LARGE, request, locale);
  }

  @ExceptionHandler(TargetUnavailable.class)
  ModelAndView away(TargetUnavailable away, HttpServletRequest request, Locale locale) {
    ModelAndView page = page("away", HttpStatus.SERVICE_UNAVAILABLE, request, locale);
    page.addObject("issue", away.issue());
    return page;
  }

  @ExceptionHandler(RunStopped.class)
  ModelAndView stopped(RunStopped stopped, HttpServletRequest request, Locale locale) {
    ModelAndView page = page("stopped", HttpStatus.CONFLICT, request, locale);
    page.addObject("issue", stopped.issue());
    return page;
  }

  @ExceptionHandler(RuntimeException.class)
  ModelAndView broken(RuntimeException broken, HttpServletRequest request, Locale locale) {
    if (FileFaults.isFullDisk(broken)) {
      LOG.error("{} {}: no disk space", request.getMethod(), request.getServletPath());
      ModelAndView page = page("stopped", HttpStatus.INSUFFICIENT_STORAGE, request, locale);
      page.addObject("issue", FileFaults.serverFull());
      return page;
    }
    // Its message may hold what somebody typed; the log takes the kind and the place only.
    LOG.error(
        "{} {} broke off: {} at {}",
        request.getMethod(),
        request.getServletPath(),
        broken.getClass().getName(),
        broken.getStackTrace().length == 0 ? "?" : broken.getStackTrace()[0]);
    return page("broken", HttpStatus.INTERNAL_SERVER_ERROR, request, locale);
  }

  private ModelAndView page(
      String kind, HttpStatus status, HttpServletRequest request, Locale locale) {
    ModelAndView page = new ModelAndView("error", status);
    page.addObject("kind", kind);
    page.addObject("say", say(locale));
    page.addObject("path", request.getServletPath());
    page.addObject("me", me(request.getUserPrincipal()));
    page.addObject("issue", (Issue) null);
    page.addObject("back", WayBack.of(request, request.getServletPath()));
    return page;
  }
}
