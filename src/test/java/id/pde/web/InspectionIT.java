package id.pde.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That the look at pages sees what it looks for. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InspectionIT {

  @TempDir private static Path folder;

  @Test
  void textsThatLieOnOneAnotherAreSeen() {
    try (Browser browser = new Browser("", folder.resolve("profile"))) {
      show(browser, "margin-top: -14px");
      assertThatThrownBy(() -> Inspection.of(browser, "a page"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("texts that lie on one another")
          .hasMessageContaining("first text / second text");

      show(browser, "margin-top: 4px");
      assertThatCode(() -> Inspection.of(browser, "a page")).doesNotThrowAnyException();
      show(browser, "margin-top: -14px; visibility: hidden");
      assertThatCode(() -> Inspection.of(browser, "a page")).doesNotThrowAnyException();
    }
  }

  private static void show(Browser browser, String style) {
    String page =
        "<!DOCTYPE html><html lang='en'><head><title>t</title></head><body><main><h1>Title</h1>"
            + "<div>first text</div><div style='"
            + style
            + "'>second text</div></main></body></html>";
    browser
        .driver()
        .get(
            "data:text/html,"
                + URLEncoder.encode(page, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
