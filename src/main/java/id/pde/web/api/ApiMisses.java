package id.pde.web.api;

import id.pde.model.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What programs are told where no method of the API was reached: never a page. */
public final class ApiMisses {

  private static final String BELOW = "/api/";

  private ApiMisses() {}

  /** Whether an address belongs to the API. */
  public static boolean isOfApi(String address) {
    return address.startsWith(BELOW);
  }

  /**
   * The answer for a status.
   *
   * @param status as the container has it
   */
  public static ResponseEntity<Map<String, Object>> answer(HttpServletRequest request, int status) {
    HttpStatus known = HttpStatus.resolve(status);
    HttpStatus plain = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    Problem problem =
        switch (plain) {
          case NOT_FOUND -> Problem.missing();
          case FORBIDDEN -> Problem.denied();
          case METHOD_NOT_ALLOWED ->
              new Problem(
                  plain,
                  "api.verb",
                  new Text(
                      "Alamat ini tidak menerima metode tersebut",
                      "This address does not take that method"),
                  new Text("lihat /api/v1/openapi.json", "see /api/v1/openapi.json"));
          default ->
              new Problem(
                  plain,
                  "api.refused",
                  new Text("Permintaan ini tidak dilayani", "This request was not served"),
                  new Text(
                      "lihat /api/v1/openapi.json; bila berulang, lihat log server",
                      "see /api/v1/openapi.json; if it comes again, see the log of the server"));
        };
    return problem.answer(ApiDoors.language(request));
  }
}
