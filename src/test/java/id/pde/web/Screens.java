package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** Opens pages in both languages and both sizes, keeps a picture of each and inspects it. */
final class Screens {

  private Screens() {}

  /** Pictures are named by language, width and page; the browser is left at the desk's size. */
  static void look(Browser browser, List<String> pages, Path pictures) {
    for (String language : List.of("en", "id")) {
      browser.open("/help").click("form[action='/language'] button");
      for (Dimension size : List.of(Browser.DESK, Browser.PHONE)) {
        browser.size(size);
        for (String page : pages) {
          browser.open(page).picture(pictures.resolve(name(language, size, page)));
          assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
              .isEqualTo(language);
          Inspection.of(browser, language + " " + page + " at " + size.getWidth());
        }
      }
    }
    browser.size(Browser.DESK);
  }

  private static String name(String language, Dimension size, String page) {
    return language
        + "-"
        + size.getWidth()
        + page.replaceAll("\\?.*", "")
            .replaceAll("[0-9a-f-]{36}", "sample")
            .replaceAll("[^a-z0-9]+", "-")
        + ".png";
  }
}
