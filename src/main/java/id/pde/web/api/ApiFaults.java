package id.pde.web.api;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.FileFaults;
import id.pde.run.RunStopped;
import id.pde.run.TargetUnavailable;
import id.pde.web.seen.PageMissing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Faults of the API, all in one form. */
@RestControllerAdvice(basePackages = "id.pde.web.api")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiFaults {

  private static final Logger LOG = LoggerFactory.getLogger(ApiFaults.class);

  @ExceptionHandler(Problem.class)
  ResponseEntity<Map<String, Object>> known(Problem problem, HttpServletRequest request) {
    return problem.answer(ApiDoors.language(request));
  }

  @ExceptionHandler(PageMissing.class)
  ResponseEntity<Map<String, Object>> missing(HttpServletRequest request) {
    return Problem.missing().answer(ApiDoors.language(request));
  }

  @ExceptionHandler({
    MethodArgumentTypeMismatchException.class,
    ServletRequestBindingException.class
  })
  ResponseEntity<Map<String, Object>> misused(HttpServletRequest request) {
    return new Problem(
            HttpStatus.BAD_REQUEST,
            "api.parameter",
            new Text(
                "Parameter kurang atau tidak terbaca", "A parameter is missing or cannot be read"),
            new Text("lihat /api/v1/openapi.json", "see /api/v1/openapi.json"))
        .answer(ApiDoors.language(request));
  }

  /** Of what was sent nothing is repeated: it may hold a password. */
  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<Map<String, Object>> unreadable(HttpServletRequest request) {
    return new Problem(
            HttpStatus.BAD_REQUEST,
            "api.body",
            new Text("Isi permintaan tidak terbaca", "The body of the request cannot be read"),
            new Text("lihat /api/v1/openapi.json", "see /api/v1/openapi.json"))
        .answer(ApiDoors.language(request));
  }

  @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
  ResponseEntity<Map<String, Object>> otherForm(HttpServletRequest request) {
    return otherForm().answer(ApiDoors.language(request));
  }

  static Problem otherForm() {
    return new Problem(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "api.media",
        new Text("Content-Type ini tidak diterima", "This Content-Type is not taken"),
        new Text("lihat /api/v1/openapi.json", "see /api/v1/openapi.json"));
  }

  @ExceptionHandler(RunStopped.class)
  ResponseEntity<Map<String, Object>> stopped(RunStopped stopped, HttpServletRequest request) {
    Issue issue = stopped.issue();
    HttpStatus status =
        stopped instanceof TargetUnavailable ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CONFLICT;
    return new Problem(status, issue.code(), issue.message(), issue.fix())
        .answer(ApiDoors.language(request));
  }

  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<Map<String, Object>> broken(RuntimeException broken, HttpServletRequest request) {
    if (FileFaults.isFullDisk(broken)) {
      LOG.error("{} {}: no disk space", request.getMethod(), request.getServletPath());
      Issue full = FileFaults.serverFull();
      return new Problem(HttpStatus.INSUFFICIENT_STORAGE, full.code(), full.message(), full.fix())
          .answer(ApiDoors.language(request));
    }
    LOG.error(
        "{} {} broke off: {} at {}",
        request.getMethod(),
        request.getServletPath(),
        broken.getClass().getName(),
        broken.getStackTrace().length == 0 ? "?" : broken.getStackTrace()[0]);
    return new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "api.broken",
            new Text(
                "PDE sendiri gagal; tidak ada yang berubah sebagian",
                "PDE itself failed; nothing was changed in part"),
            new Text("lihat log server", "see the log of the server"))
        .answer(ApiDoors.language(request));
  }
}
